import { Looks, notAllowed, type Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { hasAuthority } from '../who.js';
import type { ChildViewReceipt } from './child-views.dto.js';
import { reachChildView, refuse } from './reach-child-view.js';
import { toChildViewReceipt } from './show-child-view.js';

@Injectable()
export class CloseChildView {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
  ) {}

  /** From this answer on no parent reads it, whether it was open or not: a parent's look asks the row itself. */
  async run(actor: Actor, id: string): Promise<ChildViewReceipt> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const reached = await reachChildView(this.looks, tx, actor, acts.closeChildView, id);
      const { view, isShown } = reached;
      if (view.isDecided && !hasAuthority(actor.function)) refuse(reached, notAllowed());
      view.close();
      await tx.manager.save(view);
      tx.log({ kind: 'command', act: 'child-view.close', subjects: [view.familyId, view.personId] });
      return toChildViewReceipt(view, isShown);
    });
  }
}
