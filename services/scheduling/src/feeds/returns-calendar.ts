import { applyDecorators, Header } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';

/** As `@Returns`, for a route that answers with a calendar file (RFC 5545). */
export const ReturnsCalendar = (answer: { summary: string; description: string; example: string }): MethodDecorator =>
  applyDecorators(
    Header('content-type', 'text/calendar; charset=utf-8'),
    ApiOperation({ summary: answer.summary }),
    ApiResponse({
      status: 200,
      description: answer.description,
      content: { 'text/calendar': { schema: { type: 'string' }, example: answer.example } },
    }),
  );
