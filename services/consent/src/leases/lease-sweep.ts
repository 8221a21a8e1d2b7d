import { log } from '@helhed/telemetry';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { LeasesGiven } from './leases-given.js';

const everyMs = 1_000;

/** In every instance, so that each has seen the leases before it must wait for them. */
@Injectable()
export class LeaseSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;

  constructor(private readonly given: LeasesGiven) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => {
      this.#running ??= this.#run().finally(() => (this.#running = undefined));
    }, everyMs);
    this.#timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  async #run(): Promise<void> {
    try {
      await this.given.sweep();
    } catch (error) {
      log.warn('will be tried again', { context: 'leases', error });
    }
  }
}
