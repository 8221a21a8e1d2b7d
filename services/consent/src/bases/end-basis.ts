import { Looks, type Actor } from '@helhed/access';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { loadFacts } from '../cover/load-facts.js';
import { holdFacts } from '../cover/lock-facts.js';
import { FinalTransactions } from '../leases/final-transactions.js';
import { acts } from './acts.js';
import type { BasisView } from './bases.dto.js';
import { shownOf, toBasisView } from './basis-view.js';
import { getBasis } from './load-bases.js';
import { reachBasis } from './reach.js';
import { isAConsent } from './refusals.js';
import { changeAndTell } from './save-basis.js';
import { requireMayRecord } from './who-records.js';

@Injectable()
export class EndBasis {
  constructor(
    private readonly final: FinalTransactions,
    private readonly looks: Looks,
  ) {}

  async run(actor: Actor, id: string, version: number): Promise<BasisView> {
    return this.final.inTransaction(actor.municipality, async (tx) => {
      await holdFacts(tx);
      await reachBasis(await this.looks.within(tx, actor, acts.end), id, { unit: actor.unit });
      const basis = await getBasis(tx, id, true);
      if (basis.kind === 'consent') throw isAConsent();
      requireMayRecord(actor, basis.kind);
      requireVersion({ version: basis.entryVersion }, version);
      const facts = await loadFacts(tx, basis);
      await changeAndTell(tx, basis, facts, (each) => {
        each.end(tx.now, tx.today);
        return 'raise';
      });
      tx.log({ kind: 'command', act: 'basis.end', ...shownOf([basis], actor, 'entry') });
      return toBasisView(basis, actor, tx, 'entry');
    });
  }
}
