import { contexts, streamName, streamSubjects } from '@helhed/contracts';
import { AckPolicy, DeliverPolicy, jetstreamManager, type JetStreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { readings, setUpUser } from './nats-rights.js';

const seconds = 1_000_000_000;
const day = 86_400 * seconds;

const stream = {
  max_age: 90 * day,
  // longer than the window that a relay publishes again, so that what the bus still has is recognised and dropped there
  duplicate_window: 15 * 60 * seconds,
  max_msgs: -1,
  max_bytes: -1,
  max_msg_size: -1,
};
// What an instance held when it died goes to another after this long; a living one says that it is still at work.
const durable = { ack_wait: 8 * seconds, max_ack_pending: 2_000, max_deliver: -1 };

export interface NatsPlace {
  readonly url: string;
  readonly password: string;
}

/** Makes the streams and durables, or brings them to today's configuration: JetStream does not re-apply one by itself. */
export async function setUpNats({ url, password }: NatsPlace): Promise<void> {
  const connection = await connect({
    servers: url,
    user: setUpUser,
    pass: password,
    name: setUpUser,
    inboxPrefix: `_INBOX.${setUpUser}`,
    reconnect: false,
  });
  try {
    // each is written through to the disk, which may be busy while everything else starts
    const manager = await jetstreamManager(connection, { timeout: 30_000 });
    for (const context of contexts) await ensureStream(manager, streamName(context), streamSubjects(context));
    for (const { source, reader } of readings) await ensureDurable(manager, streamName(source), reader);
  } finally {
    await connection.close();
  }
}

async function ensureStream(manager: JetStreamManager, name: string, subjects: string): Promise<void> {
  const wanted = { ...stream, subjects: [subjects] };
  const existing = await manager.streams.info(name).catch(undefinedWhenMissing);
  if (!existing) await manager.streams.add({ name, storage: 'file', deny_delete: true, deny_purge: true, ...wanted });
  else if (!isSame(existing.config, wanted)) await manager.streams.update(name, wanted);
}

async function ensureDurable(manager: JetStreamManager, name: string, reader: string): Promise<void> {
  const existing = await manager.consumers.info(name, reader).catch(undefinedWhenMissing);
  const explicit = { durable_name: reader, ack_policy: AckPolicy.Explicit, deliver_policy: DeliverPolicy.All };
  if (!existing) await manager.consumers.add(name, { ...explicit, ...durable });
  else if (!isSame(existing.config, durable)) await manager.consumers.update(name, reader, durable);
}

const isSame = (has: object, wanted: object): boolean =>
  Object.entries(wanted).every(([key, value]) => String((has as Record<string, unknown>)[key]) === String(value));

/** JetStream's answers for a stream (10059) or consumer (10014) that is not there. */
function undefinedWhenMissing(error: unknown): undefined {
  const code = (error as { code?: unknown } | null)?.code;
  if (code !== 10_059 && code !== 10_014) throw error;
}
