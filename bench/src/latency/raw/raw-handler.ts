import { jetstream, type ConsumerMessages } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { TestNats } from '@helhed/testing';
import type { Client } from 'pg';
import { connectAs } from './connect-as.js';

const insert = 'INSERT INTO effect (id, data) VALUES ($1, $2) ON CONFLICT DO NOTHING';

/** Inserts a row for each message, then acknowledges it. */
export class RawHandler {
  private constructor(
    readonly connection: NatsConnection,
    readonly messages: ConsumerMessages,
    readonly database: Client,
  ) {}

  static async start(nats: TestNats, database: Client): Promise<RawHandler> {
    const connection = await connectAs(nats, 'reporting');
    const consumer = await jetstream(connection).consumers.get('helhed-referral', 'reporting');
    const messages = await consumer.consume({
      callback: (message) => {
        const { id, data } = message.json<{ id: string; data: object }>();
        void database
          .query({ name: 'insert', text: insert, values: [id, JSON.stringify(data)] })
          .then(() => message.ack());
      },
    });
    return new RawHandler(connection, messages, database);
  }

  async stop(): Promise<void> {
    await this.messages.close();
    await this.connection.drain();
    await this.database.end();
  }
}
