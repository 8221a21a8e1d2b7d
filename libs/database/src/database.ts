import { AsyncLocalStorage } from 'node:async_hooks';
import { DomainError, type MunicipalityCode } from '@helhed/kernel';
import { requestContext, span, type IdempotencyClaim } from '@helhed/telemetry';
import type { Pool, PoolClient } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { finish, logUnavailable } from './flush.js';
import type { PersonalData } from './personal-data.js';
import { sqlState } from './sql-state.js';
import { TryAgainAfter } from './try-again-after.js';
import { keyReused, Tx } from './tx.js';

/** What runs on after the work, a timer that it started, is in its context but not within it. */
interface Unit {
  isOpen: boolean;
}

const retried = new Set(['40001', '40P01']);
const maxAttempts = 4;

/** The way to a service's rows: transactions that have entered a municipality. */
export class Database {
  readonly #afterCommit: (() => void)[] = [];
  readonly #afterLog: ((municipality: MunicipalityCode) => void)[] = [];
  readonly #within = new AsyncLocalStorage<Unit>();

  constructor(
    readonly dataSource: DataSource,
    readonly personalData: PersonalData,
  ) {
    if (dataSource.isInitialized) this.#guard();
  }

  /** Opens the data source, where it was made without touching a server. */
  async open(): Promise<void> {
    await this.dataSource.initialize();
    this.#guard();
  }

  /** A connection that is cut in the very packet that makes it ready has no listener yet, and would end the process. */
  #guard(): void {
    const { master } = this.dataSource.driver as unknown as { master?: Pool };
    master?.on('connect', (client) => client.on('error', () => undefined));
  }

  /** Called after each commit that left events behind: wakes the relay. */
  onEvents(wake: () => void): void {
    this.#afterCommit.push(wake);
  }

  /** Called after each commit that left rows in the access log: wakes their shipping. */
  onLog(wake: (municipality: MunicipalityCode) => void): void {
    this.#afterLog.push(wake);
  }

  /**
   * Runs `work` in one transaction of the municipality and commits it together with its events and log rows. Deadlocks
   * and serialization failures are tried again, at most three times: `work` has no effects but rows. Within `work` its `tx`
   * is the way to the rows: another transaction would wait for a connection while this one keeps its own.
   * @throws Error when called within a transaction's work
   */
  async inTransaction<T>(municipality: MunicipalityCode, work: (tx: Tx) => Promise<T>): Promise<T> {
    return span('transaction', {}, () => this.#attempt(municipality, work, undefined));
  }

  /**
   * A creating command, at most once for the request's Idempotency-Key: the ids it returns are kept with the key, and a
   * repeat gets them without running `work`.
   * @throws DomainError `idempotency-key-reused` when the key came before with another body or at another address
   */
  async createOnce<T extends Record<string, string>>(
    municipality: MunicipalityCode,
    work: (tx: Tx) => Promise<T>,
  ): Promise<T> {
    const once = requestContext.getStore()?.idempotency;
    return span('transaction', {}, () => this.#attempt(municipality, work, once));
  }

  async #attempt<T>(municipality: MunicipalityCode, work: (tx: Tx) => Promise<T>, once?: IdempotencyClaim): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#run(municipality, work, once);
      } catch (error) {
        if (error instanceof TryAgainAfter && attempt < maxAttempts) {
          await error.wait();
          continue;
        }
        const code = sqlState(error);
        // a unique violation under an Idempotency-Key may be the same request winning elsewhere: look again
        const again = retried.has(code ?? '') || (code === '23505' && once !== undefined);
        if (!again || attempt === maxAttempts) throw error;
      }
    }
  }

  async #run<T>(municipality: MunicipalityCode, work: (tx: Tx) => Promise<T>, once?: IdempotencyClaim): Promise<T> {
    if (this.#within.getStore()?.isOpen)
      throw new Error('a transaction within a transaction: use the one that is open');
    const unit: Unit = { isOpen: true };
    const runner = this.dataSource.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    let tx: Tx | undefined;
    try {
      const { now, earlier } = await begin(runner, client, municipality, once);
      if (earlier) {
        await client.query('COMMIT');
        return earlier as T;
      }
      const open = (tx = new Tx(runner.manager, municipality, now, this.personalData));
      const result = await this.#within.run(unit, () => work(open));
      await finish(client, tx, once && { claim: once, ids: result });
      this.#wake(tx);
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      const won =
        once && error instanceof DomainError && (await this.#wonElsewhere(runner, client, municipality, once));
      if (won) return won as T;
      if (tx && tx.afterRollback.length > 0) await this.#logAfterRollback(runner, client, tx);
      throw error;
    } finally {
      unit.isOpen = false;
      Object.assign(runner, { isTransactionActive: false, transactionDepth: 0 });
      await runner.release().catch(() => undefined);
    }
  }

  /** Refused, it may be by what the same request had done elsewhere meanwhile: then this one is its repeat. */
  async #wonElsewhere(runner: QueryRunner, client: PoolClient, municipality: MunicipalityCode, once: IdempotencyClaim) {
    try {
      return (await begin(runner, client, municipality, once)).earlier;
    } finally {
      await client.query('ROLLBACK').catch(() => undefined);
    }
  }

  /** What was refused left nothing behind but this. @throws DomainError `log-unavailable` in the refusal's place */
  async #logAfterRollback(runner: QueryRunner, client: PoolClient, { municipality, afterRollback }: Tx): Promise<void> {
    try {
      const { now } = await begin(runner, client, municipality);
      const tx = new Tx(runner.manager, municipality, now, this.personalData);
      tx.logRows.push(...afterRollback);
      await finish(client, tx);
      this.#wake(tx);
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw error instanceof DomainError ? error : logUnavailable(error);
    }
  }

  #wake({ municipality, events, logRows }: Tx): void {
    if (events.length > 0) for (const wake of this.#afterCommit) wake();
    if (logRows.length > 0) for (const wake of this.#afterLog) wake(municipality);
  }
}

/** BEGIN, the tenant and the look for an earlier answer travel together: one round trip on a pipelined connection. */
async function begin(runner: QueryRunner, client: PoolClient, municipality: MunicipalityCode, once?: IdempotencyClaim) {
  // TypeORM's own start would cost a round trip of its own; told that a transaction is open, its savers join it
  Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
  const begun = client.query('BEGIN');
  const entered = client.query<{ now: Date }>({
    name: 'enter',
    text: 'SELECT helhed.enter($1) AS now',
    values: [municipality],
  });
  const found =
    once &&
    client.query<{ body_hmac: Buffer; ids: Record<string, string> }>({
      name: 'earlier',
      text: 'SELECT body_hmac, ids FROM helhed.idempotency WHERE municipality = $1 AND key_hash = $2',
      values: [municipality, once.keyHash],
    });
  const [, time, earlier] = await Promise.all([begun, entered, found]);
  const row = earlier?.rows[0];
  if (row && once && !row.body_hmac.equals(once.bodyHmac)) throw keyReused();
  return { now: (time.rows[0] as { now: Date }).now, earlier: row?.ids };
}
