import type { PaperKind } from '@helhed/contracts';
import type { Text } from '@helhed/kernel';
import { applyDecorators, Header } from '@nestjs/common';
import { ApiExtension, ApiHeader, ApiResponse } from '@nestjs/swagger';
import { Operation } from '../routes/returns.js';
import { policyOfPaper } from './html-of-paper.js';

interface Printed {
  /** Which act the route's `@Access` must have: `npm run contracts` asks it, since what was given out is listed by it. */
  readonly paper: PaperKind;
  readonly type: 'text/html' | 'application/pdf';
  /** Of the file, without its ending: it says nothing of whom it is about. */
  readonly name: string;
  readonly summary: Text;
  readonly description: string;
  /** Of the page. */
  readonly example?: string;
}

/** As `@Returns`, for a route that answers with a paper to print. */
export function ReturnsPaper({ paper, type, name, summary, description, example }: Printed): MethodDecorator {
  const isPage = type === 'text/html';
  const schema = isPage ? { type: 'string' as const } : { type: 'string' as const, format: 'binary' };
  const shown = isPage && example !== undefined ? { example } : {};
  return applyDecorators(
    Header('content-type', isPage ? 'text/html; charset=utf-8' : type),
    Header('content-disposition', `inline; filename="${name}.${isPage ? 'html' : 'pdf'}"`),
    ...(isPage ? [Header('content-security-policy', policyOfPaper)] : []),
    Operation(summary),
    ApiExtension('x-paper', paper),
    ApiHeader({ name: 'Accept-Language', required: false, description: 'Danish, unless English is named first.' }),
    ApiResponse({ status: 200, description, content: { [type]: { schema, ...shown } } }),
  );
}
