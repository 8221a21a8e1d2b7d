import { ReferralClosed, ReferralDeclined, ReferralWithdrawn, type CloudEvent } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { On, type EventContext } from '@helhed/messaging';
import { prospectiveFamilyDays } from '@helhed/programmes';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { endEnrolment } from '../enrolments/end-enrolment.js';
import { getProgramme } from '../programmes/programme-copy.js';
import { daysAfter } from './days-after.js';
import { findFamilyToChange } from './get-family.js';

type Closed = CloudEvent<z.infer<typeof ReferralClosed.schema>>;
type Declined = CloudEvent<z.infer<typeof ReferralDeclined.schema>>;
type Withdrawn = CloudEvent<z.infer<typeof ReferralWithdrawn.schema>>;

@Controller()
export class WhenReferralEnded {
  @On(ReferralDeclined)
  async declined({ data: { familyId, programme, declinedOn } }: Declined, { tx }: EventContext): Promise<void> {
    await markForErasure(tx, familyId, programme, declinedOn);
  }

  /** At any time: with a place, it is another family's from here on. */
  @On(ReferralWithdrawn)
  async withdrawn({ data }: Withdrawn, { tx }: EventContext): Promise<void> {
    const { familyId, referralId, programme, withdrawnOn } = data;
    await endEnrolment(tx, referralId, withdrawnOn);
    await markForErasure(tx, familyId, programme, withdrawnOn);
  }

  /** The course is over, or the family's part in it: nobody else gets its place. */
  @On(ReferralClosed)
  async closed({ data: { referralId, closedOn } }: Closed, { tx }: EventContext): Promise<void> {
    await endEnrolment(tx, referralId, closedOn);
  }
}

/** A prospective family is kept as long as the programme's definition says. */
async function markForErasure(tx: Tx, familyId: string, programme: string, endedOn: string): Promise<void> {
  const family = await findFamilyToChange(tx, familyId);
  // withdrawn before its intake was fetched, there is nothing to erase; enrolled, it is kept by other rules
  if (family?.state !== 'prospective') return;
  const days = prospectiveFamilyDays(await getProgramme(tx, programme), endedOn);
  family.eraseAfter(daysAfter(endedOn, days));
  await tx.manager.save(family);
  tx.log({ kind: 'command', act: 'family.mark-for-erasure', subjects: [familyId] });
}
