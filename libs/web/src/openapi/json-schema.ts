import { z } from 'zod';

export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** JSON Schema 2020-12 of what goes in (before defaults and transformations) or comes out. */
export function jsonSchema(schema: z.ZodType, direction: 'input' | 'output'): JsonSchema {
  const options = { target: 'draft-2020-12', io: direction, unrepresentable: 'any' } as const;
  // The dialect is OpenAPI 3.1's own default; parts of a document do not repeat it.
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, options);
  return rest as JsonSchema;
}
