import { Pool, type PoolClient } from 'pg';

/** Connections of the worker role: it sees the id-only platform tables of every municipality, and nothing else. */
export class Workers {
  readonly pool: Pool;

  constructor(readonly url: string) {
    this.pool = new Pool({
      connectionString: url,
      max: 4,
      // hardly any request waits for these, and a full machine may take its time with a new connection
      connectionTimeoutMillis: 10_000,
      // what looks every few seconds would have its connection made anew each time
      idleTimeoutMillis: 300_000,
      statement_timeout: 30_000,
      keepAlive: true,
    });
    this.pool.on('connect', (client) => client.on('error', () => undefined));
    // an idle connection that is cut must not end the process; the next query reports it
    this.pool.on('error', () => undefined);
  }

  async run<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      return await work(client);
    } finally {
      client.release();
    }
  }

  async query<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
    return (await this.pool.query<T>(sql, values)).rows;
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
