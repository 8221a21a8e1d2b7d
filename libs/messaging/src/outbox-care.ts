import type { Client } from 'pg';
import type { Unsendable } from './publish-batch.js';

const day = 24 * 3_600_000;
const soon = 10 * 60_000;

/** What the leader does to the outbox besides publishing it: at its start, and then once a day. */
export class OutboxCare {
  #due = 0;
  #session: Client | undefined;

  constructor(readonly report: (what: string, error: unknown) => void) {}

  /** A failure is reported, and tried again in ten minutes; publishing goes on. */
  async take(session: Client): Promise<void> {
    if (session === this.#session && Date.now() < this.#due) return;
    this.#session = session;
    try {
      this.#due = Date.now() + soon;
      // a leader that has just started may know the type, or meet a server that takes the size
      await session.query('UPDATE helhed.outbox SET set_aside = NULL WHERE set_aside IS NOT NULL');
      await session.query('SELECT helhed.keep_outbox_partitions()');
      this.#due = Date.now() + day;
    } catch (error) {
      this.report('outbox partitions', error);
    }
  }

  /**
   * One event that can never be sent must not stop the others. Its key's later events are sent too: the sequence check
   * makes them wait for it at the consumers.
   */
  async setAside(session: Client, unsendable: readonly Unsendable[]): Promise<void> {
    await session.query(
      `UPDATE helhed.outbox o SET set_aside = u.reason FROM unnest($1::bigint[], $2::text[]) AS u(id, reason)
       WHERE o.id = u.id AND o.published_at IS NULL`,
      [unsendable.map(({ row }) => row.id), unsendable.map(({ reason }) => reason)],
    );
    for (const { row, reason } of unsendable)
      this.report(
        'outbox',
        new Error(`event ${row.event_id} (${row.type}) was set aside: its ${reason} cannot be sent`),
      );
  }
}
