import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { TriageStarted, type CloudEvent } from '@helhed/contracts';
import {
  Database,
  dataSource,
  migrate,
  PersonalData,
  platformTables,
  rolesOf,
  tenantTable,
  Workers,
  type Tx,
} from '@helhed/database';
import { municipalityCode, newId } from '@helhed/kernel';
import { createServiceDatabase, startTestNats, type ServiceDatabase, type TestNats } from '@helhed/testing';
import type { verdict } from '../inbox.js';
import { Messaging } from '../messaging.js';
import { Relay } from '../relay.js';

/** Of NATS: whoever may change what readers are configured as. */
const setUpUser = 'set-up';

export const municipality = municipalityCode('0450');
const key = Buffer.alloc(32, 7).toString('base64');
const keys = { current: 'k1', keys: { k1: key }, index: key };

class SourceTables1767225600000 {
  async up(runner: { query(sql: string): Promise<unknown> }): Promise<void> {
    await runner.query(platformTables('referral'));
  }
  async down(): Promise<void> {}
}

class ConsumerTables1767225600000 {
  async up(runner: { query(sql: string): Promise<unknown> }): Promise<void> {
    await runner.query(platformTables('family-plan'));
    const columns =
      'id bigint GENERATED ALWAYS AS IDENTITY, family uuid NOT NULL, event uuid NOT NULL, PRIMARY KEY (municipality, id)';
    await runner.query(tenantTable(rolesOf('family-plan'), { name: 'effect', columns }));
  }
  async down(): Promise<void> {}
}

/** What was done to each family, in order: the oracle's and the consumer's side of the same story. */
export type Record = Map<string, string[]>;

/** A source and a consumer with their databases, and a NATS server of their own. */
export class World {
  readonly sent: Record = new Map();
  readonly reports: string[] = [];
  readonly #open: { stop(): Promise<void> }[] = [];

  private constructor(
    readonly nats: TestNats,
    readonly source: ServiceDatabase,
    readonly consumer: ServiceDatabase,
  ) {}

  static async make(): Promise<World> {
    const [nats, source, consumer] = await Promise.all([
      startTestNats(),
      createServiceDatabase('referral'),
      createServiceDatabase('family-plan'),
    ]);
    await migrate(source.owner, [SourceTables1767225600000]);
    await migrate(consumer.owner, [ConsumerTables1767225600000]);
    return new World(nats, source, consumer);
  }

  async #service(context: 'referral' | 'family-plan', at: ServiceDatabase, check?: typeof verdict) {
    const connected = await dataSource({ url: at.app, entities: [], poolSize: 70 }).initialize();
    const database = new Database(connected, new PersonalData(keys));
    const workers = new Workers(at.worker);
    const bus = { context, url: this.nats.url, user: context, password: this.nats.passwords[context], check };
    const messaging = new Messaging(bus, database, workers, (what, error) =>
      this.reports.push(`${what}: ${String(error)}`),
    );
    const stop = async () => {
      await messaging.stop();
      await workers.close();
      await connected.destroy();
    };
    this.#open.push({ stop });
    return { database, messaging, workers, stop };
  }

  /** An instance that writes and publishes. */
  async writer() {
    const service = await this.#service('referral', this.source);
    await service.messaging.start([]);
    return service;
  }

  /** An instance whose relay selects as told: for planting a wrong one. */
  async writerWith(select: string) {
    const service = await this.#service('referral', this.source);
    const relay = new Relay(
      service.messaging.bus,
      service.workers,
      (what, error) => this.reports.push(`${what}: ${String(error)}`),
      {
        batch: 1_000,
        pollMs: 20,
        select,
      },
    );
    relay.start();
    this.#open.push(relay);
    return service;
  }

  /** An instance that applies: writes down each event's id, and fails where `fail` says so. */
  async reader(options: { check?: typeof verdict; effect?: (event: CloudEvent, tx: Tx) => Promise<void> } = {}) {
    const service = await this.#service('family-plan', this.consumer, options.check);
    service.messaging.use(async (event, tx) => {
      await options.effect?.(event, tx);
      await tx.query('INSERT INTO effect (municipality, family, event) VALUES (helhed.tenant(), $1, $2)', [
        event.orderkey,
        event.id,
      ]);
    });
    await service.messaging.start(['referral']);
    return service;
  }

  /** One command: an event about the family, after a pause inside the transaction. */
  async write(database: Database, family: string, pauseMs = 0): Promise<void> {
    const referralId = newId();
    await database.inTransaction(municipality, async (tx) => {
      if (pauseMs > 0) await tx.query('SELECT pg_sleep($1)', [pauseMs / 1_000]);
      tx.emit(TriageStarted, {
        referralId,
        familyId: family,
        programme: 'familiestue',
        startedOn: tx.today,
        unit: 'visitation',
      });
    });
  }

  /** How long the bus waits before it gives what a reader holds to another by itself. */
  async ackWait(ms: number): Promise<void> {
    const { url: servers, passwords } = this.nats;
    const inboxPrefix = `_INBOX.${setUpUser}`;
    const connection = await connect({ servers, user: setUpUser, pass: passwords[setUpUser], inboxPrefix });
    const manager = await jetstreamManager(connection);
    await manager.consumers.update('helhed-referral', 'family-plan', { ack_wait: ms * 1_000_000 });
    await connection.close();
  }

  /** What stands in the source's outbox, by family and number: what must have been applied. */
  async expected(): Promise<Record> {
    return this.#read(
      this.source,
      'SELECT order_key AS family, event_id AS event FROM helhed.outbox ORDER BY order_key, seq',
    );
  }

  async applied(): Promise<Record> {
    return this.#read(this.consumer, 'SELECT family, event FROM effect ORDER BY family, id');
  }

  async #read(at: ServiceDatabase, sql: string): Promise<Record> {
    const reader = new Workers(at.backup);
    const rows = await reader.query<{ family: string; event: string }>(sql);
    await reader.close();
    const record: Record = new Map();
    for (const { family, event } of rows) record.set(family, [...(record.get(family) ?? []), event]);
    return record;
  }

  /** Waits until as many events are applied as were written (or more), then tells both sides. */
  async settled(ms = 90_000): Promise<{ expected: Record; applied: Record }> {
    const count = (record: Record) => [...record.values()].flat().length;
    const expected = await this.expected();
    let applied = await this.applied();
    for (
      const until = Date.now() + ms;
      count(applied) < count(expected) && Date.now() < until;
      applied = await this.applied()
    )
      await new Promise((resolve) => setTimeout(resolve, 100));
    // a repeat that slipped through would come late
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { expected, applied: await this.applied() };
  }

  async stop(): Promise<void> {
    for (const part of this.#open.toReversed()) await part.stop().catch(() => undefined);
    await this.nats.stop();
  }
}

export const families = (count: number): string[] => Array.from({ length: count }, () => newId());
