import { countedMs } from '@helhed/access';
import { monotonicMs } from '@helhed/kernel';

export interface LeaseRow {
  readonly id: string;
  /** Another at each grant, also of a lease that is taken anew under the same id once its row has gone. */
  readonly grant: string;
}

/**
 * What this instance has seen of the leases, by its own clock: a grant counts from when it was first seen here, which is
 * never before it was given. So no row needs a time, and whoever has just started waits for a whole lease.
 */
export class LeaseLedger {
  readonly #seen = new Map<string, { grant: string; since: number }>();

  constructor(private readonly now: () => number = monotonicMs) {}

  /** Milliseconds for which the lease may still run; not positive: it has run out. */
  left({ id, grant }: LeaseRow): number {
    const seen = this.#seen.get(id);
    if (seen?.grant === grant) return seen.since + countedMs - this.now();
    this.#seen.set(id, { grant, since: this.now() });
    return countedMs;
  }

  /** What is not among these rows is remembered no longer. */
  keepOnly(rows: readonly LeaseRow[]): void {
    const ids = new Set(rows.map(({ id }) => id));
    for (const id of this.#seen.keys()) if (!ids.has(id)) this.#seen.delete(id);
  }
}
