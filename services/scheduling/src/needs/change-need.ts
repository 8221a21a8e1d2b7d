import { Looks, type Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { toWanted, type ChangeNeed as Wish, type NeedReceipt } from './needs.dto.js';
import { onNeed } from './on-need.js';
import { requireMember, requireNew } from './require-need.js';

@Injectable()
export class ChangeNeed {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
  ) {}

  /** What is wanted is other, as long as nobody has arranged it. */
  run(actor: Actor, id: string, version: number, wish: Wish): Promise<NeedReceipt> {
    const wanted = toWanted(wish);
    return this.database.inTransaction(actor.municipality, (tx) =>
      onNeed(tx, this.looks, actor, acts.changeNeed, {
        id,
        version,
        isDone: () => false,
        settle: async (need, appointment) => {
          await requireMember(tx, need.familyId, wanted);
          need.change(wanted, appointment, tx);
          await requireNew(tx, need);
        },
      }),
    );
  }
}
