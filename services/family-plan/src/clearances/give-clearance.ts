import { keepClearance, type Actor } from '@helhed/access';
import { ClearanceGiven } from '@helhed/contracts';
import { Database, type Tx } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { getGroundRules, valueOn } from '@helhed/programmes';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { ReachFamily } from '../families/reach-family.js';
import { ownRelation } from '../own-relation.js';
import { Clearance } from './clearance.js';
import { toClearanceView, type ClearanceView, type GiveClearance as Wish } from './clearances.dto.js';

@Injectable()
export class GiveClearance {
  constructor(
    private readonly database: Database,
    private readonly families: ReachFamily,
  ) {}

  async run(actor: Actor, wish: Wish): Promise<ClearanceView> {
    const { municipality } = actor;
    let made: Clearance | undefined;
    const { id } = await this.database.createOnce(municipality, async (tx) => {
      await this.families.named(tx, actor, acts.giveClearance, wish.familyId);
      if (wish.sub === actor.sub) throw ownRelation();
      const longest = valueOn(getGroundRules().clearance.days, tx.today);
      const clearance = Clearance.give(municipality, newId(), { ...wish, from: wish.from ?? tx.today }, longest);
      await tx.manager.insert(Clearance, clearance);
      tx.emit(ClearanceGiven, clearance.given());
      await keepClearance(tx, clearance.given());
      tx.log({ kind: 'command', act: 'clearance.give', subjects: [clearance.familyId] });
      made = clearance;
      return { id: clearance.id };
    });
    // a repeat that lost a race made one too, and it was rolled back
    if (made?.id === id) return toClearanceView(made);
    const find = ({ manager }: Tx) => manager.findOneBy(Clearance, { municipality, id });
    return toClearanceView(await this.families.again(actor, acts.giveClearance, find));
  }
}
