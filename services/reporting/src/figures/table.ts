import type { Text } from '@helhed/kernel';
import { Operation } from '@helhed/web';
import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';

/** What is used of Fastify's request and reply. */
export interface Request {
  readonly headers: { readonly accept?: string };
}
export interface Reply {
  header(name: string, value: string): Reply;
  type(mediaType: string): Reply;
}

export const csv = 'text/csv; charset=utf-8; header=present';

/** The query's `format`, and without it whichever of the two the Accept header names first. */
export function wantsCsv(format: 'json' | 'csv' | undefined, accept = ''): boolean {
  if (format) return format === 'csv';
  const [first] = /text\/csv|application\/json/.exec(accept) ?? [];
  return first === 'text/csv';
}

/** As `@Returns`, for a route that answers with the same as a table too. */
export function ReturnsOrTable<S extends z.ZodType>(
  schema: S,
  answer: { description: string; summary: Text; example: z.input<S>; table: string },
): MethodDecorator {
  const { description, summary, example, table } = answer;
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, { io: 'output' });
  const content = {
    'application/json': { schema: json, example },
    'text/csv': { schema: { type: 'string' }, example: table },
  };
  return applyDecorators(
    Operation(summary),
    ApiResponse({ status: 200, description, content } as Parameters<typeof ApiResponse>[0]),
  );
}
