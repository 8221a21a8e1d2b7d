import { jetstream, type JetStreamClient } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { TestNats } from '@helhed/testing';
import type { Client } from 'pg';
import { connectAs } from './connect-as.js';

const unpublished = 'SELECT id, data FROM outbox WHERE published_at IS NULL ORDER BY id LIMIT 1000';
const mark = 'UPDATE outbox SET published_at = clock_timestamp() WHERE id = ANY($1)';

/** Publishes what is not published, as often as it is poked. */
export class RawRelay {
  #poked = false;
  #running: Promise<void> | undefined;

  private constructor(
    readonly connection: NatsConnection,
    readonly stream: JetStreamClient,
    readonly database: Client,
  ) {}

  static async start(nats: TestNats, database: Client): Promise<RawRelay> {
    const connection = await connectAs(nats, 'referral');
    return new RawRelay(connection, jetstream(connection), database);
  }

  poke(): void {
    this.#poked = true;
    this.#running ??= this.#publish().finally(() => (this.#running = undefined));
  }

  async stop(): Promise<void> {
    await this.#running;
    await this.database.end();
    await this.connection.drain();
  }

  async #publish(): Promise<void> {
    while (this.#poked) {
      this.#poked = false;
      const { rows } = await this.database.query<{ id: string; data: object }>({
        name: 'unpublished',
        text: unpublished,
      });
      await Promise.all(
        rows.map((row) => this.stream.publish(`helhed.0450.referral.raw.${row.id}`, JSON.stringify(row))),
      );
      if (rows.length > 0) await this.database.query({ name: 'mark', text: mark, values: [rows.map(({ id }) => id)] });
    }
  }
}
