import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

export interface Answer<T> {
  /** HTTP status, 200 unless given. */
  readonly status?: number;
  /** What the answer is, for the reader of the OpenAPI document. */
  readonly description: string;
  /** What the route does, in a line; the description when absent. */
  readonly summary?: string;
  readonly example?: T;
}

/**
 * What a route answers: documents it and sets the status. A body with a whole-number `version` also goes out with that
 * ETag, and a 201 with an `id` with its Location.
 */
export function Returns<S extends z.ZodType>(schema: S, answer: Answer<z.input<S>>): MethodDecorator {
  const { status = 200, description, summary = description, example } = answer;
  return applyDecorators(
    HttpCode(status),
    ApiOperation({ summary }),
    ApiResponse({ status, description, standardSchema: schema, ...(example === undefined ? {} : { example }) }),
  );
}
