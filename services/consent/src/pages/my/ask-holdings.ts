import { contexts, type Context } from '@helhed/contracts';
import { log } from '@helhed/telemetry';
import { z } from 'zod';

const timeoutMs = 4_000;

const answer = z.object({
  holdings: z.array(
    z.object({ category: z.string(), count: z.number(), since: z.string().nullable(), units: z.array(z.string()) }),
  ),
});

export type Holding = z.infer<typeof answer>['holdings'][number];

/** What a service holds on a person; without holdings where it did not answer. */
export interface HeldBy {
  readonly service: Context;
  readonly holdings?: readonly Holding[];
}

/** Asks each service what it holds on a person, with the token of whoever looks: each decides, and notes the look. */
export class AskHoldings {
  /** @param addresses of the services, without their own path */
  constructor(private readonly addresses: Partial<Readonly<Record<Context, string>>>) {}

  run(accessToken: string, person: string): Promise<HeldBy[]> {
    return Promise.all(contexts.map((service) => this.#ask(service, accessToken, person)));
  }

  async #ask(service: Context, accessToken: string, person: string): Promise<HeldBy> {
    try {
      const response = await fetch(`${this.addresses[service]}/${service}/v1/persons/${person}/holdings`, {
        headers: { authorization: `Bearer ${accessToken}`, accept: 'application/json' },
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (!response.ok) throw new Error(`${service} answers ${response.status}`);
      return { service, ...answer.parse(await response.json()) };
    } catch (error) {
      log.warn('a service does not say what it holds', { dependency: service, error });
      return { service };
    }
  }
}
