import { lookUpsKey, snapshotBy, type Context, type Told } from '@helhed/contracts';
import type { Database, Tx, Workers } from '@helhed/database';
import { municipalityCode } from '@helhed/kernel';
import { continueTrace } from '@helhed/telemetry';

/** What a service says of one key today: the shortest series of its events that leads there; nothing of an unknown key. */
export type SnapshotOf = (tx: Tx, orderKey: string) => Promise<readonly Told[]>;

interface Key {
  readonly municipality: string;
  readonly order_key: string;
}

const atOnce = 500;

/** Who takes a snapshot in place of look-ups has lost them: it is told only where they are gone, or after a restore. */
const stateful = `order_key <> '${lookUpsKey}'`;

/** Tells consumers what the service owns, where the single events no longer can. */
export class Snapshots {
  #stopped = false;
  readonly #running = new Set<Promise<unknown>>();

  constructor(
    readonly context: Context,
    readonly database: Database,
    readonly workers: Workers,
    readonly snapshotOf: SnapshotOf,
    readonly report: (what: string, error: unknown) => void,
  ) {}

  /**
   * A snapshot of one key, as its next event. The key is locked before anything is read: whoever changes what it tells
   * must number an event of the key, and does so before (and is read) or after it (and comes as an event).
   */
  async publish(municipality: string, orderKey: string, unlessCurrent = false): Promise<void> {
    const contract = snapshotBy(this.context);
    if (!contract) return;
    await continueTrace(undefined, 'snapshot', () =>
      this.database.inTransaction(municipalityCode(municipality), async (tx) => {
        const { standsAt, current } = await lockKey(tx, orderKey);
        if (unlessCurrent && current) return;
        // looks are no state that could be told shorter: their snapshot only says where the numbers go on
        const events = orderKey === lookUpsKey ? [] : await this.snapshotOf(tx, orderKey);
        tx.emit(contract, { orderKey, standsAt, events: [...events] });
      }),
    );
  }

  /** Every key of a municipality, one transaction each. @returns how many were told */
  publishAll(municipality: string): Promise<number> {
    const values = (last?: Key) => [municipality, last?.order_key ?? ''];
    return this.#each(`municipality = $1 AND order_key > $2 AND ${stateful} ORDER BY order_key`, values, false);
  }

  /** The same in the background; a crash ends it. @returns how many keys there are to tell */
  async beginAll(municipality: string): Promise<number> {
    const [known] = await this.workers.query<{ keys: number }>(
      `SELECT count(*)::int AS keys FROM helhed.order_key WHERE municipality = $1 AND ${stateful}`,
      [municipality],
    );
    this.#inBackground(this.publishAll(municipality));
    return known?.keys ?? 0;
  }

  /**
   * After the database was restored to an earlier state: from here on events belong to a new incarnation, and every key is
   * told anew under it. Writers are waited for, so that none goes on under the old one. @returns how many keys will be told
   */
  async renewIncarnation(): Promise<{ incarnation: string; keys: number }> {
    const incarnation = await this.workers.run(async (client) => {
      try {
        await client.query('BEGIN');
        await client.query('LOCK TABLE helhed.order_key IN SHARE ROW EXCLUSIVE MODE');
        const { rows } = await client.query<{ incarnation: string }>(
          'UPDATE helhed.relay SET incarnation = uuidv7() RETURNING incarnation',
        );
        await client.query('COMMIT');
        return (rows[0] as { incarnation: string }).incarnation;
      } catch (error) {
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });
    const left = await this.workers.query<{ keys: number }>(
      'SELECT count(*)::int AS keys FROM helhed.order_key WHERE incarnation <> helhed.incarnation()',
    );
    this.goOn();
    return { incarnation, keys: left[0]?.keys ?? 0 };
  }

  /** Tells the keys that are still of an earlier incarnation, in the background; called at start too, after a crash. */
  goOn(): void {
    this.#inBackground(this.#tellLeft());
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#running);
  }

  #inBackground(work: Promise<unknown>): void {
    const running = work
      .catch((error: unknown) => this.report('snapshots', error))
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  async #tellLeft(): Promise<void> {
    await this.#each(
      `incarnation <> helhed.incarnation() AND (municipality, order_key) > ($1, $2) ORDER BY municipality, order_key`,
      (last) => [last?.municipality ?? '', last?.order_key ?? ''],
      true,
    );
  }

  async #each(where: string, values: (last?: Key) => unknown[], unlessCurrent: boolean): Promise<number> {
    let count = 0;
    for (let last: Key | undefined; !this.#stopped;) {
      const keys = await this.workers.query<Key>(
        `SELECT municipality, order_key FROM helhed.order_key WHERE ${where} LIMIT ${atOnce}`,
        values(last),
      );
      for (const { municipality, order_key: key } of keys) {
        if (this.#stopped) return count;
        // one key that cannot be told now must not keep the others: a consumer that lacks it asks
        await this.publish(municipality, key, unlessCurrent).then(
          () => count++,
          (error: unknown) => this.report('snapshot', error),
        );
      }
      last = keys.at(-1);
      if (keys.length < atOnce) return count;
    }
    return count;
  }
}

/** The key's row, locked, and made where there is none. Numbers of a new incarnation begin at 2, as in the flush. */
async function lockKey(tx: Tx, orderKey: string): Promise<{ standsAt: number; current: boolean }> {
  await tx.query(
    `INSERT INTO helhed.order_key (municipality, order_key, incarnation, last_seq)
     VALUES (helhed.tenant(), $1, helhed.incarnation(), 0) ON CONFLICT DO NOTHING`,
    [orderKey],
  );
  const [row] = await tx.query<{ last_seq: string; current: boolean }>(
    `SELECT last_seq, incarnation = helhed.incarnation() AS current FROM helhed.order_key
     WHERE municipality = helhed.tenant() AND order_key = $1 FOR UPDATE`,
    [orderKey],
  );
  const { last_seq: last, current } = row as { last_seq: string; current: boolean };
  return { standsAt: current ? Number(last) : 1, current };
}
