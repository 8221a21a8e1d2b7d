import { PersonsMatched } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { matchPersons } from '../persons/match-persons.js';
import { FamilyMember, Residence } from './family-member.js';
import { Family } from './family.js';
import { Household, sealAddress } from './household.js';
import type { Intake } from './intake.js';

/** Makes a prospective family of a referral's intake: its persons found or made, its households, who lives where. */
export async function receiveFamily(tx: Tx, intake: Intake & { id: string; referralId: string }): Promise<void> {
  const { manager, municipality, personalData } = tx;
  const { id: familyId, referralId } = intake;
  const households = new Map(intake.households.map(({ ref, address }) => [ref, { id: newId(), address }]));
  const personIds = await matchPersons(tx, intake.members);
  const members = intake.members.map(({ id: intakePersonId, role, households: refs }, index) => ({
    intakePersonId,
    personId: personIds[index] as string,
    role,
    households: refs.map((ref) => householdIn(households, ref)),
  }));

  await manager.insert(Family, { municipality, id: familyId, state: 'prospective', version: 1 });
  await manager.insert(
    Household,
    [...households.values()].map(({ id, address }) => ({
      municipality,
      id,
      familyId,
      address: sealAddress(personalData, municipality, id, address),
    })),
  );
  await manager.insert(
    FamilyMember,
    members.map(({ personId, role }) => ({ municipality, familyId, personId, role })),
  );
  await manager.insert(
    Residence,
    members.flatMap(({ personId, households }) =>
      households.map((householdId) => ({ municipality, familyId, personId, householdId })),
    ),
  );
  tx.emit(PersonsMatched, { referralId, familyId, members });
  tx.log({ kind: 'command', act: 'family.receive', subjects: [familyId, ...members.map(({ personId }) => personId)] });
}

function householdIn(households: ReadonlyMap<string, { id: string }>, ref: string): string {
  const household = households.get(ref);
  if (!household) throw new Error('the intake names a household that it does not describe');
  return household.id;
}
