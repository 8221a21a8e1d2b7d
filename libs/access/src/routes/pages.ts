import { timingSafeEqual } from 'node:crypto';
import { DomainError } from '@helhed/kernel';
import { SetMetadata } from '@nestjs/common';

/** Somebody who signed in with a browser. */
export interface PageSession {
  /** Keycloak's token for whoever signed in: a page asks the other services with it. */
  readonly accessToken: string;
  /** What every form of the session carries, so that no other site's form is taken for one of ours. */
  readonly csrf: string;
  /** What the account is called, for its owner to see; absent where Keycloak does not say. */
  readonly name?: string | undefined;
}

export interface PageRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly query?: unknown;
  readonly body?: unknown;
}

/** Where sessions are kept: `Sessions` of libs/web, for a service that serves pages. */
export abstract class PageSessions {
  /** The session that the request's cookie opens, if any. */
  abstract find(request: PageRequest): Promise<PageSession | undefined>;
}

const key = 'helhed:page';

/**
 * Marks a route as a page: it takes the session of a browser beside a bearer token. No other route looks at a cookie, so
 * that what a browser sends by itself opens no API.
 */
export const ForBrowsers = (): MethodDecorator => SetMetadata(key, true);

export const isForBrowsers = (handler: object): boolean => Reflect.getMetadata(key, handler) === true;

const sessions = new WeakMap<object, PageSession>();

export const setSession = (request: object, session: PageSession): void => void sessions.set(request, session);

/** The session that a page is shown in, as the guard found it; undefined of a page for everybody. */
export const sessionOf = (request: object): PageSession | undefined => sessions.get(request);

/** @throws DomainError `csrf` (403) for a form that does not carry what the session's own forms carry */
export function requireOwnForm({ method, body }: PageRequest, { csrf }: PageSession): void {
  if (method === 'GET' || method === 'HEAD') return;
  const { csrf: sent } = (body ?? {}) as { csrf?: unknown };
  const given = Buffer.from(typeof sent === 'string' ? sent : '');
  const wanted = Buffer.from(csrf);
  if (wanted.length > 0 && given.length === wanted.length && timingSafeEqual(given, wanted)) return;
  throw new DomainError('forbidden', 'csrf', {
    da: 'Formularen er ikke fra os, eller du er logget ind på ny. Gå tilbage, og prøv igen.',
    en: 'The form is not ours, or you have signed in anew. Go back and try again.',
  });
}

/** A page has no headers to choose by: the function stands in its address. */
export function chosenInAddress({ query }: PageRequest): string | undefined {
  const { function: chosen } = (query ?? {}) as { function?: unknown };
  return typeof chosen === 'string' && chosen !== '' ? chosen : undefined;
}
