import { FamilyEnrolled, type CloudEvent } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { bookSeat } from './book-seat.js';
import { EnrolledMember } from './enrolled-member.js';
import { lockGroup } from './find-groups.js';
import { Seat } from './seat.js';

type Enrolled = CloudEvent<z.infer<typeof FamilyEnrolled.schema>>;

@Controller()
export class WhenEnrolled {
  /** Comes before or after the seat is taken: whichever is last finds the other and books. */
  @On(FamilyEnrolled)
  async note({ data: { placeId, groupId, familyId, members } }: Enrolled, { tx }: EventContext): Promise<void> {
    const { manager, municipality } = tx;
    const group = await lockGroup(tx, groupId);
    const rows = members.map((member) => ({ municipality, placeId, familyId, ...member }));
    await manager.createQueryBuilder().insert().into(EnrolledMember).values(rows).orIgnore().execute();
    tx.log({ kind: 'command', act: 'family.note', subjects: [familyId, ...members.map(({ personId }) => personId)] });
    const seat = await manager.findOneBy(Seat, { municipality, placeId, familyId });
    if (group && seat) await bookSeat(tx, group, seat);
  }
}
