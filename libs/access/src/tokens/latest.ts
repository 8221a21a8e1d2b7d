/**
 * Something that is loaded from elsewhere and may have changed: one load at a time, never two closer than the interval,
 * and a caller who must know gets a load that began after the question.
 */
export class Latest {
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  #startedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly load: () => Promise<void>,
    private readonly intervalMs: number,
  ) {}

  /** Milliseconds since the last load began. */
  get age(): number {
    return performance.now() - this.#startedAt;
  }

  /** Resolves when a load has ended that began after this call; rejects as that load does. */
  refresh(): Promise<void> {
    this.#next ??= this.#afterThis();
    return this.#next;
  }

  /** Starts a load unless one is under way; its failure is nobody's concern. */
  refreshBehind(): void {
    if (!this.#running && !this.#next) this.refresh().catch(() => undefined);
  }

  async #afterThis(): Promise<void> {
    await this.#running?.catch(() => undefined);
    const wait = this.intervalMs - this.age;
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait).unref());
    this.#startedAt = performance.now();
    this.#next = undefined;
    this.#running = this.load().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }
}
