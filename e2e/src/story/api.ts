import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '@helhed/kernel';
import type { Asked } from './asked.js';
import { StoryFailed } from './must.js';

/** Who asks: gives a token that is still good. */
export type Caller = () => Promise<string>;

export interface Ask {
  readonly as?: Caller | undefined;
  readonly body?: unknown;
  readonly ifMatch?: number;
  readonly accept?: string;
  /** The status that must come; 2xx unless said. */
  readonly expect?: number;
  readonly key?: string;
  /** Problems that the caller waits out: what another service has to hear of first. */
  readonly notYet?: RegExp;
}

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
  /** An earlier try of the same request got no answer, so it may have been done already. */
  readonly repeated: boolean;
}

interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

const patienceMs = 60_000;

/**
 * A client as a department's system would be one: it tries again while a service is down, with the same Idempotency-Key,
 * and keeps a record of every answer. A 5xx other than 503 ends the story: nothing may break, however much is down.
 */
export class Api {
  readonly answers = new Map<number, number>();
  readonly asked: Asked[] = [];

  constructor(readonly base: string) {}

  get = <T>(path: string, ask: Ask = {}) => this.#call<T>('GET', path, ask);
  put = <T>(path: string, ask: Ask = {}) => this.#call<T>('PUT', path, ask);
  post = <T>(path: string, ask: Ask = {}) => this.#call<T>('POST', path, { key: newId(), ...ask });

  async #call<T>(method: string, path: string, ask: Ask): Promise<Answer<T>> {
    const until = Date.now() + patienceMs;
    const asked: Asked = { method, path, token: undefined, status: 0, unsure: 0, body: undefined };
    this.asked.push(asked);
    for (let repeated = false; ; repeated = true) {
      const response = await this.#try(asked, ask);
      if (response) {
        this.answers.set(response.status, (this.answers.get(response.status) ?? 0) + 1);
        if (response.status >= 500 && response.status !== 503)
          throw new StoryFailed(`${method} ${path} answered ${response.status}`, response.text);
        if (response.status !== 503) return this.#read<T>(response, asked, ask, repeated);
      }
      asked.unsure++;
      if (Date.now() > until) throw new StoryFailed(`${method} ${path} was not answered in ${patienceMs / 1_000} s`);
      await sleep(150);
    }
  }

  /** One try; an answer whose body does not come whole is none. */
  async #try(asked: Asked, ask: Ask): Promise<Received | undefined> {
    const { method, path } = asked;
    try {
      const headers: Record<string, string> = { accept: ask.accept ?? 'application/json' };
      if (ask.as) asked.token = await ask.as();
      if (asked.token) headers['authorization'] = `Bearer ${asked.token}`;
      if (ask.body !== undefined) headers['content-type'] = 'application/json';
      if (ask.ifMatch !== undefined) headers['if-match'] = `"${ask.ifMatch}"`;
      if (method === 'POST' && ask.key) headers['idempotency-key'] = ask.key;
      const body = ask.body === undefined ? null : JSON.stringify(ask.body);
      const response = await fetch(`${this.base}${path}`, {
        method,
        headers,
        body,
        signal: AbortSignal.timeout(15_000),
      });
      return { status: response.status, headers: response.headers, text: await response.text() };
    } catch {
      return undefined;
    }
  }

  #read<T>({ status, headers, text }: Received, asked: Asked, ask: Ask, repeated: boolean): Answer<T> {
    const json = headers.get('content-type')?.includes('json');
    const body = (json && text ? JSON.parse(text) : text) as T;
    Object.assign(asked, { status, body });
    const asWanted = ask.expect === undefined ? status >= 200 && status < 300 : status === ask.expect;
    // the version has moved on because the try without an answer was done: the caller looks
    const done = repeated && (status === 412 || status === 409);
    const early = ask.notYet?.test((body as { type?: string }).type ?? '') ?? false;
    if (!asWanted && !done && !early)
      throw new StoryFailed(`${asked.method} ${asked.path} must answer ${ask.expect ?? '2xx'}`, { status, body });
    return { status, body, headers, repeated };
  }
}

/** Asks again until the answer is as wanted: what one service says reaches the others in its own time. */
export async function eventually<T>(
  what: string,
  look: () => Promise<T>,
  good: (found: T) => boolean,
  ms = 90_000,
): Promise<T> {
  const until = Date.now() + ms;
  for (let pause = 5; ; pause = Math.min(pause * 2, 200)) {
    const found = await look();
    if (good(found)) return found;
    if (Date.now() > until) throw new StoryFailed(`${what} did not come about in ${ms / 1_000} s`, found);
    await sleep(pause);
  }
}
