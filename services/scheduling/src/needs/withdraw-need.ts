import { Looks, type Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import type { NeedReceipt } from './needs.dto.js';
import { onNeed } from './on-need.js';

@Injectable()
export class WithdrawNeed {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
  ) {}

  /** It is there no longer; what was arranged is to be called off. A second time nothing happens. */
  run(actor: Actor, id: string, version: number): Promise<NeedReceipt> {
    return this.database.inTransaction(actor.municipality, (tx) =>
      onNeed(tx, this.looks, actor, acts.withdrawNeed, {
        id,
        version,
        isDone: (need) => need.isWithdrawn,
        settle: (need, appointment) => need.withdraw(appointment, tx),
      }),
    );
  }
}
