import { Looks, type Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { Injectable } from '@nestjs/common';
import { acts } from './acts.js';
import { assertBasis } from './assert-basis.js';
import type { BasisView, RecordBasis as Asserted } from './bases.dto.js';
import { shownOf } from './basis-view.js';
import { FindBases } from './find-bases.js';

@Injectable()
export class RecordBasis {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
    private readonly bases: FindBases,
  ) {}

  async run(actor: Actor, asserted: Asserted): Promise<BasisView> {
    const { id } = await this.database.createOnce(actor.municipality, async (tx) => {
      const basis = await assertBasis(await this.looks.within(tx, actor, acts.record), asserted, null);
      tx.log({ kind: 'command', act: 'basis.record', ...shownOf([basis], actor, 'entry and evidence') });
      return { id: basis.id };
    });
    return this.bases.recorded(actor, id, acts.record, 'entry and evidence');
  }
}
