import type { Workers } from '@helhed/database';
import type { Client } from 'pg';
import type { Bus } from './bus.js';
import type { OutboxRow } from './envelope.js';
import { Leadership } from './leadership.js';
import { OutboxCare } from './outbox-care.js';
import { publishBatch } from './publish-batch.js';
import { refill } from './refill.js';

const columns = 'id, municipality, event_id, type, order_key, incarnation, seq, occurred_at, traceparent, data, asked';

/** Rows not yet marked as published: by the mark, since an id or xid cursor skips rows that commit late. */
export const unpublished = `SELECT ${columns} FROM helhed.outbox WHERE published_at IS NULL AND set_aside IS NULL ORDER BY id LIMIT $1`;

interface RelayOptions {
  readonly batch: number;
  readonly pollMs: number;
  readonly select: string;
}

type Report = (what: string, error: unknown) => void;

/** Publishes the outbox in order, as the leader among the service's instances. */
export class Relay {
  readonly #leadership: Leadership;
  readonly #care: OutboxCare;
  #wake: (() => void) | undefined;
  #poked = false;
  #running: Promise<void> | undefined;
  #stopped = false;
  #server: string | undefined;

  constructor(
    readonly bus: Bus,
    readonly workers: Workers,
    readonly report: Report,
    readonly options: RelayOptions = { batch: 1_000, pollMs: 100, select: unpublished },
  ) {
    this.#leadership = new Leadership(workers, undefined, () => this.poke());
    this.#care = new OutboxCare(report);
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Something was committed: look now, do not wait for the poll. */
  poke(): void {
    this.#poked = true;
    this.#wake?.();
  }

  get leads(): boolean {
    return this.#leadership.leads;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.poke();
    await this.#running;
    await this.#leadership.resign();
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      const pause = await this.#round().catch((error: unknown) => {
        if (!this.#stopped) this.report('relay', error);
        // a publication that failed may mean that another server answers now: compare before going on
        this.#server = undefined;
        return 500;
      });
      if (pause > 0) await this.#sleep(pause);
    }
  }

  /** @returns how long to wait before the next round, in milliseconds */
  async #round(): Promise<number> {
    // also where another leads: a poke that nobody takes down would keep this one from ever resting
    const poked = this.#poked;
    this.#poked = false;
    if (poked) await this.#leadership.wakeLeader();
    const session = await this.#leadership.session();
    if (!session) {
      this.#server = undefined;
      return 1_000;
    }
    await this.#care.take(session);
    const server = await this.bus.serverId();
    if (server !== this.#server) {
      await refill(session, this.bus);
      this.#server = server;
    }
    const published = await this.#publish(session);
    return published === this.options.batch ? 0 : this.options.pollMs;
  }

  async #publish(session: Client): Promise<number> {
    const { rows } = await session.query<OutboxRow>(this.options.select, [this.options.batch]);
    if (rows.length === 0) return 0;
    const { marks, aside, failure } = await publishBatch(this.bus, rows);
    await session.query(
      `UPDATE helhed.outbox o SET published_at = clock_timestamp(), stream_seq = m.stream_seq
       FROM unnest($1::bigint[], $2::bigint[], $3::int[]) AS m(id, stream_seq, asked)
       WHERE o.id = m.id AND o.asked = m.asked AND o.published_at IS NULL`,
      [marks.map((m) => m.row.id), marks.map((m) => m.seq), marks.map((m) => m.row.asked)],
    );
    if (aside.length > 0) await this.#care.setAside(session, aside);
    if (failure) throw failure;
    return rows.length;
  }

  async #sleep(ms: number): Promise<void> {
    if (this.#poked) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = undefined;
  }
}
