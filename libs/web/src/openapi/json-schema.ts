import { z } from 'zod';

export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** JSON Schema 2020-12 of what goes in (before defaults and transformations) or comes out. */
export const jsonSchema = (schema: z.ZodType, direction: 'input' | 'output'): JsonSchema =>
  z.toJSONSchema(schema, { target: 'draft-2020-12', io: direction, unrepresentable: 'any' }) as JsonSchema;
