import { randomUUID } from 'node:crypto';
import type { TestActor } from '@helhed/testing';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown> & { id: string; version: number; items: { id: string }[] };
}

export interface Sending {
  readonly as?: Pick<TestActor, 'token'>;
  readonly body?: unknown;
  readonly ifMatch?: number;
  readonly key?: string;
  readonly function?: string;
  readonly language?: string;
  readonly municipality?: string;
}

/** The service's API as a client meets it. */
export const apiOf =
  (url: string) =>
  async (
    method: 'GET' | 'POST',
    path: string,
    { as, body, ifMatch, key, function: acting, language, municipality }: Sending = {},
  ): Promise<Answer> => {
    const headers: Record<string, string> = {};
    if (as) headers['authorization'] = `Bearer ${await as.token()}`;
    if (acting) headers['helhed-function'] = acting;
    if (ifMatch !== undefined) headers['if-match'] = `"${ifMatch}"`;
    if (municipality) headers['helhed-municipality'] = municipality;
    if (language) headers['accept-language'] = language;
    if (method === 'POST') headers['idempotency-key'] = key ?? randomUUID();
    if (body !== undefined) headers['content-type'] = 'application/json';
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await fetch(`${url}/referral/v1${path}`, { method, headers, ...sent });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: (text ? JSON.parse(text) : {}) as Answer['body'] };
  };
