import { Looks, type Actor } from '@helhed/access';
import { Injectable } from '@nestjs/common';
import { acts } from '../../bases/acts.js';
import { shownOf, toBasisView } from '../../bases/basis-view.js';
import type { BasisView } from '../../bases/bases.dto.js';
import type { Remaining } from '../../bases/changes.dto.js';
import { findRemaining } from '../../bases/find-remaining.js';
import { getBasis } from '../../bases/load-bases.js';
import { requireGiver } from '../../bases/own.js';
import { ownOf } from './own-persons.js';

export interface Preview {
  readonly basis: BasisView;
  /** What other bases still allow once this consent is taken back. */
  readonly remaining: readonly Remaining[];
  /** Whom of those that it covers the citizen sees: what was given out is asked about them. */
  readonly own: readonly string[];
}

/** What a citizen reads before taking a consent back: a look at the basis, as its receipt is. */
@Injectable()
export class PreviewWithdrawal {
  constructor(private readonly looks: Looks) {}

  /** @throws DomainError `not-found` for who is no giver of it */
  async run(actor: Actor, id: string): Promise<Preview> {
    return this.looks.at(actor, acts.receipt, async (look) => {
      const { tx } = look;
      await requireGiver(look, id);
      const basis = await getBasis(tx, id);
      const { subjects, categories } = shownOf([basis], actor, 'entry');
      look.log(subjects, { purpose: 'own-insight', categories });
      return {
        basis: toBasisView(basis, actor, tx, 'entry'),
        remaining: await findRemaining(look, basis),
        own: await ownOf(tx, actor, basis.persons),
      };
    });
  }
}
