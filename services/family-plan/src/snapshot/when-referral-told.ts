import {
  PlaceAssigned,
  ReferralClosed,
  ReferralDeclined,
  ReferralReceived,
  ReferralSnapshot,
  ReferralWithdrawn,
  type CloudEvent,
  type Snapshot,
  type Told,
} from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { isId } from '@helhed/kernel';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Enrolment } from '../enrolments/enrolment.js';
import { placeStillHeld } from '../enrolments/when-place-assigned.js';
import { daysAfter } from '../families/days-after.js';
import type { Family } from '../families/family.js';
import { findFamilyToChange } from '../families/get-family.js';

/** Days to find out why a referral is gone, before the family that came by it goes too. */
const lostReferralDays = 30;

/** What referral does not say any more, since it was restored to an earlier state, is undone before the rest is applied. */
@Controller()
export class WhenReferralTold {
  @On(ReferralSnapshot)
  async settle({ data: { orderKey, events } }: CloudEvent<Snapshot>, { tx }: EventContext): Promise<void> {
    const family = isId(orderKey) ? await findFamilyToChange(tx, orderKey) : null;
    if (!family) return;
    const withdrawn = idsIn(events, ReferralWithdrawn.type);
    const assigned = events.filter(({ type, past }) => type === PlaceAssigned.type && !past);
    await settleEnrolments(tx, family, assigned, [...withdrawn, ...idsIn(events, ReferralClosed.type)]);
    const ended = [...withdrawn, ...idsIn(events, ReferralDeclined.type)];
    if (idsIn(events, ReferralReceived.type).length === 0) family.eraseAfter(daysAfter(tx.today, lostReferralDays));
    else if (ended.length === 0) family.keep();
    await tx.manager.save(family);
  }
}

const idsIn = (events: readonly Told[], type: string) =>
  events.filter((told) => told.type === type).map(({ data }) => data['referralId'] as string);

async function settleEnrolments(
  tx: Tx,
  family: Family,
  assigned: readonly Told[],
  over: readonly string[],
): Promise<void> {
  const { manager, municipality } = tx;
  const enrolments = await manager.findBy(Enrolment, { municipality, familyId: family.id });
  let left = enrolments.length;
  for (const enrolment of enrolments) {
    const { placeId, referralId } = enrolment;
    if (over.includes(referralId)) continue;
    const stands = assigned.some(({ data }) => data['placeId'] === placeId && data['referralId'] === referralId);
    if (!stands) {
      await manager.remove(enrolment);
      left--;
    } else if (enrolment.endedOn !== null) {
      if (await manager.existsBy(Enrolment, { municipality, placeId, endedOn: IsNull() })) throw placeStillHeld();
      enrolment.goOn();
      await manager.save(enrolment);
    } else continue;
    tx.log({ kind: 'command', act: 'enrolment.settle', subjects: [family.id] });
  }
  if (enrolments.length > 0 && left === 0) family.leave();
}
