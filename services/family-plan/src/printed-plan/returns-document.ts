import type { Text } from '@helhed/kernel';
import { Operation } from '@helhed/web';
import { applyDecorators, Header } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';

interface Document {
  readonly type: 'text/html' | 'application/pdf';
  readonly summary: Text;
  readonly description: string;
}

/** As `@Returns`, for a route that answers with a paper to print. Its name says nothing of whom it is about. */
export const ReturnsDocument = ({ type, summary, description }: Document): MethodDecorator =>
  applyDecorators(
    Header('content-type', type === 'text/html' ? 'text/html; charset=utf-8' : type),
    Header('content-disposition', `inline; filename="plan.${type === 'text/html' ? 'html' : 'pdf'}"`),
    Operation(summary),
    ApiResponse({
      status: 200,
      description,
      content: { [type]: { schema: type === 'text/html' ? { type: 'string' } : { type: 'string', format: 'binary' } } },
    }),
  );
