import type { CloudEvent } from '@helhed/contracts';
import type { Workers } from '@helhed/database';
import { notFound } from '@helhed/kernel';

export interface DeadLetter {
  readonly id: string;
  readonly municipality: string;
  readonly source: string;
  readonly orderKey: string;
  readonly seq: number;
  readonly type: string;
  readonly reason: string;
  readonly tries: number;
  readonly parkedAt: string;
}

const select = `SELECT id, municipality, source, order_key AS "orderKey", seq::int, event->>'type' AS type, reason, tries,
  parked_at AS "parkedAt" FROM helhed.parked_event WHERE state = 'dead'`;

/** Events that could not be applied and wait for an operator; their keys' later events wait behind them. */
export class DeadLetters {
  constructor(readonly workers: Workers) {}

  /** @param after the id of the last one seen */
  async list(after?: string, limit = 50): Promise<DeadLetter[]> {
    return this.workers.query<DeadLetter>(`${select} AND ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2`, [
      after ?? null,
      limit,
    ]);
  }

  async count(): Promise<number> {
    const rows = await this.workers.query<{ n: string }>(
      `SELECT count(*) AS n FROM helhed.parked_event WHERE state = 'dead'`,
    );
    return Number(rows[0]?.n ?? 0);
  }

  /** @throws DomainError `not-found` */
  async show(id: string): Promise<DeadLetter & { event: CloudEvent }> {
    const rows = await this.workers.query<DeadLetter & { event: CloudEvent }>(
      `${select.replace('SELECT id', 'SELECT event, id')} AND id = $1`,
      [id],
    );
    if (rows[0]) return rows[0];
    throw missing();
  }

  /** Puts the event back: it is tried at once, and its key's later events follow. @throws DomainError `not-found` */
  async replay(id: string): Promise<void> {
    const rows = await this.workers.query(
      `UPDATE helhed.parked_event SET state = 'waiting', tries = 0, retry_at = clock_timestamp()
       WHERE id = $1 AND state = 'dead' RETURNING id`,
      [id],
    );
    if (rows.length === 0) throw missing();
  }
}

const missing = () => notFound({ da: 'Hændelsen', en: 'The dead letter' });
