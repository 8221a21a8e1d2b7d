import { keepReferral } from '@helhed/access';
import { Database, dataSource, PersonalData, type Tx } from '@helhed/database';
import { municipalityCode, newId } from '@helhed/kernel';
import { type TestMunicipality, type TestPlatform } from '@helhed/testing';
import { getDefinition } from '@helhed/programmes';
import { entities } from '../src/entities.js';
import { receiveFamily } from '../src/families/receive-family.js';
import { WhenProgrammePublished } from '../src/programmes/when-programme-published.js';
import { as, personIn } from './actors.js';
import type { Told } from './families.js';

/** Works in the running platform's own database, in the municipality. */
export async function inPlatform<T>(
  platform: TestPlatform,
  { code }: TestMunicipality,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const source = await dataSource({ url: platform.databases['family-plan'].app, entities }).initialize();
  const database = new Database(source, new PersonalData(JSON.parse(platform.installation.dataKeys['family-plan'])));
  try {
    return await as(personIn(municipalityCode(code)), (actor) => database.inTransaction(actor.municipality, work));
  } finally {
    await source.destroy();
  }
}

const programme = 'nyborg-familiestue';

/** A family of one home as if it had been referred, its programme published. @returns its id and its members' by name */
export function receivedIn(platform: TestPlatform, municipality: TestMunicipality, persons: readonly Told[]) {
  const [familyId, home] = [newId(), newId()];
  const ids = new Map(persons.map(({ name }) => [name, newId()]));
  const members = persons.map(({ custody, homes: _, ...person }) => ({
    ...person,
    id: ids.get(person.name) as string,
    households: [home],
    custody: custody?.map((name) => ids.get(name) as string),
  }));
  return inPlatform(platform, municipality, async (tx) => {
    const definition = getDefinition(programme);
    await new WhenProgrammePublished().keep({ data: { programme, version: 1, definition } } as never, { tx });
    const households = [{ ref: home, address: 'Egevej 4, 5800 Nyborg' }];
    const referralId = newId();
    const referringUnit = 'db-solsikken';
    await receiveFamily(tx, { referralId, referringUnit, familyId, version: 1, households, members });
    await keepReferral(tx, {
      referralId,
      familyId,
      programme,
      programmeVersion: 1,
      referringUnit: 'db-solsikken',
      kind: 'professional',
      receivedOn: '2026-09-01',
    });
    const parts = await tx.query<{ person: string; intake: string }>(
      'SELECT person_id AS person, intake_person_id AS intake FROM family_member WHERE family_id = $1',
      [familyId],
    );
    const personOf = (name: string) => parts.find(({ intake }) => intake === ids.get(name))?.person as string;
    return { familyId, personOf };
  });
}
