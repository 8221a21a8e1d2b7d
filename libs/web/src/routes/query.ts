import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { jsonSchema } from '../openapi/json-schema.js';
import { validate } from '../validation/validate.js';
import { onMethod } from './swagger.js';

const validatedQuery = (schema: z.ZodType): ParameterDecorator =>
  createParamDecorator((_: unknown, context: ExecutionContext) =>
    validate(schema, { ...(context.switchToHttp().getRequest<FastifyRequest>().query as object) }),
  )();

/** The query's parameters as the schema gives them; unknown ones are refused. Numbers need `z.coerce`. */
export const Query =
  (schema: z.ZodObject): ParameterDecorator =>
  (target, key, index) => {
    validatedQuery(schema)(target, key, index);
    const { properties = {}, required = [] } = jsonSchema(schema, 'input');
    for (const [name, property] of Object.entries(properties)) {
      const description = typeof property === 'object' ? property.description : undefined;
      const options = { name, schema: property, required: required.includes(name), description };
      onMethod(target, key, ApiQuery(options));
    }
  };
