import { createHash } from 'node:crypto';
import type { EventContract } from '@helhed/contracts';
import { DomainError, localDate, newId, type MunicipalityCode } from '@helhed/kernel';
import { currentTraceparent, requestContext } from '@helhed/telemetry';
import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';
import { logRow, type LogEntry, type LogRow } from './log-row.js';
import type { PersonalData } from './personal-data.js';

/** A transaction that has entered one municipality. */
export class Tx {
  readonly events: object[] = [];
  readonly logRows: LogRow[] = [];
  /** Written after the transaction was rolled back. */
  readonly afterRollback: LogRow[] = [];

  constructor(
    readonly manager: EntityManager,
    readonly municipality: MunicipalityCode,
    /** The municipality's time when the transaction began. */
    readonly now: Date,
    readonly personalData: PersonalData,
  ) {}

  /** The calendar date in Denmark of `now`. */
  get today(): string {
    return localDate(this.now);
  }

  /** Rows of a query with parameters; an update's or delete's RETURNING rows too. */
  async query<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    const answer: unknown = await this.manager.query(sql, parameters);
    const returning = /^\s*(UPDATE|DELETE)\b/i.test(sql) && Array.isArray(answer) && Array.isArray(answer[0]);
    return (returning ? (answer as unknown[][])[0] : answer) as T[];
  }

  /**
   * Rows of a statement that each connection keeps prepared: one of few texts, whose planning would cost more than its run.
   * It is planned once and not for its parameters: PostgreSQL, left to choose, plans a large statement anew at each call.
   */
  async prepared<T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    const client = (await this.manager.queryRunner?.connect()) as PoolClient;
    const name = createHash('sha256').update(sql).digest('base64url').slice(0, 32);
    const [, { rows }] = await Promise.all([
      client.query('SET LOCAL plan_cache_mode = force_generic_plan'),
      client.query<T>({ name, text: sql, values: parameters }),
      client.query('SET LOCAL plan_cache_mode = auto'),
    ]);
    return rows;
  }

  /** An event, written with this transaction or not at all. The contract's schema is checked here, before the wire. */
  emit<T>(contract: EventContract<T>, data: T & object): void {
    const parsed = contract.schema.parse(data) as Record<string, unknown>;
    this.events.push({
      ord: this.events.length,
      id: newId(),
      type: contract.type,
      order_key: String(parsed[contract.orderKey]),
      data: parsed,
      traceparent: currentTraceparent(),
    });
  }

  /**
   * What the access log says of this request, committed before its answer. Who acts comes from the request; what is said
   * in several calls becomes one row.
   */
  log(entry: LogEntry): void {
    this.logRows.push(this.#row(entry, false));
  }

  /** An attempt that is about to be refused by throwing: its row is written though all else is rolled back. */
  logRefused(entry: LogEntry): void {
    this.afterRollback.push(this.#row(entry, true));
  }

  /** For a refusal that tells something of what was looked at: its rows are written though all else is rolled back. */
  keepLooks(): void {
    this.afterRollback.push(...this.logRows.map((row) => ({ ...row, kind: 'look' as const })));
  }

  #row(entry: LogEntry, refused: boolean): LogRow {
    const context = requestContext.getStore();
    const actor = context?.actor;
    if (!context || !actor) throw new Error('an access log row needs an actor');
    return logRow({ ...context, actor }, entry, refused);
  }

  /** Work that may fail by itself: its rows go, the transaction lives on. */
  async savepoint<T>(work: () => Promise<T>): Promise<T> {
    const [events, logs] = [this.events.length, this.logRows.length];
    await this.manager.query('SAVEPOINT attempt');
    try {
      const result = await work();
      await this.manager.query('RELEASE SAVEPOINT attempt');
      return result;
    } catch (error) {
      await this.manager.query('ROLLBACK TO SAVEPOINT attempt');
      this.events.length = events;
      this.logRows.length = logs;
      throw error;
    }
  }
}

export const keyReused = (): DomainError =>
  new DomainError('rule', 'idempotency-key-reused', {
    da: 'Idempotency-Key er brugt før til et andet indhold eller en anden adresse.',
    en: 'The Idempotency-Key was used before with another body or at another address.',
  });
