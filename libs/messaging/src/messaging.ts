import type { Context } from '@helhed/contracts';
import type { Database, Workers } from '@helhed/database';
import { Applier } from './applier.js';
import { Asks } from './asks.js';
import { Bus, type BusOptions } from './bus.js';
import { CatchUp } from './catch-up.js';
import { DeadLetters } from './dead-letters.js';
import type { Handle } from './effect.js';
import type { verdict } from './inbox.js';
import { JetStreamStrategy, type Consumers } from './jetstream-strategy.js';
import { ParkedLoop } from './parked-loop.js';
import { Relay } from './relay.js';
import { Snapshots, type SnapshotOf } from './snapshots.js';
import { StreamConsumer } from './stream-consumer.js';

type Report = (what: string, error: unknown) => void;

/** Everything a service has to do with the bus: its outbox's relay, its consumers, its parked events. */
export class Messaging implements Consumers {
  readonly bus: Bus;
  readonly relay: Relay;
  readonly asks: Asks;
  readonly deadLetters: DeadLetters;
  readonly strategy: JetStreamStrategy;
  /** Undefined in a service that owns nothing that others hear of. */
  readonly snapshots: Snapshots | undefined;
  #handle: Handle = () => Promise.resolve();
  readonly #consumers: StreamConsumer[] = [];
  #stopped = false;
  readonly #applier: Applier;
  readonly #parked: ParkedLoop;
  readonly #catchUp: CatchUp;

  constructor(
    readonly options: BusOptions & {
      check?: typeof verdict;
      parked?: Applier['parked'];
      snapshotOf?: SnapshotOf | undefined;
    },
    readonly database: Database,
    readonly workers: Workers,
    readonly report: Report,
  ) {
    this.bus = new Bus(options);
    this.relay = new Relay(this.bus, workers, report);
    const { context, snapshotOf } = options;
    this.snapshots = snapshotOf && new Snapshots(context, database, workers, snapshotOf, report);
    this.asks = new Asks(this.bus, workers, () => this.relay.poke(), this.snapshots);
    this.deadLetters = new DeadLetters(workers);
    this.#applier = new Applier(
      database,
      context,
      (event, tx, snapshot) => this.#handle(event, tx, snapshot),
      report,
      options.check,
      options.parked,
    );
    this.#parked = new ParkedLoop(database, workers, this.#applier, this.asks, report);
    this.#catchUp = new CatchUp(workers, this.asks, report);
    this.strategy = new JetStreamStrategy(this);
    database.onEvents(() => this.relay.poke());
  }

  use(handle: Handle): void {
    this.#handle = handle;
  }

  /** Returns at once: a bus that is down now is connected to when it comes up, and the service serves until then. */
  async start(listenedTo: readonly Context[]): Promise<void> {
    // what a service says it knows already; the bus lets nobody read its own stream
    const sources = listenedTo.filter((source) => source !== this.bus.context);
    this.relay.start();
    this.#parked.start();
    for (const source of sources)
      this.#consumers.push(new StreamConsumer(this.bus, source, this.#applier, this.report));
    for (const consumer of this.#consumers) consumer.start();
    this.#catchUp.start(sources);
    this.snapshots?.goOn();
    void this.#listen();
  }

  /** A subscription ends with its connection; the next connection needs one of its own. */
  async #listen(): Promise<void> {
    while (!this.#stopped) {
      try {
        const connection = await this.bus.connection();
        await this.asks.listen(this.report);
        await connection.closed();
      } catch (error) {
        if (this.#stopped) return;
        this.report('asks', error);
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.bus.giveUp();
    this.asks.stop();
    await Promise.all([
      ...this.#consumers.map((consumer) => consumer.stop()),
      this.#parked.stop(),
      this.#catchUp.stop(),
      this.snapshots?.stop(),
      this.relay.stop(),
    ]);
    await this.bus.close();
  }

  /** Events not yet applied, by source; null where the bus does not say. */
  async lag(): Promise<Record<string, number | null>> {
    const entries = this.#consumers.map(
      async (consumer) => [consumer.source, await consumer.lag().catch(() => null)] as const,
    );
    return Object.fromEntries(await Promise.all(entries));
  }

  /** Age in seconds of the oldest unpublished event; 0 when there is none. */
  async outboxAge(): Promise<number> {
    const rows = await this.workers.query<{ age: number }>(
      `SELECT coalesce(extract(epoch FROM clock_timestamp() - min(recorded_at)), 0)::float8 AS age
       FROM helhed.outbox WHERE published_at IS NULL AND set_aside IS NULL`,
    );
    return rows[0]?.age ?? 0;
  }

  /** How many events of the outbox can never be sent as they are: of an unknown type, or too large for the bus. */
  async setAside(): Promise<number> {
    const rows = await this.workers.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM helhed.outbox WHERE set_aside IS NOT NULL',
    );
    return rows[0]?.n ?? 0;
  }

  /** Age in seconds of the oldest event that waits here for an earlier one or for another try; 0 when none does. */
  async parkedAge(): Promise<number> {
    const rows = await this.workers.query<{ age: number }>(
      `SELECT coalesce(extract(epoch FROM clock_timestamp() - min(parked_at)), 0)::float8 AS age
       FROM helhed.parked_event WHERE state = 'waiting'`,
    );
    return rows[0]?.age ?? 0;
  }

  /**
   * Marks what was published or set aside since an instant as unpublished, so that the relay sends it again.
   * @returns how many events
   */
  async republish(since: Date): Promise<number> {
    const rows = await this.workers.query(
      `UPDATE helhed.outbox SET published_at = NULL, set_aside = NULL, asked = asked + 1
       WHERE (published_at IS NOT NULL OR set_aside IS NOT NULL) AND recorded_at >= $1 RETURNING id`,
      [since],
    );
    this.relay.poke();
    return rows.length;
  }
}
