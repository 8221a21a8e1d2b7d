import { setTimeout as sleep } from 'node:timers/promises';

export type Caller = () => Promise<string>;

/** The public API as the demonstration uses it. */
export class DemoApi {
  constructor(readonly base: string) {}

  get<T>(path: string, as: Caller): Promise<T> {
    return this.#ask<T>('GET', path, as, {});
  }

  /** `key` makes a repetition after a broken set-up the same request. */
  post<T>(path: string, as: Caller, body: unknown, how: { key?: string; version?: number } = {}): Promise<T> {
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    if (how.key !== undefined) headers['idempotency-key'] = how.key;
    if (how.version !== undefined) headers['if-match'] = `"${how.version}"`;
    return this.#ask<T>('POST', path, as, headers, JSON.stringify(body));
  }

  async #ask<T>(method: string, path: string, as: Caller, headers: Record<string, string>, body?: string): Promise<T> {
    const answer = await fetch(`${this.base}${path}`, {
      method,
      headers: { ...headers, authorization: `Bearer ${await as()}` },
      body,
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
}

const patienceMs = 20_000;

/** Services learn from each other by events: asks again until what is asked for is possible. */
export async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await sleep(100);
    }
  }
}
