import { ClaimCheck } from '@helhed/access';
import { FamilyEnrolled, type CloudEvent } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { settleStaffing } from '../staffing/settle-staffing.js';
import { bookSeat } from './book-seat.js';
import { claimHeads } from './claim-heads.js';
import { EnrolledMember } from './enrolled-member.js';
import { lockGroup } from './find-groups.js';
import { Seat } from './seat.js';

type Enrolled = CloudEvent<z.infer<typeof FamilyEnrolled.schema>>;

@Controller()
export class WhenEnrolled {
  constructor(private readonly claims: ClaimCheck) {}

  /** Comes before or after the seat is taken: whichever is last finds the other and books. */
  @On(FamilyEnrolled)
  async note(event: Enrolled, { tx }: EventContext): Promise<void> {
    const { placeId, groupId, familyId, members } = event.data;
    const { manager, municipality } = tx;
    await claimHeads(tx, this.claims, event);
    const group = await lockGroup(tx, groupId);
    const rows = members.map((member) => ({ municipality, placeId, familyId, ...member }));
    await manager.createQueryBuilder().insert().into(EnrolledMember).values(rows).orIgnore().execute();
    tx.log({ kind: 'command', act: 'family.note', subjects: [familyId, ...members.map(({ personId }) => personId)] });
    const seat = await manager.findOneBy(Seat, { municipality, placeId, familyId });
    if (!group || !seat) return;
    await bookSeat(tx, group, seat);
    await settleStaffing(tx, group);
  }
}
