/** How often each dimension of a decision came out allowed, and how often denied. */
export class Tally {
  readonly #counts = new Map<string, { allowed: number; denied: number }>();
  readonly #notes = new Map<string, number>();

  count(dimension: string, allowed: boolean): void {
    const counts = this.#counts.get(dimension) ?? { allowed: 0, denied: 0 };
    counts[allowed ? 'allowed' : 'denied']++;
    this.#counts.set(dimension, counts);
  }

  note(what: string): void {
    this.#notes.set(what, (this.#notes.get(what) ?? 0) + 1);
  }

  /** The dimensions of which less than `share` came out one of the two ways. */
  lopsided(share: number): string[] {
    return [...this.#counts]
      .filter(([, { allowed, denied }]) => Math.min(allowed, denied) < share * (allowed + denied))
      .map(([dimension]) => dimension);
  }

  get text(): string {
    const lines = [...this.#counts].map(([dimension, { allowed, denied }]) => {
      const percent = Math.round((100 * allowed) / (allowed + denied));
      return `${dimension}: ${allowed} allowed, ${denied} denied (${percent} % allowed)`;
    });
    const notes = [...this.#notes].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([what, times]) => `${what} ${times}`);
    return `${[...lines, notes.join(', ')].join('\n')}\n`;
  }
}
