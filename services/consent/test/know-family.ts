import { CitizenLink, keepReferral, keepSeat } from '@helhed/access';
import { Database, dataSource, PersonalData, type Tx } from '@helhed/database';
import { municipalityCode, newId } from '@helhed/kernel';
import { getDefinition } from '@helhed/programmes';
import type { TestMunicipality, TestPlatform } from '@helhed/testing';
import { Custody } from '../src/custody/custody.js';
import { entities } from '../src/entities.js';
import { FamilyMember } from '../src/families/family-member.js';
import { PersonAge } from '../src/families/person-age.js';
import { turnsOf } from '../src/families/turns.js';
import { ProgrammeCopy } from '../src/programmes/programme-copy.js';
import { programme } from './families.js';

export interface KnownFamily {
  readonly familyId: string;
  readonly maja: string;
  readonly jonas: string;
  readonly alma: string;
}

/** A transaction of the running service's own database. */
export async function inConsent<T>(
  platform: TestPlatform,
  municipality: TestMunicipality,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const source = await dataSource({ url: platform.databases.consent.app, entities }).initialize();
  const database = new Database(source, new PersonalData(JSON.parse(platform.installation.dataKeys.consent)));
  return database.inTransaction(municipalityCode(municipality.code), work).finally(() => source.destroy());
}

/** The family as the other services told of it: Maja and Jonas have custody of Alma; it has a seat in `familiestuen`. */
export const knowFamily = (
  platform: TestPlatform,
  municipality: TestMunicipality,
  family: KnownFamily,
): Promise<void> =>
  inConsent(platform, municipality, async (tx) => {
    const { manager, municipality: code } = tx;
    const { familyId, maja, jonas, alma } = family;
    const member = (personId: string, role: 'parent' | 'child') => ({
      municipality: code,
      familyId,
      personId,
      role,
      households: [],
    });
    const held = [maja, jonas].map((holderId) => ({
      municipality: code,
      id: newId(),
      familyId,
      childId: alma,
      holderId,
      from: null,
      to: null,
    }));
    const { version, validFrom, name, mayRefer, purposes } = getDefinition(programme);
    await manager.insert(FamilyMember, [member(maja, 'parent'), member(jonas, 'parent'), member(alma, 'child')]);
    await manager.insert(Custody, held);
    await keepReferral(tx, {
      referralId: newId(),
      familyId,
      programme,
      programmeVersion: version,
      referringUnit: 'db-solsikken',
      kind: 'professional',
      receivedOn: '2026-09-01',
    });
    const seat = { seatId: newId(), placeId: newId(), groupId: newId(), familyId, programme };
    await keepSeat(tx, { ...seat, unit: 'familiestuen' });
    await manager.insert(ProgrammeCopy, {
      municipality: code,
      code: programme,
      version,
      validFrom,
      name,
      mayRefer: mayRefer.functions,
      purposes: purposes!,
    });
  });

/** A parent who holds custody of nobody. */
export const knowParent = (
  platform: TestPlatform,
  municipality: TestMunicipality,
  familyId: string,
  personId: string,
): Promise<void> =>
  inConsent(platform, municipality, async ({ manager, municipality: code }) => {
    await manager.insert(FamilyMember, { municipality: code, familyId, personId, role: 'parent', households: [] });
  });

/** A child's age, as family-plan told it. */
export const knowAge = (platform: TestPlatform, municipality: TestMunicipality, personId: string, born: string) =>
  inConsent(platform, municipality, ({ manager, municipality: code }) =>
    manager.insert(PersonAge, { municipality: code, personId, adult: false, turns: turnsOf(born, [15, 18]) }),
  );

/** An account that is linked to a person: a citizen's. */
export const link = (platform: TestPlatform, municipality: TestMunicipality, sub: string, personId: string) =>
  inConsent(platform, municipality, ({ manager, municipality: code }) =>
    manager.insert(CitizenLink, {
      municipality: code,
      id: newId(),
      personId,
      sub,
      linkedOn: '2026-09-01',
      endedOn: null,
    }),
  );
