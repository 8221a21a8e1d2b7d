import type { Database, Workers } from '@helhed/database';
import { monotonicMs, municipalityCode } from '@helhed/kernel';
import { nextBatch, type Deliver } from './look-up-batch.js';

type Report = (what: string, error: unknown) => void;

/** After a commit, in milliseconds, and after the shipping before: what is looked at all the time goes together. */
const soon = 250;
const again = 1_000;
const poll = 5_000;

/**
 * Takes the rows of the service's access log to the central register: numbers them, some hundred at a time, and delivers
 * each batch in the transaction that numbers it, beside the requests and not in their way. Every instance does it; the
 * number's row lets one at a time.
 */
export class LookUpShipping {
  readonly #due = new Set<string>();
  #poll: NodeJS.Timeout | undefined;
  #soon: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #shippedAt = -again;
  #stopped = false;

  constructor(
    readonly database: Database,
    readonly workers: Workers,
    readonly deliver: Deliver,
    readonly report: Report,
  ) {}

  start(): void {
    this.database.onLog((municipality) => {
      this.#due.add(municipality);
      this.#wait();
    });
    this.#poll = setInterval(() => void this.#look(), poll).unref();
    void this.#look();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#poll);
    clearTimeout(this.#soon);
    await this.#running;
  }

  /** Ships what a municipality has unshipped. @returns how many rows */
  async ship(municipality: string): Promise<number> {
    let count = 0;
    for (let more = true; more && !this.#stopped;) {
      const shipped = await this.database.inTransaction(municipalityCode(municipality), async (tx) => {
        const batch = await nextBatch(tx);
        if (batch) await this.deliver(tx, batch);
        return batch?.rows.length ?? 0;
      });
      count += shipped;
      more = shipped > 0;
    }
    return count;
  }

  /** Rows of an instance that has gone, or of a release that ships none. */
  async #look(): Promise<void> {
    try {
      const waiting = await this.workers.query<{ municipality: string }>(
        'SELECT DISTINCT municipality FROM helhed.access_log WHERE seq IS NULL',
      );
      for (const { municipality } of waiting) this.#due.add(municipality);
      this.#run();
    } catch (error) {
      if (!this.#stopped) this.report('look-ups', error);
    }
  }

  #wait(): void {
    const next = Math.max(soon, this.#shippedAt + again - monotonicMs());
    this.#soon ??= setTimeout(() => this.#run(), next).unref();
  }

  #run(): void {
    this.#soon = undefined;
    if (this.#stopped || this.#due.size === 0) return;
    this.#running ??= this.#shipDue().finally(() => {
      this.#running = undefined;
      this.#shippedAt = monotonicMs();
      if (this.#due.size > 0) this.#wait();
    });
  }

  async #shipDue(): Promise<void> {
    const due = [...this.#due];
    this.#due.clear();
    for (const municipality of due)
      // what fails now is looked for again by the poll
      await this.ship(municipality).catch((error: unknown) => this.report('look-ups', error));
  }
}
