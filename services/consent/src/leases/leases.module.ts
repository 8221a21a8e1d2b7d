import { Module } from '@nestjs/common';
import { OpenRegister } from '../restored/open-register.js';
import { RestoredController } from '../restored/restored.controller.js';
import { RestoredModule } from '../restored/restored.module.js';
import { ConfirmLease } from './confirm-lease.js';
import { ConfirmedSignal } from './confirmed-signal.js';
import { FinalTransactions } from './final-transactions.js';
import { GiveBackLease } from './give-back-lease.js';
import { LeaseSweep } from './lease-sweep.js';
import { LeasesController } from './leases.controller.js';
import { LeasesGiven } from './leases-given.js';
import { TakeLease } from './take-lease.js';

@Module({
  imports: [RestoredModule],
  controllers: [LeasesController, RestoredController],
  providers: [
    OpenRegister,
    TakeLease,
    ConfirmLease,
    GiveBackLease,
    LeasesGiven,
    LeaseSweep,
    ConfirmedSignal,
    FinalTransactions,
  ],
  exports: [FinalTransactions],
})
export class LeasesModule {}
