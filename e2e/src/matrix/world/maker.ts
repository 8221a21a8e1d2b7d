import { setTimeout as sleep } from 'node:timers/promises';
import { contexts } from '@helhed/contracts';
import type { TestPlatform } from '@helhed/testing';
import type { Cast, Citizen, Person } from './cast.js';
import { send, type Got, type Sent } from './http.js';

type Json = Record<string, unknown>;
type Asking = Partial<Omit<Sent, 'method' | 'path' | 'token'>> & { readonly late?: RegExp };

/** Makes a world over HTTP: what is refused here is a fault, but for what another service has yet to hear of. */
export class Maker {
  constructor(
    readonly platform: TestPlatform,
    readonly cast: Cast,
  ) {}

  async get<T = Json>(who: Person | Citizen, path: string): Promise<T> {
    return (await this.#ask(who, 'GET', path, {})).body as T;
  }

  async post<T = Json>(who: Person | Citizen, path: string, body?: unknown, asking: Asking = {}): Promise<T> {
    return (await this.#ask(who, 'POST', path, { body, ...asking })).body as T;
  }

  async #ask(who: Person | Citizen, method: string, path: string, { late, ...asking }: Asking): Promise<Got> {
    const until = Date.now() + 30_000;
    for (;;) {
      const token = await this.cast.as(who).token();
      const got = await send(this.platform.url, { method, path, token, ...asking });
      if (got.status < 400) return got;
      const again = got.status === 503 || (late?.test(`${got.status} ${String(got.body['type'])}`) ?? false);
      if (!again || Date.now() > until) throw new Error(`${who}: ${method} ${path}: ${got.status} ${got.text}`);
      await sleep(100);
    }
  }

  /** Waits until what one service said has reached another. */
  async until<T>(look: () => Promise<T>, good: (found: T) => boolean, what: string): Promise<T> {
    const last = Date.now() + 60_000;
    for (;;) {
      const found = await look();
      if (good(found)) return found;
      if (Date.now() > last) throw new Error(`${what} did not come about: ${JSON.stringify(found).slice(0, 500)}`);
      await sleep(100);
    }
  }

  async setClock(instant: string): Promise<void> {
    const token = await this.platform.operator.token();
    const body = { offsetMs: Date.parse(instant) - Date.now() };
    for (const service of contexts) {
      const path = `/${service}/v1/operations/clock/${this.cast.municipality.code}`;
      const { status, text } = await send(this.platform.url, { method: 'PUT', path, token, body });
      if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
    }
  }
}
