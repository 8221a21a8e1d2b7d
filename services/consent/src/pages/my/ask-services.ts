import { contexts, type Context } from '@helhed/contracts';
import { log } from '@helhed/telemetry';
import type { z } from 'zod';

const timeoutMs = 4_000;

/** What a service answered; without an answer where it gave none. */
export interface Answered<T> {
  readonly service: Context;
  readonly answer?: T;
}

/** Asks each service the same about a person, with the token of whoever looks: each decides, and notes the look. */
export class AskServices {
  /** @param addresses of the services, without their own path */
  constructor(private readonly addresses: Partial<Readonly<Record<Context, string>>>) {}

  /** @param what of the person: the end of the address, `holdings` */
  run<T>(accessToken: string, person: string, what: string, shape: z.ZodType<T>): Promise<Answered<T>[]> {
    return Promise.all(
      contexts.map(async (service): Promise<Answered<T>> => {
        try {
          const response = await fetch(`${this.addresses[service]}/${service}/v1/persons/${person}/${what}`, {
            headers: { authorization: `Bearer ${accessToken}`, accept: 'application/json' },
            signal: AbortSignal.timeout(timeoutMs),
          });
          if (!response.ok) throw new Error(`${service} answers ${response.status}`);
          return { service, answer: shape.parse(await response.json()) };
        } catch (error) {
          log.warn('a service does not answer about a person', { dependency: service, context: what, error });
          return { service };
        }
      }),
    );
  }
}
