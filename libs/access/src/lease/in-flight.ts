/** The answers under way: from before the first statement until the last byte was handed over. */
export class InFlight {
  readonly #all = new Map<object, PromiseWithResolvers<void>>();

  /** @returns to be called when it has ended; more than once does no harm */
  begin(): () => void {
    const [one, ended] = [{}, Promise.withResolvers<void>()];
    this.#all.set(one, ended);
    return () => {
      this.#all.delete(one);
      ended.resolve();
    };
  }

  /** Waits until those that are under way now have ended, whatever begins meanwhile. */
  async ended(): Promise<void> {
    await Promise.all([...this.#all.values()].map(({ promise }) => promise));
  }
}
