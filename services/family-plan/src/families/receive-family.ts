import { PersonsMatched, type IntakeClaim } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { keepCustodyOfIntake } from '../custody/custody-of-intake.js';
import { matchEmployees } from '../employees/match-employees.js';
import { matchPersons } from '../persons/match-persons.js';
import { FamilyMember, Residence } from './family-member.js';
import { Family } from './family.js';
import { Household, sealAddress } from './household.js';

/** What a referral told, and the unit that sent it. */
export type ReceivedIntake = IntakeClaim & { readonly referringUnit: string };

/** Makes a prospective family of a referral's intake: its persons found or made, its households, who lives where. */
export async function receiveFamily(tx: Tx, intake: ReceivedIntake): Promise<void> {
  const { manager, municipality, personalData, today } = tx;
  const { familyId, referralId } = intake;
  const matched = await matchPersons(tx, intake.members);
  const personIds = matched.map(({ id }) => id);
  const idOf = new Map(intake.members.map(({ id }, index) => [id, personIds[index] as string]));
  const members = intake.members.map(({ id, role, households, custody = [] }) => ({
    intakePersonId: id,
    personId: idOf.get(id) as string,
    role,
    households: [...new Set(households)],
    custodyHolders: [...new Set(custody)].map((holder) => idOf.get(holder) as string),
  }));
  const row = <T extends object>(columns: T) => ({ municipality, familyId, ...columns });

  const received = { referralId, receivedOn: today };
  await manager.insert(Family, { municipality, id: familyId, ...received, state: 'prospective', version: 1 });
  await manager.insert(
    Household,
    intake.households.map(({ ref: id, address }) =>
      row({ id, address: sealAddress(personalData, municipality, id, address) }),
    ),
  );
  await manager.insert(
    FamilyMember,
    members.map(({ personId, role, intakePersonId }) => row({ personId, role, intakePersonId })),
  );
  await manager.insert(
    Residence,
    members.flatMap(({ personId, households }) => households.map((householdId) => row({ personId, householdId }))),
  );
  const known = members.map(({ custodyHolders: _, ...member }) => member);
  tx.emit(PersonsMatched, { referralId, familyId, members: known });
  const made = new Set(matched.flatMap(({ id, isNew }) => (isNew ? [id] : [])));
  await keepCustodyOfIntake(
    tx,
    intake,
    members.flatMap(({ personId: childId, custodyHolders }) =>
      custodyHolders.map((holderId) => ({ childId, holderId, isNew: made.has(childId) })),
    ),
  );
  await matchEmployees(tx, personIds);
  tx.log({ kind: 'command', act: 'family.receive', subjects: [familyId, ...personIds] });
}
