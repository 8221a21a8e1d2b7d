import { newId } from '@helhed/kernel';

export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly token?: string | undefined;
  readonly header?: string | undefined;
  readonly body?: unknown;
  readonly ifMatch?: number | undefined;
  readonly accept?: string | undefined;
  /** An operator's, who is in none. */
  readonly municipality?: string | undefined;
  /** Absent: one of its own. */
  readonly key?: string | undefined;
}

export interface Got {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly text: string;
  readonly headers: Headers;
}

/** One request, with what every request of its method must carry. */
export async function send(
  base: string,
  { method, path, token, header, body, ifMatch, key, municipality, accept }: Sent,
): Promise<Got> {
  const headers: Record<string, string> = {};
  if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
  if (header !== undefined) headers['helhed-function'] = header;
  if (municipality !== undefined) headers['helhed-municipality'] = municipality;
  if (method === 'POST') headers['idempotency-key'] = key ?? newId();
  if (ifMatch !== undefined) headers['if-match'] = `"${ifMatch}"`;
  if (accept !== undefined) headers['accept'] = accept;
  if (body !== undefined) headers['content-type'] = 'application/json';
  const sent = body === undefined ? null : JSON.stringify(body);
  const answer = await fetch(`${base}${path}`, { method, headers, body: sent, redirect: 'manual' });
  const text = await answer.text();
  const json = answer.headers.get('content-type')?.includes('json') ?? false;
  return {
    status: answer.status,
    body: json && text ? (JSON.parse(text) as Record<string, unknown>) : {},
    text,
    headers: answer.headers,
  };
}

/** At most so many at once: two cores serve five services and Keycloak too. */
export async function concurrently<T, R>(most: number, all: readonly T[], work: (each: T) => Promise<R>): Promise<R[]> {
  const found = Array.from<R>({ length: all.length });
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < all.length; at = next++) found[at] = await work(all[at] as T);
  };
  await Promise.all(Array.from({ length: most }, worker));
  return found;
}
