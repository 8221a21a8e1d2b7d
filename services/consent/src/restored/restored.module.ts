import { Workers } from '@helhed/database';
import { Messaging } from '@helhed/messaging';
import { platformConfig, readConfig } from '@helhed/web';
import { Module } from '@nestjs/common';
import { z } from 'zod';
import { HoldToStream } from './hold-to-stream.js';
import { KeepWithdrawals } from './keep-withdrawals.js';
import { TakeBack } from './take-back.js';
import { WithdrawalFolder } from './withdrawal-folder.js';
import { WithdrawalsTimer } from './withdrawals-timer.js';

const ledgerConfig = platformConfig.pick({ INSTANCE: true }).extend({
  /** The folder for the ledger of withdrawals; without it nothing is kept outside the database. */
  WITHDRAWAL_LEDGER: z.string().min(1).optional(),
});

function settings() {
  const { WITHDRAWAL_LEDGER: folder, INSTANCE: instance = 'consent' } = readConfig(ledgerConfig);
  return folder === undefined ? undefined : { folder, instance };
}

/** What is kept of withdrawals outside the database, and taken back from there. */
@Module({
  providers: [
    KeepWithdrawals,
    TakeBack,
    WithdrawalsTimer,
    {
      provide: HoldToStream,
      inject: [Workers, Messaging],
      useFactory: (workers: Workers, { bus }: Messaging) => new HoldToStream(workers, bus),
    },
    { provide: WithdrawalFolder, useFactory: () => new WithdrawalFolder(settings) },
  ],
  exports: [HoldToStream, KeepWithdrawals, TakeBack],
})
export class RestoredModule {}
