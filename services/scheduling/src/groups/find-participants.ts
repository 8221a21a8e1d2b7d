import type { Tx } from '@helhed/database';
import { EnrolledMember } from './enrolled-member.js';
import { GroupStaff } from './group-staff.js';
import { Seat } from './seat.js';
import { In } from 'typeorm';

/** Who comes to a group's sessions: staff, and the members of the seated families as far as they are known. */
export interface Participants {
  readonly staffIds: readonly string[];
  readonly seats: readonly Seat[];
  readonly members: readonly EnrolledMember[];
}

export async function findParticipants({ manager, municipality }: Tx, groupId: string): Promise<Participants> {
  const staff = await manager.findBy(GroupStaff, { municipality, groupId });
  const seats = await manager.findBy(Seat, { municipality, groupId });
  const members = await manager.findBy(EnrolledMember, {
    municipality,
    placeId: In(seats.map(({ placeId }) => placeId)),
  });
  return { staffIds: staff.map(({ staffId }) => staffId), seats, members };
}
