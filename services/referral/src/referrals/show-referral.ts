import type { Actor } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import { answerDeadline, triage } from '@helhed/programmes';
import { Injectable } from '@nestjs/common';
import type { IntakePerson } from '../intake/mint-intake.js';
import { Place } from '../places/place.js';
import { Catalogue } from '../programmes/catalogue.js';
import { findHistory } from './find-history.js';
import { findOccupancy } from './find-occupancy.js';
import { reasonPlace, referralNotFound } from './load-referral.js';
import { reachOf } from './reach.js';
import { Referral } from './referral.js';
import { toSummary, type OutcomeView, type ReferralView } from './referrals.dto.js';

@Injectable()
export class ShowReferral {
  constructor(
    private readonly database: Database,
    private readonly catalogue: Catalogue,
  ) {}

  /** All of it, with what each rule of the target group says, for whoever triages and for the unit that sent it. */
  async whole(actor: Actor, id: string): Promise<ReferralView> {
    const { municipality } = actor;
    return this.database.inTransaction(municipality, async (tx) => {
      const { manager, personalData } = tx;
      const [referral, place, members, history] = await Promise.all([
        manager.findOneBy(Referral, { ...reachOf(actor), id }),
        manager.findOneBy(Place, { municipality, referralId: id }),
        findPersons(tx, id),
        findHistory(tx, id),
      ]);
      if (!referral) throw referralNotFound();
      const definition = await this.catalogue.getVersion(tx, referral.programme, referral.programmeVersion);
      const { suggestion, rules } = triage(definition, referral.facts);
      const occupancy = await findOccupancy(tx, definition);
      const { familyId, parentsPart, enrolmentId, enrolledOn, receivedOn } = referral;
      tx.log({
        kind: 'look',
        act: 'referral.read',
        subjects: [familyId, ...members.map((one) => one.personId ?? one.id)],
      });
      return {
        ...toSummary(referral),
        reason: personalData.decrypt(municipality, reasonPlace(id), referral.reason),
        parentsPart: [...parentsPart],
        members: [...members],
        triage: { suggestion, rules: structuredClone(rules) as ReferralView['triage']['rules'], occupancy },
        answerBy: answerDeadline(definition, receivedOn) ?? null,
        kle: definition.kle ?? null,
        place: place && { placeId: place.id, groupId: place.groupId, startsOn: place.startsOn },
        enrolment: enrolmentId && enrolledOn ? { id: enrolmentId, enrolledOn } : null,
        history,
      };
    });
  }

  /** What came of it, for the sender's unit and nobody else. */
  async outcome({ municipality, unit = '' }: Actor, id: string): Promise<OutcomeView> {
    return this.database.inTransaction(municipality, async (tx) => {
      const [referral, place] = await Promise.all([
        tx.manager.findOneBy(Referral, { municipality, referringUnit: unit, id }),
        tx.manager.findOneBy(Place, { municipality, referralId: id }),
      ]);
      if (!referral) throw referralNotFound();
      const { senderReference, state, since, outcome, familyId } = referral;
      tx.log({ kind: 'look', act: 'referral.outcome', subjects: [familyId] });
      return {
        id,
        senderReference,
        state,
        since,
        outcome,
        place: place && { groupId: place.groupId, startsOn: place.startsOn },
      };
    });
  }
}

async function findPersons(tx: Tx, id: string): Promise<readonly IntakePerson[]> {
  const [intake] = await tx.query<{ members: IntakePerson[] }>(
    'SELECT members FROM intake WHERE municipality = helhed.tenant() AND referral_id = $1',
    [id],
  );
  return intake?.members ?? [];
}
