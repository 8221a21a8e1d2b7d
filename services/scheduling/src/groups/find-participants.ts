import type { Tx } from '@helhed/database';
import { IsNull } from 'typeorm';
import { EnrolledMember } from './enrolled-member.js';
import { GroupStaff } from './group-staff.js';
import { Seat } from './seat.js';

/** Who comes to a group's sessions: staff, and the members of the seated families as far as they are known, of none whose referral is closed. */
export interface Participants {
  readonly staffIds: readonly string[];
  readonly seats: readonly Seat[];
  readonly members: readonly EnrolledMember[];
}

export async function findParticipants({ manager, municipality }: Tx, groupId: string): Promise<Participants> {
  const staff = await manager.findBy(GroupStaff, { municipality, groupId });
  const seats = await manager.findBy(Seat, { municipality, groupId, endedAt: IsNull() });
  // by place and family: of a family that left, an enrolment may have been heard of later
  const families = seats.map(({ placeId, familyId }) => ({ municipality, placeId, familyId }));
  const members = families.length > 0 ? await manager.findBy(EnrolledMember, families) : [];
  return { staffIds: staff.map(({ staffId }) => staffId), seats, members };
}
