import { contextOf, eventSource, type CloudEvent, type EventContract } from '@helhed/contracts';
import { newId } from '@helhed/kernel';

const nyborg = '0450';
export const programme = 'nyborg-familiestue';

/** Numbers a municipality's events by source and key, as its services' outboxes do. */
export class Numbering {
  readonly #incarnation = newId();
  readonly #numbers = new Map<string, number>();

  constructor(readonly municipality: string = nyborg) {}

  /** The next event of its key, as the bus would deliver it. */
  next<T extends object>(contract: EventContract<T>, data: T): CloudEvent {
    const orderkey = String((data as Record<string, unknown>)[contract.orderKey]);
    const source = eventSource(this.municipality, contract.context);
    const seq = (this.#numbers.get(`${source} ${orderkey}`) ?? 0) + 1;
    this.#numbers.set(`${source} ${orderkey}`, seq);
    return {
      specversion: '1.0',
      id: newId(),
      source,
      type: contract.type,
      subject: orderkey,
      time: '2026-10-01T08:00:00.000Z',
      datacontenttype: 'application/json',
      municipality: this.municipality,
      incarnation: this.#incarnation,
      orderkey,
      seq,
      data: contract.schema.parse(data) as CloudEvent['data'],
    };
  }
}

/** Another order in which the events may arrive: any across sources and keys, their own within each. */
export function rearranged(events: readonly CloudEvent[], random: () => number): CloudEvent[] {
  const queues = [...Map.groupBy(events, (event) => `${contextOf(event)} ${event.orderkey}`).values()].map((each) => [
    ...each,
  ]);
  const arrived: CloudEvent[] = [];
  while (queues.length > 0) {
    const at = Math.floor(random() * queues.length);
    const queue = queues[at] as CloudEvent[];
    arrived.push(queue.shift() as CloudEvent);
    if (queue.length === 0) queues.splice(at, 1);
  }
  return arrived;
}
