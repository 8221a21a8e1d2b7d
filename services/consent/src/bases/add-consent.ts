import { Looks, type Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { loadFacts } from '../cover/load-facts.js';
import { holdFacts } from '../cover/lock-facts.js';
import { acts } from './acts.js';
import type { BasisView } from './bases.dto.js';
import { BasisGiver, evidenceOf } from './basis-giver.js';
import { shownOf, toBasisView } from './basis-view.js';
import type { AddConsent as Given } from './changes.dto.js';
import { broken } from './check-assertion.js';
import { requireGivers } from './check-named.js';
import { getBasis } from './load-bases.js';
import { reachBasis } from './reach.js';
import { recordedBy } from './recorded-by.js';
import { refusedAsLook } from './refused-as-look.js';
import { incomplete } from './refusals.js';
import { changeAndTell } from './save-basis.js';

@Injectable()
export class AddConsent {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
  ) {}

  async run(actor: Actor, id: string, version: number, given: Given): Promise<BasisView> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const { municipality, now, today, personalData } = tx;
      await holdFacts(tx);
      const look = await this.looks.within(tx, actor, acts.addConsent);
      await reachBasis(look, id);
      const basis = await getBasis(tx, id, true);
      requireVersion({ version: basis.entryVersion }, version);
      // asked before who gives for whom, of which it so tells nothing
      await refusedAsLook(tx, () => basis.requireTaking(given.givenBy, today));
      if (given.givenOn > today) throw incomplete([broken('givenOn', 'in-future')]);
      const facts = await loadFacts(tx, basis);
      await requireGivers(look, basis, given, facts);
      const { how, givenOn, evidence } = given;
      const sealed = personalData.encrypt(municipality, evidenceOf(id), evidence);
      const act = { municipality, basisId: id, how, givenOn, evidence: sealed, recordedAt: now, by: recordedBy(actor) };
      const givers = given.givenBy.map((personId) => BasisGiver.of({ ...act, personId }));
      await changeAndTell(tx, basis, facts, (each) => each.addConsent(givers, today).length > 0);
      tx.log({ kind: 'command', act: 'basis.add-consent', ...shownOf([basis], actor, 'entry') });
      return toBasisView(basis, actor, tx, 'entry');
    });
  }
}
