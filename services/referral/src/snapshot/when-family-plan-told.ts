import { keepThereAgain } from '@helhed/access';
import { FamilyEnrolled, FamilyPlanSnapshot, type CloudEvent, type Snapshot } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';

@Controller()
export class WhenFamilyPlanTold {
  /** An enrolment that family-plan knows no more, since it was restored, is none here either. */
  @On(FamilyPlanSnapshot)
  async handle({ data }: CloudEvent<Snapshot>, { tx }: EventContext): Promise<void> {
    const { orderKey, events } = data;
    await keepThereAgain(tx, data);
    const told = events.filter(({ type }) => type === FamilyEnrolled.type).map(({ data }) => data['enrolmentId']);
    const gone = await tx.query(
      `UPDATE referral SET enrolment_id = NULL, enrolled_on = NULL
       WHERE municipality = helhed.tenant() AND family_id = $1 AND enrolment_id IS NOT NULL AND NOT enrolment_id = ANY($2)
       RETURNING id`,
      [orderKey, told],
    );
    if (gone.length > 0) tx.log({ kind: 'command', act: 'referral.note-enrolment', subjects: [orderKey] });
  }
}
