import { sendSpan } from '@helhed/telemetry';
import { InvalidArgumentError } from '@nats-io/transport-node';
import type { Bus } from './bus.js';
import { messageId, subjectOf, toCloudEvent, type OutboxRow } from './envelope.js';

export interface Unsendable {
  readonly row: OutboxRow;
  readonly reason: string;
}

interface Outcome {
  /** Rows that the stream has, and the number that it gave them. */
  readonly marks: readonly { readonly row: OutboxRow; readonly seq: number }[];
  /** Rows that no try will bring on the bus: of a type that this release does not know, or too large for the server. */
  readonly aside: readonly Unsendable[];
  /** Why the others were not sent, when any were not: the bus does not answer. */
  readonly failure: unknown;
}

/** Sends rows in their order, all at once; each has an outcome of its own. */
export async function publishBatch(bus: Bus, rows: readonly OutboxRow[]): Promise<Outcome> {
  const js = await bus.jetstream();
  const sent = await Promise.allSettled(
    rows.map(async (row) => {
      const subject = subjectKnown(row);
      return sendSpan(row.traceparent, `publish ${row.type}`, () =>
        js.publish(subject, JSON.stringify(toCloudEvent(bus.context, row)), { msgID: messageId(row) }),
      );
    }),
  );
  const marks: { row: OutboxRow; seq: number }[] = [];
  const aside: Unsendable[] = [];
  let failure: unknown;
  for (const [i, ack] of sent.entries()) {
    const row = rows[i] as OutboxRow;
    if (ack.status === 'fulfilled') marks.push({ row, seq: ack.value.seq });
    else if (ack.reason instanceof NoSubject) aside.push({ row, reason: 'type' });
    else if (ack.reason instanceof InvalidArgumentError) aside.push({ row, reason: 'size' });
    else failure ??= ack.reason;
  }
  return { marks, aside, failure };
}

class NoSubject extends Error {}

function subjectKnown(row: OutboxRow): string {
  try {
    return subjectOf(row);
  } catch {
    throw new NoSubject(row.type);
  }
}
