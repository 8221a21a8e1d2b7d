import { log } from '@helhed/telemetry';
import { z } from 'zod';

/** For all of it together: whoever takes a consent back does not wait for a calendar that is away. */
const timeoutMs = 4_000;
const onPage = 200;

const answer = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['invitation', 'feed']),
      unit: z.string().nullable(),
      function: z.string().nullable(),
      firstOn: z.string(),
      lastOn: z.string(),
      times: z.number(),
      cancel: z.enum(['due', 'given', 'none']),
    }),
  ),
  next: z.string().nullable(),
});

/** Something that was given out of a family's calendar and cannot be called back, as scheduling tells it (A-SCH-22). */
export type Delivery = z.infer<typeof answer>['items'][number];

/** Asks scheduling what was given out of somebody's calendar, with the token of whoever looks. */
export class AskDeliveries {
  /** @param address of scheduling, without its own path */
  constructor(private readonly address: string | undefined) {}

  /**
   * @returns what was given out of the calendars of these persons' families; undefined where scheduling does not say it now,
   *   or there is nobody to ask about: it is not known that there is nothing
   */
  async run(accessToken: string, persons: readonly string[]): Promise<readonly Delivery[] | undefined> {
    if (persons.length === 0) return undefined;
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const all = await Promise.all(persons.map((person) => this.#all(accessToken, person, signal)));
      // what concerns a parent and a child of one family is told of both
      return [...new Map(all.flat().map((each) => [each.id, each])).values()];
    } catch (error) {
      log.warn('scheduling does not say what was given out', { dependency: 'scheduling', error });
      return undefined;
    }
  }

  async #all(accessToken: string, person: string, signal: AbortSignal): Promise<Delivery[]> {
    const found: Delivery[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const query = new URLSearchParams({ limit: String(onPage), ...(cursor && { cursor }) });
      const response = await fetch(`${this.address}/scheduling/v1/persons/${person}/deliveries?${query.toString()}`, {
        headers: { authorization: `Bearer ${accessToken}`, accept: 'application/json' },
        signal,
      });
      if (!response.ok) throw new Error(`scheduling answers ${response.status}`);
      const { items, next } = answer.parse(await response.json());
      found.push(...items);
      cursor = next;
    }
    return found;
  }
}
