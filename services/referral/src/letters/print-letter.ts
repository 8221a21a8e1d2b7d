import { Looks, type Actor } from '@helhed/access';
import { municipalityName } from '@helhed/kernel';
import { reasonText } from '@helhed/programmes';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { Catalogue } from '../programmes/catalogue.js';
import { outcomeAt } from '../referrals/show-referral.js';
import type { Letter } from './letter.js';

@Injectable()
export class PrintLetter {
  constructor(
    private readonly looks: Looks,
    private readonly catalogue: Catalogue,
  ) {}

  /** What the sender's view of the outcome shows today, to be printed. It is kept nowhere. @throws DomainError as that does */
  async run(actor: Actor, id: string): Promise<Letter> {
    return this.looks.at(actor, acts.letter, async (look) => {
      const { tx } = look;
      const outcome = await outcomeAt(look, id);
      const definition = await this.catalogue.getVersion(tx, outcome.programme, outcome.programmeVersion);
      return {
        writtenOn: tx.today,
        municipality: municipalityName(tx.municipality),
        programme: definition.name,
        answer: definition.answer,
        reason: outcome.outcome ? reasonText(definition, outcome.outcome) : undefined,
        outcome,
      };
    });
  }
}
