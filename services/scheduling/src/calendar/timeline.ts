import type { Interval } from './local-time.js';

/** Stretches of time, asked many times over whether one of them touches another: each answer is a binary search. */
export class Timeline {
  readonly #starts: readonly number[];
  /** The latest end of the stretch and all that begin before it. */
  readonly #latestEnds: readonly number[];

  constructor(stretches: readonly Interval[]) {
    const sorted = stretches.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
    let latest = -Infinity;
    this.#starts = sorted.map(({ startsAt }) => startsAt.getTime());
    this.#latestEnds = sorted.map(({ endsAt }) => (latest = Math.max(latest, endsAt.getTime())));
  }

  isTaken({ startsAt, endsAt }: Interval): boolean {
    let [low, high] = [0, this.#starts.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#starts[middle]! < endsAt.getTime()) low = middle + 1;
      else high = middle;
    }
    return low > 0 && this.#latestEnds[low - 1]! > startsAt.getTime();
  }
}
