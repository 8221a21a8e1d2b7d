import { Workers } from '@helhed/database';
import { gaugeRegisterRestored, log } from '@helhed/telemetry';
import { Timer } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { KeepWithdrawals } from './keep-withdrawals.js';
import { findRestored } from './restored.js';
import { WithdrawalFolder } from './withdrawal-folder.js';

/** In every instance: what reactions took away, for which nobody waits, is kept soon too. */
@Injectable()
export class WithdrawalsTimer extends Timer {
  constructor(
    private readonly workers: Workers,
    private readonly folder: WithdrawalFolder,
    private readonly keeping: KeepWithdrawals,
  ) {
    super('ledger of withdrawals', 1_000);
  }

  override onApplicationBootstrap(): void {
    gaugeRegisterRestored(() => findRestored(this.workers).then(({ length }) => length));
    if (this.folder.isSet) super.onApplicationBootstrap();
    else log.warn('WITHDRAWAL_LEDGER is not set: withdrawals are not kept outside the database');
  }

  run(): Promise<unknown> {
    return this.keeping.keepAll();
  }
}
