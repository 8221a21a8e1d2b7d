import { Looks, type Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { toArrangement, type ArrangeNeed as Wish, type NeedReceipt } from './needs.dto.js';
import { onNeed } from './on-need.js';

@Injectable()
export class ArrangeNeed {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
  ) {}

  /** By whom, and under which reference. Of two at once one has arranged it; the other is told that it changed. */
  run(actor: Actor, id: string, version: number, wish: Wish): Promise<NeedReceipt> {
    const arrangement = toArrangement(wish);
    return this.database.inTransaction(actor.municipality, (tx) =>
      onNeed(tx, this.looks, actor, acts.arrangeNeed, {
        id,
        version,
        isDone: (need) => need.isArrangedAs(arrangement),
        settle: (need, appointment) => need.arrange(arrangement, appointment, tx),
      }),
    );
  }
}
