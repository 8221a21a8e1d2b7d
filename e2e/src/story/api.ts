import { setTimeout as sleep } from 'node:timers/promises';
import { Helhed, HelhedProblem, NoAnswer } from '@helhed/client';
import { newId } from '@helhed/kernel';
import type { Asked } from './asked.js';
import { StoryFailed } from './must.js';
import { noting } from './noting.js';

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
  /** An earlier try of the same request got no answer, so it may have been done already. */
  readonly repeated: boolean;
}

/**
 * Whoever asks in a story, on the client that departments' systems are given: it tries again while a service is down, with the
 * same Idempotency-Key. Beside that it keeps a record of every answer. A 5xx other than 503 ends the story: nothing may break,
 * however much is down.
 */
export class Api {
  readonly answers = new Map<number, number>();
  readonly asked: Asked[] = [];
  readonly #client: Helhed;

  constructor(readonly base: string) {
    this.#client = new Helhed({ url: base });
  }

  /** The client as a department's system has it, typed by the APIs' documents; of what it asks each try is noted too. */
  client = (as: Caller): Helhed => this.#client.with({ token: as, fetch: noting(this) });

  get = <T>(path: string, ask: Ask = {}) => this.#call<T>('GET', path, ask);
  put = <T>(path: string, ask: Ask = {}) => this.#call<T>('PUT', path, ask);
  post = <T>(path: string, ask: Ask = {}) => this.#call<T>('POST', path, { key: newId(), ...ask });

  async #call<T>(method: 'GET' | 'PUT' | 'POST', path: string, ask: Ask): Promise<Answer<T>> {
    const asked: Asked = { method, path, sent: ask.body, token: undefined, status: 0, unsure: 0, body: undefined };
    this.asked.push(asked);
    const client = this.#client.with({
      token: ask.as && (async () => (asked.token = (await ask.as?.()) ?? '')),
      onTry: ({ status }) => this.#count(asked, status),
    });
    const { accept, body, ifMatch, key } = ask;
    const answer = await client
      .given<T>(method, path, { accept, body, ifMatch, idempotencyKey: method === 'POST' ? key : undefined })
      .catch((error: unknown) => refusal<T>(error, `${method} ${path}`));
    return judged(answer, asked, ask);
  }

  #count(asked: Asked, status: number | undefined): void {
    if (status === undefined || status === 503) asked.unsure++;
    if (status !== undefined) this.answers.set(status, (this.answers.get(status) ?? 0) + 1);
  }
}

function refusal<T>(error: unknown, what: string): Answer<T> {
  if (error instanceof NoAnswer) throw new StoryFailed(`${what} was not answered: ${error.reason}`);
  if (!(error instanceof HelhedProblem)) throw error;
  const { status, body, mayBeDone: repeated } = error;
  if (status === 503) throw new StoryFailed(`${what} was answered 503 to the last`);
  if (status >= 500) throw new StoryFailed(`${what} answered ${status}`, body);
  return { status, body: body as T, repeated };
}

function judged<T>({ status, body, repeated }: Answer<T>, asked: Asked, ask: Ask): Answer<T> {
  Object.assign(asked, { status, body });
  const asWanted = ask.expect === undefined ? status >= 200 && status < 300 : status === ask.expect;
  // the version has moved on because the try without an answer was done: the caller looks
  const done = repeated && (status === 412 || status === 409);
  const early = ask.notYet?.test((body as { type?: string }).type ?? '') ?? false;
  if (!asWanted && !done && !early)
    throw new StoryFailed(`${asked.method} ${asked.path} must answer ${ask.expect ?? '2xx'}`, { status, body });
  return { status, body, repeated };
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

/** The same of a request of the client's, while it is refused by a problem that another service has to hear of first. */
export async function onceHeard<T>(what: string, ask: () => Promise<T>, notYet: readonly string[]): Promise<T> {
  const look = (): Promise<T | undefined> =>
    ask().catch((error: unknown) => {
      if (error instanceof HelhedProblem && notYet.includes(error.kind)) return undefined;
      throw error;
    });
  return (await eventually(what, look, (found) => found !== undefined)) as T;
}

/** That a request of the client's is refused as it must be. */
export async function mustRefuse(request: Promise<{ readonly status: number }>, expected: number): Promise<void> {
  const found = await request.catch((error: unknown) => {
    if (error instanceof HelhedProblem) return error;
    throw error;
  });
  if (found.status !== expected) throw new StoryFailed(`a request must answer ${expected}`, found.status);
}

/** A command of the client's under a version: where that has moved on since a try without an answer, the try did it. */
export async function orDone(command: Promise<unknown>): Promise<void> {
  await command.catch((error: unknown) => {
    if (!(error instanceof HelhedProblem && error.mayBeDone && error.status === 412)) throw error;
  });
}
