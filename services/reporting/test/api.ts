import {
  contextOf,
  contexts,
  findContract,
  natsSubject,
  ProgrammePublished,
  type CloudEvent,
  type Context,
} from '@helhed/contracts';
import { Bus } from '@helhed/messaging';
import { getDefinition } from '@helhed/programmes';
import { startPlatform, type TestActor, type TestMunicipality, type TestPlatform } from '@helhed/testing';
import { Numbering, programme } from './events.js';

export interface Reply<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: T;
}

interface Asking {
  readonly as?: { token(): Promise<string> } | null;
  readonly body?: unknown;
  readonly accept?: string;
  /** Of a command that is done once. */
  readonly key?: string;
}

/** The service as a process, with a municipality, and the other four as nothing but what they publish. */
export class Api {
  readonly #buses = new Map<Context, Bus>();

  private constructor(
    readonly platform: TestPlatform,
    readonly municipality: TestMunicipality,
    readonly lead: TestActor,
  ) {}

  static async start(): Promise<Api> {
    const platform = await startPlatform({ services: ['reporting'] });
    const municipality = await platform.municipality();
    const api = new Api(platform, municipality, await municipality.person('familiestuen:programme-lead'));
    for (const context of contexts.filter((each) => each !== 'reporting')) {
      const { url, passwords } = platform.nats;
      const bus = new Bus({ context, url, user: context, password: passwords[context] });
      api.#buses.set(context, bus);
    }
    const definition = { ...getDefinition(programme) };
    await api.publish([
      new Numbering(municipality.code).next(ProgrammePublished, { programme, version: 1, definition }),
    ]);
    return api;
  }

  /** As the sources' relays do. */
  async publish(events: readonly CloudEvent[]): Promise<void> {
    for (const event of events) {
      const bus = this.#buses.get(contextOf(event)) as Bus;
      const subject = natsSubject(event.municipality, findContract(event.type)!, event.orderkey);
      await (await bus.jetstream()).publish(subject, JSON.stringify(event), { msgID: event.id });
    }
  }

  async ask<T>(method: string, path: string, { as = this.lead, body, accept, key }: Asking = {}): Promise<Reply<T>> {
    const answer = await fetch(`${this.platform.url}/reporting/v1/${path}`, {
      method,
      headers: {
        ...(as ? { authorization: `Bearer ${await as.token()}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(accept === undefined ? {} : { accept }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
    return { status: answer.status, headers: answer.headers, text, body: (isJson ? JSON.parse(text) : undefined) as T };
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#buses.values()].map((bus) => bus.close()));
    await this.platform.stop();
  }
}
