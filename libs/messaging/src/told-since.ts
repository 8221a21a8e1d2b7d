import { natsSubject, streamName, type CloudEvent, type EventContract } from '@helhed/contracts';
import type { Bus } from './bus.js';
import { readMessage } from './read-message.js';

/**
 * What the service itself has told of one kind of event, from a number of its own stream on, oldest first. A database that
 * was restored lacks what it told after its backup.
 * @throws JetStream's errors: where the stream is not there, or after 5 s without an answer
 */
export async function* toldSince(
  bus: Bus,
  contract: Pick<EventContract, 'context' | 'name'>,
  from: number,
): AsyncGenerator<CloudEvent> {
  const { streams } = await bus.manager();
  for (let seq = from; ;) {
    const next = { seq, next_by_subj: natsSubject('*', contract, '>') };
    const message = await streams.getMessage(streamName(bus.context), next);
    if (!message) return;
    const event = readMessage(bus.context, message.subject, message.string());
    if (event) yield event;
    seq = message.seq + 1;
  }
}
