import type { Actor } from '@helhed/access';
import { CustodyEnded } from '@helhed/contracts';
import { Database } from '@helhed/database';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { ReachFamily, toChange } from '../families/reach-family.js';
import { toCustodyReceipt, type CustodyReceipt } from './custody.dto.js';
import { Custody } from './custody.js';

@Injectable()
export class EndCustody {
  constructor(
    private readonly database: Database,
    private readonly families: ReachFamily,
  ) {}

  /**
   * Whoever is not shown who holds custody is told nothing of how it stands: not whether it has changed since, nor that it
   * ends by then already. An end is never moved on, so nobody's is lost by that.
   */
  async run(actor: Actor, id: string, version: number, on: string | undefined): Promise<CustodyReceipt> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const custody = await this.families.inFamily(
        tx,
        actor,
        acts.endCustody,
        await tx.manager.findOne(Custody, toChange(tx, id)),
      );
      const isShown = await this.families.showsCustody(tx, actor, acts.endCustody, custody);
      requireVersion(toCustodyReceipt(custody, isShown), version);
      const day = on ?? tx.today;
      if (isShown || !custody.endsBy(day)) {
        tx.emit(CustodyEnded, custody.end(day, tx.today));
        await tx.manager.save(custody);
      }
      const { familyId, childId, holderId } = custody;
      tx.log({ kind: 'command', act: 'custody.end', subjects: [familyId, childId, holderId] });
      return toCustodyReceipt(custody, isShown);
    });
  }
}
