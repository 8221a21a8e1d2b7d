import { Looks, type Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { Injectable } from '@nestjs/common';
import { acts } from './acts.js';
import { assertBasis } from './assert-basis.js';
import type { BasisView } from './bases.dto.js';
import type { RenewBasis as Terms } from './changes.dto.js';
import { FindBases } from './find-bases.js';
import { shownOf } from './basis-view.js';
import { getBasis } from './load-bases.js';
import { reachBasis } from './reach.js';
import { refusedAsLook } from './refused-as-look.js';

@Injectable()
export class RenewBasis {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
    private readonly bases: FindBases,
  ) {}

  /** A new basis for the same, with a period and givers of its own: what was given for the old one is not given for it. */
  async run(actor: Actor, id: string, terms: Terms): Promise<BasisView> {
    const made = await this.database.createOnce(actor.municipality, async (tx) => {
      const look = await this.looks.within(tx, actor, acts.renew);
      await reachBasis(look, id);
      const old = await getBasis(tx, id);
      const { programme, kind, layer, purpose, categories, fromUnit, toUnit, familyId, persons } = old;
      const same = { programme, kind, layer, purpose, categories, fromUnit, toUnit, familyId, persons };
      // what the old one is given anew with, and whom it covers, is all of it told by a refusal
      const basis = await refusedAsLook(tx, () => assertBasis(look, { ...same, ...terms }, id));
      tx.log({ kind: 'command', act: 'basis.renew', ...shownOf([basis], actor, 'entry') });
      return { id: basis.id };
    });
    return this.bases.recorded(actor, made.id, acts.renew, 'entry');
  }
}
