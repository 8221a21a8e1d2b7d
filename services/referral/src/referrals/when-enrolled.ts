import { FamilyEnrolled, type CloudEvent } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import { noteReferral } from '../changes/note-step.js';
import type { DataOf } from '../data-of.js';
import { lockReferral } from './load-referral.js';

@Controller()
export class WhenEnrolled {
  @On(FamilyEnrolled)
  async handle({ data }: CloudEvent<DataOf<typeof FamilyEnrolled>>, { tx }: EventContext): Promise<void> {
    const { referralId, enrolmentId, enrolledOn, familyId } = data;
    const referral = await lockReferral(tx, referralId);
    const isNew = referral.enrolmentId !== enrolmentId;
    referral.enrolled(enrolmentId, enrolledOn);
    await tx.query(
      'UPDATE referral SET enrolment_id = $2, enrolled_on = $3 WHERE municipality = helhed.tenant() AND id = $1',
      [referralId, referral.enrolmentId, referral.enrolledOn],
    );
    // a snapshot says it again
    if (isNew) await noteReferral(tx, referral, 'referral.enrolled');
    tx.log({ kind: 'command', act: 'referral.note-enrolment', subjects: [familyId] });
  }
}
