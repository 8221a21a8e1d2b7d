import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contexts } from '@helhed/contracts';
import { jetstreamManager, type JetStreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { setUpUser } from './nats-rights.js';
import { startNats, type RunningNats } from './start-nats.js';

const passwords = Object.fromEntries([...contexts, setUpUser].map((name) => [name, `secret-${name}`]));
const second = 1_000_000_000;

describe('the streams and durables', () => {
  let dataDir: string;
  let nats: RunningNats | undefined;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'nats-set-up-'));
    nats = await startNats({ dataDir, passwords });
  });
  afterEach(async () => {
    await nats?.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function restart(): Promise<void> {
    await nats?.stop();
    nats = await startNats({ dataDir, passwords });
  }

  async function managing<T>(work: (manager: JetStreamManager) => Promise<T>): Promise<T> {
    const inboxPrefix = `_INBOX.${setUpUser}`;
    const pass = passwords[setUpUser];
    const connection = await connect({ servers: nats?.url, user: setUpUser, pass, inboxPrefix, reconnect: false });
    return work(await jetstreamManager(connection)).finally(() => connection.close());
  }

  const configuration = () =>
    managing(async (manager) => ({
      stream: (await manager.streams.info('helhed-consent')).config,
      durable: (await manager.consumers.info('helhed-consent', 'referral')).config,
    }));

  it('are there when the server has started: one of each context, and one in it for each other', async () => {
    const { stream, durable } = await configuration();
    expect(stream).toMatchObject({
      subjects: ['helhed.*.consent.>'],
      storage: 'file',
      deny_delete: true,
      deny_purge: true,
      max_age: 90 * 86_400 * second,
      duplicate_window: 900 * second,
    });
    expect(durable).toMatchObject({ ack_policy: 'explicit', deliver_policy: 'all', max_deliver: -1 });
    expect(durable.deliver_subject).toBeUndefined();
  });

  it('are brought back to their configuration at the next start', async () => {
    const before = await configuration();
    await managing(async (manager) => {
      await manager.streams.update('helhed-consent', {
        max_age: 3_600 * second,
        duplicate_window: second,
        max_msgs: 10,
      });
      await manager.consumers.update('helhed-consent', 'referral', {
        max_ack_pending: 1,
        max_deliver: 2,
        ack_wait: second,
      });
    });
    expect(await configuration()).not.toEqual(before);
    await restart();
    expect(await configuration()).toEqual(before);
  });

  it('are made anew where the store was lost', async () => {
    await nats?.stop();
    await rm(join(dataDir, 'jetstream'), { recursive: true, force: true });
    nats = await startNats({ dataDir, passwords });
    expect((await configuration()).stream.subjects).toEqual(['helhed.*.consent.>']);
  });
});
