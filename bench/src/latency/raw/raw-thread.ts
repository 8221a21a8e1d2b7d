import type { TestNats } from '@helhed/testing';
import { Client, Pool } from 'pg';
import { withClient } from '../../platform/publish-programme.js';
import { commitTimes, committed, delays } from '../commit-times.js';
import { RawHandler } from './raw-handler.js';
import { RawRelay } from './raw-relay.js';

const database = 'raw_thread';
const tables = `
  CREATE TABLE outbox (id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY, data jsonb NOT NULL, published_at timestamptz);
  CREATE INDEX ON outbox (id) WHERE published_at IS NULL;
  CREATE TABLE cause (id bigint PRIMARY KEY);
  CREATE TABLE effect (id bigint PRIMARY KEY, data jsonb NOT NULL);`;

/**
 * The yardstick: a row and its outbox row in one transaction, a relay woken after the commit, JetStream, a handler that
 * inserts a row. No sequence, no row level security, no check; nothing of ours.
 */
export class RawThread {
  private constructor(
    readonly address: string,
    readonly pool: Pool,
    readonly relay: RawRelay,
    readonly handler: RawHandler,
  ) {}

  static async start(adminUrl: string, nats: TestNats): Promise<RawThread> {
    await withClient(adminUrl, (client) => client.query(`CREATE DATABASE ${database}`));
    const url = new URL(adminUrl);
    url.pathname = `/${database}`;
    await withClient(url.href, (client) => client.query(tables));
    const connect = async (): Promise<Client> => {
      const client = new Client({ connectionString: url.href, pipeline: true });
      await client.connect();
      return client;
    };
    const relay = await RawRelay.start(nats, await connect());
    const handler = await RawHandler.start(nats, await connect());
    return new RawThread(url.href, new Pool({ connectionString: url.href, max: 10 }), relay, handler);
  }

  async send(data: object): Promise<void> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      await client.query({
        name: 'both',
        text: `WITH event AS (INSERT INTO outbox (data) VALUES ($1) RETURNING id) INSERT INTO cause SELECT id FROM event`,
        values: [JSON.stringify(data)],
      });
      await client.query('COMMIT');
    } finally {
      client.release();
    }
    this.relay.poke();
  }

  /** Of the events since an instant, in milliseconds. */
  async delays(since: number): Promise<number[]> {
    const times = (table: string) => commitTimes(this.address, `SELECT id AS key, ${committed} FROM ${table}`);
    const causes = [...(await times('cause'))].filter(([, at]) => at > since);
    return delays(new Map(causes), () => times('effect'));
  }

  async stop(): Promise<void> {
    await this.relay.stop();
    await this.handler.stop();
    await this.pool.end();
  }
}
