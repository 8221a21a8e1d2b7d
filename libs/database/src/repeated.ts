/**
 * Does something every so often, in each instance of a service; what is done sees to it that two do not harm. One turn at
 * a time: while one lasts, none begins. One that fails is told of, and the next one tries again.
 */
export class Repeated {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;

  /** @param everyMs from one turn's beginning to the next, milliseconds; the first begins after as long */
  constructor(
    private readonly everyMs: number,
    private readonly turn: () => Promise<unknown>,
    private readonly failed: (error: unknown) => void,
  ) {}

  start(): void {
    this.#timer ??= setInterval(() => {
      this.#running ??= this.#run().finally(() => (this.#running = undefined));
    }, this.everyMs).unref();
  }

  /** No turn begins from here on. @returns when the one under way has ended */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  async #run(): Promise<void> {
    try {
      await this.turn();
    } catch (error) {
      this.failed(error);
    }
  }
}
