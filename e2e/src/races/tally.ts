import type { Withdrawer } from './give-and-withdraw.js';
import type { Kind, SentKind } from './kind.js';
import type { SeenRead } from './outlet.js';

/** A read that was asked for after the answer to the withdrawal was there, and was answered with what was withdrawn. */
export interface Leak {
  readonly kind: string;
  readonly instance: string;
  /** How long after the answer it was asked for. */
  readonly afterMs: number;
}

interface Counts {
  races: number;
  reads: number;
  shown: number;
  /** Asked for after the answer, and within 50 ms of it; what a service sends by itself: due right after it, and decided on then. */
  justAfter: number;
  after: number;
  unavailable: number;
  /** Shown to requests from before the answer, which their first byte came after. */
  overlapping: number;
}

const justAfterMs = 50;

/** What the races came to, by kind of read; told by the client's clock alone. */
export class Tally {
  readonly leaks: Leak[] = [];
  readonly answeredMs: number[] = [];
  readonly repeatedMs: number[] = [];
  /** The longest that a first byte of those came after it, ms. */
  latestMs = 0;
  /** How many withdrawals were answered, by who withdrew. */
  readonly withdrawals: Record<Withdrawer, number> = { department: 0, parent: 0 };
  /** The bases of those. */
  readonly withdrawn: { readonly basis: string; readonly by: Withdrawer }[] = [];
  readonly statuses: Record<string, number> = {};
  readonly #counts = new Map<string, Counts>();

  /** One race: all reads of one kind around one withdrawal. One withdrawal is a race for each kind that rests on it. */
  race(kind: Kind | SentKind, answeredAt: number, reads: readonly SeenRead[]): void {
    const counts = this.of(kind.name);
    counts.races++;
    for (const { instance, seen, shows } of reads) {
      const afterMs = seen.sentAt - answeredAt;
      counts.reads++;
      if (shows) counts.shown++;
      if (seen.status === 503) counts.unavailable++;
      if (afterMs > 0) counts.after++;
      if (afterMs > 0 && afterMs <= justAfterMs) counts.justAfter++;
      if (afterMs > 0 && shows) this.leaks.push({ kind: kind.name, instance, afterMs: Math.round(afterMs * 10) / 10 });
      const lateMs = seen.begunAt - answeredAt;
      if (shows && afterMs <= 0 && lateMs > 0) {
        counts.overlapping++;
        this.latestMs = Math.max(this.latestMs, lateMs);
      }
      this.statuses[seen.status] = (this.statuses[seen.status] ?? 0) + 1;
    }
  }

  /** One withdrawal's answer. @param tries of which all but the last came to nothing, as by an instance that is down */
  answered(basis: string, by: Withdrawer, ms: number, tries: number): void {
    this.withdrawals[by]++;
    this.withdrawn.push({ basis, by });
    (tries === 1 ? this.answeredMs : this.repeatedMs).push(ms);
  }

  of(kind: string): Counts {
    const counts = this.#counts.get(kind) ?? {
      races: 0,
      reads: 0,
      shown: 0,
      justAfter: 0,
      after: 0,
      unavailable: 0,
      overlapping: 0,
    };
    this.#counts.set(kind, counts);
    return counts;
  }

  get races(): number {
    return [...this.#counts.values()].reduce((sum, { races }) => sum + races, 0);
  }

  /** Races are told as what they are: several to a withdrawal. */
  summary(): string {
    const { department, parent } = this.withdrawals;
    const all = department + parent;
    return `${all} withdrawals (${parent} by a parent), ${this.races} races: each kind of read × each withdrawal that it rests on`;
  }

  table(): string {
    const rows = [...this.#counts].map(
      ([kind, { races, reads, shown, after, justAfter, unavailable, overlapping }]) =>
        `${kind.padEnd(40)} ${[races, reads, shown, after, justAfter, unavailable, overlapping].map((n) => String(n).padStart(8)).join('')}`,
    );
    const head = `${'kind of read'.padEnd(40)} ${['races', 'reads', 'shown', 'after', '≤ 50 ms', '503', 'overlap'].map((n) => n.padStart(8)).join('')}`;
    return [
      head,
      ...rows,
      `answer to a withdrawal, ms: ${spread(this.answeredMs)}`,
      `where an instance had failed to answer before: ${spread(this.repeatedMs)}`,
      'what a service sends by itself is asked for when it arrives; and ≤ 50 ms after, where it fell due then and was decided on since',
      `shown to requests from after the answer: ${this.leaks.length}`,
      `first byte after it to requests from before it: latest ${Math.round(this.latestMs)} ms`,
    ].join('\n');
  }
}

function spread(ms: readonly number[]): string {
  const sorted = ms.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return `p50 ${at(0.5)}, p99 ${at(0.99)}, worst ${at(1)}, of ${ms.length}`;
}
