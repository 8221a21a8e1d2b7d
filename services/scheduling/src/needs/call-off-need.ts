import { Looks, type Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import type { NeedReceipt } from './needs.dto.js';
import { onNeed } from './on-need.js';

@Injectable()
export class CallOffNeed {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
  ) {}

  /** Whoever had it arranged was told that it is off. A second time nothing happens. */
  run(actor: Actor, id: string, version: number): Promise<NeedReceipt> {
    return this.database.inTransaction(actor.municipality, (tx) =>
      onNeed(tx, this.looks, actor, acts.callOffNeed, {
        id,
        version,
        isDone: (need) => need.isCalledOff,
        settle: (need) => need.callOff(tx),
      }),
    );
  }
}
