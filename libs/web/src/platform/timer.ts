import { Repeated } from '@helhed/database';
import { log } from '@helhed/telemetry';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';

/** A provider whose `run` is called every so often while the application runs; a turn under way ends before it stops. */
export abstract class Timer implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #repeated: Repeated;

  /**
   * @param context what the log calls it, where a turn has failed
   * @param everyMs from one turn to the next, milliseconds; the first comes after as long
   * @param level of what is logged then
   */
  constructor(context: string, everyMs: number, level: 'warn' | 'error' = 'warn') {
    const failed = (error: unknown) => log[level]('will be tried again', { context, error });
    this.#repeated = new Repeated(everyMs, () => this.run(), failed);
  }

  abstract run(): Promise<unknown>;

  onApplicationBootstrap(): void {
    this.#repeated.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.#repeated.stop();
  }
}
