/** The processes behind one path, asked in turn; one that refused is left out for a second. */
export class Upstreams {
  #next = 0;
  readonly #restUntil = new Map<string, number>();

  constructor(readonly urls: readonly string[]) {}

  pick(now = performance.now()): string {
    const { urls } = this;
    for (let tried = 0; tried < urls.length; tried += 1) {
      const url = urls[(this.#next + tried) % urls.length] ?? '';
      if ((this.#restUntil.get(url) ?? 0) > now) continue;
      this.#next = (this.#next + tried + 1) % urls.length;
      return url;
    }
    this.#next = (this.#next + 1) % urls.length;
    return urls[this.#next] ?? '';
  }

  failed(url: string, now = performance.now()): void {
    this.#restUntil.set(url, now + 1_000);
  }
}
