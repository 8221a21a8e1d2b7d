import type { Text } from '@helhed/kernel';
import { Operation } from '@helhed/web';
import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { separators, type Separator } from './csv.js';

/** What is used of Fastify's request and reply. */
interface Request {
  readonly headers: { readonly accept?: string };
}
interface Reply {
  header(name: string, value: string): Reply;
  type(mediaType: string): Reply;
}

const csv = 'text/csv; charset=utf-8; header=present';

/** What is asked of a route that answers with a table too. */
export const tableQuery = {
  format: z.enum(['json', 'csv']).optional().describe('Goes before the Accept header.'),
  separator: z
    .enum(separators)
    .default('comma')
    .describe(
      'Of CSV. With `semicolon` a Danish spreadsheet opens it as it is: a byte order mark, and decimal commas.',
    ),
};
export type TableQuery = z.infer<z.ZodObject<typeof tableQuery>>;

/** Answers with what was found, or with its table. */
export class Answering {
  constructor(
    private readonly accept: string | undefined,
    private readonly reply: Reply,
  ) {}

  /** @param name of the file, without `.csv` */
  give<T>(
    found: T,
    { format, separator }: TableQuery,
    name: string,
    toTable: (found: T, by: Separator) => string,
  ): T | string {
    if (!wantsCsv(format, this.accept)) return found;
    this.reply.header('content-disposition', `attachment; filename="${name}.csv"`).type(csv);
    return toTable(found, separator);
  }
}

/** A parameter of a route under `ReturnsOrTable`. */
export const Answer = createParamDecorator((_: unknown, context: ExecutionContext): Answering => {
  const http = context.switchToHttp();
  return new Answering(http.getRequest<Request>().headers.accept, http.getResponse<Reply>());
});

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
