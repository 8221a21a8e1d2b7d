import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Language } from '../pages/language.js';

/** The part of a printing route's query that says the language. */
export const paperLang = z
  .enum(['da', 'en'])
  .optional()
  .describe('Left out, the first of the two in `Accept-Language`, or Danish.');

/** What a paper is written in where `lang` does not say it: Danish, unless English is named before it. */
export function spokenLanguage(accepted = ''): Language {
  const [da, en] = [accepted.search(/\bda\b/i), accepted.search(/\ben\b/i)];
  return en !== -1 && (da === -1 || en < da) ? 'en' : 'da';
}

/** The same, of the request. */
export const SpokenLanguage = createParamDecorator((_: unknown, context: ExecutionContext): Language =>
  spokenLanguage(context.switchToHttp().getRequest<FastifyRequest>().headers['accept-language']),
);
