import { Looks, notAllowed, type Actor } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { hasAuthority } from '../who.js';
import { openReason, sealReason } from './child-view-texts.js';
import { alreadyOpen, type ChildView } from './child-view.js';
import type { ChildViewReceipt, OpenChildView as Wish } from './child-views.dto.js';
import { reachChildView, refuse } from './reach-child-view.js';
import { toChildViewReceipt } from './show-child-view.js';

@Injectable()
export class OpenChildView {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
  ) {}

  /** The parents may read it: the child agreed, or an authority decides it (A-FAM-20). Said again, it is open as before. */
  async run(actor: Actor, id: string, wish: Wish): Promise<ChildViewReceipt> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const reached = await reachChildView(this.looks, tx, actor, acts.openChildView, id);
      const { view, incarnation, isShown } = reached;
      if (wish.by === 'authority' && !hasAuthority(actor.function)) throw notAllowed();
      if (view.openBy !== null && !isOpenedSo(tx, view, wish)) refuse(reached, alreadyOpen());
      if (view.openBy === null) {
        const grounds =
          wish.by === 'authority'
            ? { paragraph: wish.paragraph, reason: sealReason(tx.personalData, view, wish.reason) }
            : { paragraph: null, reason: null };
        view.open({ by: wish.by, on: tx.today, sub: actor.sub, unit: actor.unit as string, ...grounds, incarnation });
        await tx.manager.save(view);
      }
      tx.log({ kind: 'command', act: 'child-view.open', subjects: [view.familyId, view.personId] });
      return toChildViewReceipt(view, isShown);
    });
  }
}

/** Whether it is open on this very ground. */
function isOpenedSo({ personalData }: Tx, view: ChildView, wish: Wish): boolean {
  if (wish.by !== view.openBy || wish.by === 'child') return wish.by === view.openBy;
  return wish.paragraph === view.openParagraph && wish.reason === openReason(personalData, view, view.openReason!);
}
