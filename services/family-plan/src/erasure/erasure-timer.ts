import { log } from '@helhed/telemetry';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { EraseDueFamilies } from './erase-due-families.js';

const everyMs = 10_000;

/** Erases what is due, in every instance: whoever finds a family first locks it, and the others find nothing to do. */
@Injectable()
export class ErasureTimer implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;

  constructor(private readonly families: EraseDueFamilies) {}

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
      await this.families.run();
    } catch (error) {
      log.warn('will be tried again', { context: 'erasure', error });
    }
  }
}
