import { Listener, Workers } from '@helhed/database';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';

/** The channel on which instances of consent tell each other that a lease was confirmed. */
export const leaseChannel = 'helhed_lease';

/** Wakes who waits for a lease to be confirmed, also where another instance of consent was told. */
@Injectable()
export class ConfirmedSignal implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #listener: Listener;
  readonly #waiting = new Map<string, { promise: Promise<void>; resolve: () => void }>();

  constructor({ url }: Workers) {
    this.#listener = new Listener(url, leaseChannel, (municipality) => this.#wake(municipality));
  }

  onApplicationBootstrap(): void {
    this.#listener.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.#listener.stop();
  }

  /** The next confirmation in the municipality. It may be missed: whoever waits looks now and then all the same. */
  next(municipality: string): Promise<void> {
    const waiting = this.#waiting.get(municipality) ?? Promise.withResolvers<void>();
    this.#waiting.set(municipality, waiting);
    return waiting.promise;
  }

  #wake(municipality: string | undefined): void {
    for (const [of, { resolve }] of this.#waiting) {
      if (municipality !== undefined && of !== municipality) continue;
      this.#waiting.delete(of);
      resolve();
    }
  }
}
