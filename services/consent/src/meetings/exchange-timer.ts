import { log } from '@helhed/telemetry';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { UseUpDueExchanges } from './use-up-due-exchanges.js';

const everyMs = 10_000;

/** In every instance: whoever finds an exchange first locks it, and the others find nothing to do. */
@Injectable()
export class ExchangeTimer implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;

  constructor(private readonly exchanges: UseUpDueExchanges) {}

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
      await this.exchanges.run();
    } catch (error) {
      log.warn('will be tried again', { context: 'exchanges', error });
    }
  }
}
