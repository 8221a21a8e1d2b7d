import { z } from 'zod';

export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** JSON Schema 2020-12 of what goes in (before defaults and transformations) or comes out. */
export function jsonSchema(schema: z.ZodType, direction: 'input' | 'output'): JsonSchema {
  // The dialect is OpenAPI 3.1's own default; parts of a document do not repeat it.
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: direction,
    unrepresentable: 'any',
    // zod leaves a schema's examples out where something inside it is transformed; ours are examples of what is sent.
    override: ({ zodSchema, jsonSchema: made }) => {
      const { examples } = z.globalRegistry.get(zodSchema) ?? {};
      if (Array.isArray(examples)) made.examples = examples;
    },
  });
  return rest;
}
