import type { Text } from '@helhed/kernel';
import { Operation } from '@helhed/web';
import { applyDecorators, Header } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';

/** As `@Returns`, for a route that answers with a calendar file (RFC 5545). */
export const ReturnsCalendar = (answer: { summary: Text; description: string; example: string }): MethodDecorator =>
  applyDecorators(
    Header('content-type', 'text/calendar; charset=utf-8'),
    Operation(answer.summary),
    ApiResponse({
      status: 200,
      description: answer.description,
      content: { 'text/calendar': { schema: { type: 'string' }, example: answer.example } },
    }),
  );
