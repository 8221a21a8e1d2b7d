import { countedMs } from '@helhed/access';
import { monotonicMs } from '@helhed/kernel';

export interface LeaseRow {
  readonly id: string;
  /** Counts the grants; `bigint` as text */
  readonly renewal: string;
}

/**
 * What this instance has seen of the leases, by its own clock: a grant counts from when it was first seen here, which is
 * never before it was given. So no row needs a time, and whoever has just started waits for a whole lease.
 */
export class LeaseLedger {
  readonly #seen = new Map<string, { renewal: string; since: number }>();

  constructor(private readonly now: () => number = monotonicMs) {}

  /** Milliseconds for which the lease may still run; not positive: it has run out. */
  left({ id, renewal }: LeaseRow): number {
    const seen = this.#seen.get(id);
    if (seen?.renewal === renewal) return seen.since + countedMs - this.now();
    this.#seen.set(id, { renewal, since: this.now() });
    return countedMs;
  }

  /** What is not among these rows is remembered no longer. */
  keepOnly(rows: readonly LeaseRow[]): void {
    const ids = new Set(rows.map(({ id }) => id));
    for (const id of this.#seen.keys()) if (!ids.has(id)) this.#seen.delete(id);
  }
}
