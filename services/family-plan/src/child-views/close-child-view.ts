import { notAllowed, type Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { ReachFamily, toChange } from '../families/reach-family.js';
import { hasAuthority } from '../who.js';
import { ChildView } from './child-view.js';
import type { ChildViewReceipt } from './child-views.dto.js';
import { toChildViewReceipt } from './show-child-view.js';

@Injectable()
export class CloseChildView {
  constructor(
    private readonly database: Database,
    private readonly families: ReachFamily,
  ) {}

  /** From this answer on no parent reads it: a parent's look asks the row itself whether it is open. */
  async run(actor: Actor, id: string, version: number): Promise<ChildViewReceipt> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const found = await tx.manager.findOne(ChildView, toChange(tx, id));
      const view = await this.families.inFamily(tx, actor, acts.closeChildView, found);
      if (view.isDecided && !hasAuthority(actor.function)) throw notAllowed();
      requireVersion(view, version);
      view.close();
      await tx.manager.save(view);
      tx.log({ kind: 'command', act: 'child-view.close', subjects: [view.familyId, view.personId] });
      return toChildViewReceipt(view);
    });
  }
}
