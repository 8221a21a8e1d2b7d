import { lookup } from 'node:dns/promises';

/** Each holds one of the process's few threads until the name server has answered or is given up. */
const atOnce = 2;

/** There was no turn to ask for the name in time: nothing was tried. */
export class NoTurn extends Error {
  override readonly name = 'NoTurn';
}

const ask = async (name: string): Promise<readonly string[]> =>
  (await lookup(name, { all: true })).map(({ address }) => address);

/** Asks which addresses names have, two names at once; whoever wants the same name meanwhile gets the same answer. */
export class Names {
  readonly #asked = new Map<string, Promise<readonly string[]>>();

  constructor(private readonly addressesOf = ask) {}

  /** @throws NoTurn, or `signal`'s reason where it has begun: its end is not waited for, and it keeps its turn until then */
  async resolve(name: string, signal: AbortSignal): Promise<readonly string[]> {
    while (!this.#asked.has(name) && this.#asked.size >= atOnce)
      await within(Promise.allSettled([Promise.race(this.#asked.values())]), signal).catch(() => {
        throw new NoTurn('no name could be asked for in time');
      });
    return within(this.#asked.get(name) ?? this.#begin(name), signal);
  }

  #begin(name: string): Promise<readonly string[]> {
    const asking = this.addressesOf(name).finally(() => this.#asked.delete(name));
    this.#asked.set(name, asking);
    return asking;
  }
}

/** `getaddrinfo` cannot be stopped. */
function within<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
