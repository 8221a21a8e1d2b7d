import { Workers } from '@helhed/database';
import { gaugeRegisterRestored, log } from '@helhed/telemetry';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { KeepWithdrawals } from './keep-withdrawals.js';
import { findRestored } from './restored.js';
import { WithdrawalFolder } from './withdrawal-folder.js';

const everyMs = 1_000;

/** In every instance: what reactions took away, for which nobody waits, is kept soon too. */
@Injectable()
export class WithdrawalsTimer implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;

  constructor(
    private readonly workers: Workers,
    private readonly folder: WithdrawalFolder,
    private readonly keeping: KeepWithdrawals,
  ) {}

  onApplicationBootstrap(): void {
    gaugeRegisterRestored(() => findRestored(this.workers).then(({ length }) => length));
    if (!this.folder.isSet)
      return log.warn('WITHDRAWAL_LEDGER is not set: withdrawals are not kept outside the database');
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
      await this.keeping.keepAll();
    } catch (error) {
      log.warn('will be tried again', { context: 'ledger of withdrawals', error });
    }
  }
}
