import type { Text } from '@helhed/kernel';
import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

export interface Answer<T> {
  /** HTTP status, 200 unless given. */
  readonly status?: number;
  /** What the answer is, for the reader of the OpenAPI document. */
  readonly description: string;
  /** What the route does, beginning with a verb. A route with several answers says it with one of them. */
  readonly summary?: Text;
  readonly example?: T;
}

/** What a route does: the document's summary is English, its description Danish. */
export const Operation = ({ en, da }: Text): MethodDecorator => ApiOperation({ summary: en, description: da });

/**
 * What a route answers: documents it and sets the status. A body with a whole-number `version` also goes out with an
 * ETag that begins with it, and a 201 with an `id` with its Location.
 */
export function Returns<S extends z.ZodType>(schema: S, answer: Answer<z.input<S>>): MethodDecorator {
  const { status = 200, description, summary, example } = answer;
  return applyDecorators(
    HttpCode(status),
    ...(summary ? [Operation(summary)] : []),
    ApiResponse({ status, description, standardSchema: schema, ...(example === undefined ? {} : { example }) }),
  );
}

/** The 410 of a route to what is erased in its time. */
export const ReturnsGone = (description: string): MethodDecorator => problem(410, description);

/** The 308 of a route to what can be merged into another. */
export const ReturnsMoved = (description: string): MethodDecorator => problem(308, description);

const problem = (status: number, description: string): MethodDecorator =>
  ApiResponse({
    status,
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  });
