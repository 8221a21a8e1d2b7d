import { applyDecorators, HttpCode, Post } from '@nestjs/common';

/**
 * An id in the path of a route with something after it in the same segment; Fastify's router wants the expression, and
 * the leading `^` is what @nestjs/swagger recognises and leaves out.
 */
export const idInPath = ':id(^[0-9a-f-]{36})';

/**
 * `POST …/{id}:accept`, answering 200: a command to one thing. With `on`, a command to something without an id:
 * `@Command('rebuild', 'read-models')` is `POST …/read-models:rebuild`.
 */
export const Command = (verb: string, on: string = idInPath): MethodDecorator =>
  applyDecorators(Post(`${on}::${verb}`), HttpCode(200));
