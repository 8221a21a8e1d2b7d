import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { validate } from '../validation/validate.js';
import { onMethod } from './swagger.js';

const validatedBody = (schema: z.ZodType): ParameterDecorator =>
  createParamDecorator((_: unknown, context: ExecutionContext) =>
    validate(schema, context.switchToHttp().getRequest<FastifyRequest>().body),
  )();

/** The request's body as the schema gives it; anything else is a 400 that names the field. Use `z.strictObject`; one that is optional may be left out. */
export const Body =
  (schema: z.ZodType): ParameterDecorator =>
  (target, key, index) => {
    validatedBody(schema)(target, key, index);
    const required = !schema.safeParse(undefined).success;
    // standardSchema is what the document is made from; the package's types for explicit bodies do not list it yet.
    onMethod(target, key, ApiBody({ standardSchema: schema, required } as Parameters<typeof ApiBody>[0]));
  };
