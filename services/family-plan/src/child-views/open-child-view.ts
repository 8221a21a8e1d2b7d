import { notAllowed, type Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { ReachFamily, toChange } from '../families/reach-family.js';
import { hasAuthority } from '../who.js';
import { sealReason } from './child-view-texts.js';
import { ChildView } from './child-view.js';
import type { ChildViewReceipt, OpenChildView as Wish } from './child-views.dto.js';
import { toChildViewReceipt } from './show-child-view.js';

@Injectable()
export class OpenChildView {
  constructor(
    private readonly database: Database,
    private readonly families: ReachFamily,
  ) {}

  /** The parents may read it: the child agreed, or an authority decides it (A-FAM-20). */
  async run(actor: Actor, id: string, version: number, wish: Wish): Promise<ChildViewReceipt> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const found = await tx.manager.findOne(ChildView, toChange(tx, id));
      const view = await this.families.inFamily(tx, actor, acts.openChildView, found);
      if (wish.by === 'authority' && !hasAuthority(actor.function)) throw notAllowed();
      requireVersion(view, version);
      const grounds =
        wish.by === 'authority'
          ? { paragraph: wish.paragraph, reason: sealReason(tx.personalData, view, wish.reason) }
          : { paragraph: null, reason: null };
      view.open({ by: wish.by, on: tx.today, sub: actor.sub, unit: actor.unit as string, ...grounds });
      await tx.manager.save(view);
      tx.log({ kind: 'command', act: 'child-view.open', subjects: [view.familyId, view.personId] });
      return toChildViewReceipt(view);
    });
  }
}
