import { FamilyEnrolled, PersonsMatched, tell, type Told } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { Enrolment } from '../enrolments/enrolment.js';
import { findMembers, FamilyMember } from '../families/family-member.js';
import { Family } from '../families/family.js';

/** What family-plan says of a family: who its members are, and what it is or was enrolled in. Of an erased one, nothing. */
export async function snapshotOf(tx: Tx, familyId: string): Promise<Told[]> {
  const { manager, municipality } = tx;
  const family = await manager.findOneBy(Family, { municipality, id: familyId });
  const members = await findMembers(tx, familyId);
  if (!family || members.length === 0) return [];
  const enrolments = await manager.find(Enrolment, { where: { municipality, familyId }, order: { id: 'ASC' } });
  const enrolled = enrolments.map(({ id, referralId, programme, placeId, groupId, enrolledOn }) =>
    tell(FamilyEnrolled, {
      enrolmentId: id,
      familyId,
      referralId,
      programme,
      placeId,
      groupId,
      enrolledOn,
      members,
    }),
  );
  return [...(await matched(tx, family, members)), ...enrolled];
}

async function matched(
  { manager, municipality }: Tx,
  { id: familyId, referralId }: Family,
  members: Awaited<ReturnType<typeof findMembers>>,
): Promise<Told[]> {
  const parts = await manager.findBy(FamilyMember, { municipality, familyId });
  const intakePersons = new Map(parts.map(({ personId, intakePersonId }) => [personId, intakePersonId]));
  const known = members.flatMap((member) => {
    const intakePersonId = intakePersons.get(member.personId);
    return intakePersonId ? [{ intakePersonId, ...member }] : [];
  });
  return referralId && known.length > 0 ? [tell(PersonsMatched, { referralId, familyId, members: known })] : [];
}
