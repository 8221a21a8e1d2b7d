import type { Actor } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { In } from 'typeorm';
import { Group } from '../groups/group.js';
import { Seat } from '../groups/seat.js';
import { reaches, reachesAll } from '../reach.js';
import { StaffMember } from '../staff/staff-member.js';

/** @throws DomainError `not-found` unless the family is in a group within reach, or the staff in a unit within reach */
export async function requireSubject(
  { manager, municipality }: Tx,
  actor: Actor,
  kind: 'family' | 'staff',
  id: string,
): Promise<void> {
  if (kind === 'staff') {
    const member = await manager.findOneBy(StaffMember, { municipality, id });
    if (member && (member.sub === actor.sub || reaches(actor, member.unit))) return;
    throw notFound({ da: 'Medarbejderen', en: 'The member of staff' });
  }
  const groupIds = (await manager.findBy(Seat, { municipality, familyId: id })).map(({ groupId }) => groupId);
  const own = reachesAll(actor) ? {} : { unit: actor.unit ?? '' };
  if (await manager.existsBy(Group, { municipality, id: In(groupIds), ...own })) return;
  throw notFound({ da: 'Familien', en: 'The family' });
}
