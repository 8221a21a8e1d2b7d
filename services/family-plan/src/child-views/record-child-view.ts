import type { Actor } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { requireNamed } from '../families/named-in-family.js';
import { ReachFamily } from '../families/reach-family.js';
import { sealSaid } from './child-view-texts.js';
import { ChildView } from './child-view.js';
import type { ChildViewReceipt, RecordChildView as Told } from './child-views.dto.js';
import { chooseProgramme } from './choose-programme.js';
import { toChildViewReceipt } from './show-child-view.js';

@Injectable()
export class RecordChildView {
  constructor(
    private readonly database: Database,
    private readonly families: ReachFamily,
  ) {}

  async run(actor: Actor, told: Told): Promise<ChildViewReceipt> {
    const { municipality } = actor;
    let made: ChildView | undefined;
    const { id } = await this.database.createOnce(municipality, async (tx) => {
      const { familyId, personId, said, how, toldOn } = told;
      const look = await this.families.named(tx, actor, acts.recordChildView, familyId);
      await requireNamed(look, familyId, { children: [personId] });
      const programme = await chooseProgramme(look, familyId, told.programme);
      const named = { municipality, id: newId() };
      const sealed = sealSaid(tx.personalData, named, said);
      const content = { familyId, personId, programme, unit: actor.unit as string, said: sealed, how, toldOn };
      const view = ChildView.record({ ...named, ...content }, tx.today);
      await tx.manager.insert(ChildView, view);
      tx.log({ kind: 'command', act: 'child-view.record', subjects: [familyId, personId] });
      made = view;
      return { id: view.id };
    });
    // a repeat that lost a race made one too, and it was rolled back
    if (made?.id === id) return toChildViewReceipt(made, false);
    const find = ({ manager }: Tx) => manager.findOneBy(ChildView, { municipality, id });
    return toChildViewReceipt(await this.families.again(actor, acts.recordChildView, find), false);
  }
}
