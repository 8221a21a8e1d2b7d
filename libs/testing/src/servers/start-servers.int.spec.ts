import { once } from 'node:events';
import { createConnection } from 'node:net';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import pg from 'pg';
import { startTestNats, startTestPostgres } from './start-servers.js';
import type { TestNats, TestPostgres } from './test-server.js';

async function reached(host: string, port: number): Promise<boolean> {
  const socket = createConnection({ host, port });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

describe('a server of a test', () => {
  let postgres: TestPostgres;
  let nats: TestNats;
  beforeAll(async () => {
    [postgres, nats] = await Promise.all([startTestPostgres(), startTestNats()]);
  });
  afterAll(() => Promise.allSettled([postgres?.stop(), nats?.stop()]));

  it('keeps its address and what was committed when it is killed and started again (PostgreSQL)', async () => {
    await sql('CREATE TABLE kept (id int); INSERT INTO kept VALUES (7)');
    await postgres.kill();
    await expect(sql('SELECT 1')).rejects.toThrow();
    await postgres.start();
    expect(await sql('SELECT id FROM kept')).toEqual([{ id: 7 }]);
  });

  it('starts again though a statement of the killed one is still running (PostgreSQL)', async () => {
    const running = sql('SELECT count(md5(n::text)) FROM generate_series(1, 6000000) n').catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await postgres.kill();
    await postgres.start();
    expect(await sql('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await running;
  });

  it('keeps its address and what was acknowledged when it is killed and started again (NATS)', async () => {
    await withNats(async (connection) => {
      await jetstream(connection).publish('helhed.0450.referral.received.f', '{}');
    });
    await nats.kill();
    await expect(withNats(() => Promise.resolve())).rejects.toThrow();
    await nats.start();
    expect((await fetch(`${nats.monitorUrl}/healthz`)).ok).toBe(true);
    await withNats(async (connection) => {
      const info = await (await jetstreamManager(connection)).streams.info('helhed-referral');
      expect(info.state.messages).toBe(1);
    });
  });

  it('answers on its own loopback address only', async () => {
    // whoever listens on every address listens on this one too
    const elsewhere = '127.0.0.2';
    for (const { port } of [postgres, nats]) {
      await expect(reached('127.0.0.1', port)).resolves.toBe(true);
      await expect(reached(elsewhere, port)).resolves.toBe(false);
    }
  });

  async function sql(text: string): Promise<unknown[]> {
    const client = new pg.Client({ connectionString: postgres.adminUrl, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query(text)).rows as unknown[];
    } finally {
      await client.end();
    }
  }

  async function withNats(work: (connection: NatsConnection) => Promise<void>): Promise<void> {
    const { url, passwords } = nats;
    const connection = await connect({
      servers: url,
      user: 'referral',
      pass: passwords['referral'],
      inboxPrefix: '_INBOX.referral',
      reconnect: false,
    });
    await work(connection).finally(() => connection.close());
  }
});
