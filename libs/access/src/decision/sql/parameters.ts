/** The parameters of one statement, of which several questions may be parts. */
export class Parameters {
  readonly values: unknown[] = [];
  readonly #named = new Map<string, string>();

  /** The same value is sent once. */
  value(value: unknown, type: string): string {
    const key = `${type} ${JSON.stringify(value)}`;
    const named = this.#named.get(key) ?? `$${this.values.push(value)}::${type}`;
    this.#named.set(key, named);
    return named;
  }
}
