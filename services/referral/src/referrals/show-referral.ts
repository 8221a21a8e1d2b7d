import { Looks, type Actor, type Look } from '@helhed/access';
import type { ProgrammeDefinition } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { answerDeadline, triage } from '@helhed/programmes';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { Catalogue } from '../programmes/catalogue.js';
import { findOccupancy } from './find-occupancy.js';
import { toHistory } from './history.js';
import { reasonPlace } from './load-referral.js';
import { lookAtReferral } from './reach-referral.js';
import { outcomeColumns, referralColumns, type OutcomeRow, type ReferralRow } from './referral-row.js';
import { toFrame, toProgress, toSummary, type OutcomeView, type ReferralView } from './referrals.dto.js';

@Injectable()
export class ShowReferral {
  constructor(
    private readonly looks: Looks,
    private readonly catalogue: Catalogue,
  ) {}

  /** All of it that is shown, with what each rule of the target group says. */
  async whole(actor: Actor, id: string): Promise<ReferralView> {
    return this.looks.at(actor, acts.read, async (look) => {
      const { decision, ...row } = await lookAtReferral<ReferralRow>(look, id, referralColumns);
      const { tx } = look;
      const definition = await this.catalogue.getVersion(tx, row.programme, row.programmeVersion);
      return {
        ...toSummary(row, decision),
        answerBy: answerDeadline(definition, row.receivedOn) ?? null,
        kle: definition.kle ?? null,
        ...(decision.shows('referral.content') && contentOf(tx, row)),
        ...(decision.shows('referral.triage') && (await triageOf(tx, row, definition))),
        ...(decision.shows('referral.outcome') && { place: row.place, enrolment: row.enrolment }),
      };
    });
  }

  /** What came of it, for the sender. */
  async outcome(actor: Actor, id: string): Promise<OutcomeView> {
    return this.looks.at(actor, acts.outcome, (look) => outcomeAt(look, id));
  }
}

/** What came of it, as far as the look shows it: the one reading for all that the sender is answered by. */
export async function outcomeAt(look: Look, id: string): Promise<OutcomeView> {
  const { decision, ...row } = await lookAtReferral<OutcomeRow>(look, id, outcomeColumns);
  const { place } = row;
  const shown = {
    ...toProgress(row),
    place: place && { groupId: place.groupId, startsOn: place.startsOn },
  };
  return {
    ...toFrame(row),
    ...(decision.shows('referral.outcome') && shown),
    withheld: decision.withheld,
  };
}

const contentOf = ({ personalData, municipality }: Tx, { id, reason, stated, parentsPart, persons }: ReferralRow) => ({
  reason: personalData.decrypt(municipality, reasonPlace(id), reason),
  facts: structuredClone(stated) as NonNullable<ReferralView['facts']>,
  parentsPart: [...parentsPart],
  members: [...persons],
});

async function triageOf(tx: Tx, { id, stated, history }: ReferralRow, definition: ProgrammeDefinition) {
  const { suggestion, rules } = triage(definition, stated);
  type Rules = NonNullable<ReferralView['triage']>['rules'];
  const occupancy = await findOccupancy(tx, definition);
  return {
    triage: { suggestion, rules: structuredClone(rules) as Rules, occupancy },
    history: toHistory(tx, id, history),
  };
}
