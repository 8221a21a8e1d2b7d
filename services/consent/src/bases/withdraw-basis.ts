import { Looks, type Actor } from '@helhed/access';
import { DomainError } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { loadFacts } from '../cover/load-facts.js';
import { holdFacts } from '../cover/lock-facts.js';
import { FinalTransactions } from '../leases/final-transactions.js';
import { acts } from './acts.js';
import { shownOf, toBasisView } from './basis-view.js';
import type { WithdrawBasis as Asked, WithdrawnView } from './changes.dto.js';
import { findRemaining } from './find-remaining.js';
import { givenOutOf } from './given-out.js';
import { getBasis } from './load-bases.js';
import { requireGiver } from './own.js';
import { reachBasis } from './reach.js';
import { refusedAsLook } from './refused-as-look.js';
import { notAGiver } from './refusals.js';
import { changeAndTell } from './save-basis.js';

@Injectable()
export class WithdrawBasis {
  constructor(
    private readonly final: FinalTransactions,
    private readonly looks: Looks,
  ) {}

  /** Asks for no version: whoever takes a consent back need not have read it last. The second time nothing happens. */
  async run(actor: Actor, id: string, asked: Asked): Promise<WithdrawnView> {
    return this.final.inTransaction(actor.municipality, async (tx) => {
      await holdFacts(tx);
      const look = await this.looks.within(tx, actor, acts.withdraw);
      await (actor.kind === 'citizen' ? requireGiver(look, id) : reachBasis(look, id));
      const givers = giversOf(actor, asked);
      const basis = await getBasis(tx, id, true);
      // before the other bases are looked at, which a refusal tells nothing of
      await refusedAsLook(tx, () => basis.requireGivers(givers));
      const facts = await loadFacts(tx, basis);
      // what else there is does not depend on this one, and is read before everybody waits for the epoch's row
      const remaining = await findRemaining(await this.looks.within(tx, actor, acts.read), basis);
      const givenOut = await givenOutOf(look, basis);
      await changeAndTell(tx, basis, facts, (each) => each.withdraw(givers, tx.now, actor.sub) && 'raise');
      tx.log({ kind: 'command', act: 'basis.withdraw', ...shownOf([basis], actor, 'entry') });
      return { ...toBasisView(basis, actor, tx, 'entry'), remaining, givenOut };
    });
  }
}

/** A citizen takes back what it gave itself, and names nobody else; a professional notes who did. */
function giversOf(actor: Actor, { givers }: Asked): readonly string[] {
  if (actor.kind === 'citizen') {
    if (givers?.some((giver) => giver !== actor.person)) throw notAGiver(['givers']);
    return [actor.person!];
  }
  if (givers) return givers;
  throw new DomainError(
    'invalid',
    'validation-failed',
    { da: 'Angiv, hvem der trækker samtykket tilbage.', en: 'Name who takes the consent back.' },
    [{ field: 'givers', rule: 'required' }],
  );
}
