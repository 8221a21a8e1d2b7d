import type { Text } from '@helhed/kernel';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieIn, hostCookie, hostPrefix } from './cookies.js';

/** What a page is written in. */
export type Language = keyof Text;

const cookie = 'helhed-language';
const year = 365 * 24 * 3600;

/** Danish, unless English was chosen: by the switch on this page, or earlier. */
export function languageOfPage({ query, headers }: Pick<FastifyRequest, 'query' | 'headers'>): Language {
  const chosen = switched(query) ?? cookieIn(headers.cookie, hostPrefix + cookie);
  return chosen === 'en' ? 'en' : 'da';
}

/** Remembers what the switch says. */
export function keepLanguage(request: FastifyRequest, reply: FastifyReply): void {
  const chosen = switched(request.query);
  if (chosen) void reply.header('set-cookie', hostCookie(cookie, chosen, year));
}

function switched(query: unknown): Language | undefined {
  const { lang } = (query ?? {}) as { lang?: unknown };
  return lang === 'da' || lang === 'en' ? lang : undefined;
}

/** The language of the page that is asked for. */
export const PageLanguage = createParamDecorator((_: unknown, context: ExecutionContext): Language =>
  languageOfPage(context.switchToHttp().getRequest<FastifyRequest>()),
);
