import { notFound, type Text } from '@helhed/kernel';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { jsonSchema } from '../openapi/json-schema.js';
import { onMethod } from './swagger.js';

const lowerCaseUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const thing: Text = { da: 'Det, der er bedt om,', en: 'What was asked for' };

const pathPart = (name: string, fits: (text: string) => boolean): ParameterDecorator =>
  createParamDecorator((_: unknown, context: ExecutionContext) => {
    const given = (context.switchToHttp().getRequest<FastifyRequest>().params as Record<string, string>)[name] ?? '';
    if (fits(given)) return given;
    // What cannot be an id is not the id of anything: 404, as for an id that nothing has.
    throw notFound(thing);
  })();

/** The id in the address (`:id`), a UUID in lower case; anything else is 404. */
export const Id =
  (name = 'id'): ParameterDecorator =>
  (target, key, index) => {
    pathPart(name, (text) => lowerCaseUuid.test(text))(target, key, index);
    onMethod(target, key, ApiParam({ name, required: true, schema: { type: 'string', format: 'uuid' } }));
  };

/** Another part of the address, such as a programme's code; what the schema refuses is 404. */
export const PathCode =
  (name: string, schema: z.ZodType = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/)): ParameterDecorator =>
  (target, key, index) => {
    pathPart(name, (text) => schema.safeParse(text).success)(target, key, index);
    const options = { name, required: true, schema: jsonSchema(schema, 'input') };
    onMethod(target, key, ApiParam(options));
  };
