import { ClaimCheck } from '@helhed/access';
import { birthDatesClaim, PersonsMatched, type BirthDatesClaim, type CloudEvent } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { On, type EventContext } from '@helhed/messaging';
import { getGroundRules } from '@helhed/programmes';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { ownVoiceAges } from '../cover/consent-rule.js';
import { lockFacts } from '../cover/lock-facts.js';
import { recomputeCoverage } from '../cover/recompute-coverage.js';
import { ProgrammeCopy } from '../programmes/programme-copy.js';
import { FamilyMember } from './family-member.js';
import { PersonAge } from './person-age.js';
import { turnsOf } from './turns.js';

type Matched = CloudEvent<z.infer<typeof PersonsMatched.schema>>;

/** From here on bases can be recorded about the family. */
@Controller()
export class WhenPersonsMatched {
  constructor(private readonly claims: ClaimCheck) {}

  @On(PersonsMatched)
  async keep(event: Matched, { tx }: EventContext): Promise<void> {
    const { familyId, members } = event.data;
    // before anything is locked: the owner may take its time
    const found = await this.claims.find(event, (body) => birthDatesClaim.parse(body));
    await lockFacts(tx);
    const rows = members.map(({ personId, role, households }) => ({
      municipality: tx.municipality,
      familyId,
      personId,
      role,
      households,
    }));
    await upsert(tx, FamilyMember, rows, ['role', 'households'], ['family_id', 'person_id']);
    if (found) await keepAges(tx, found);
    await recomputeCoverage(tx, { persons: members.map(({ personId }) => personId) });
  }
}

/** Of a birth date stays only when the rules that are known today change. */
async function keepAges(tx: Tx, { members }: BirthDatesClaim): Promise<void> {
  const { manager, municipality } = tx;
  const copies = await manager.findBy(ProgrammeCopy, { municipality });
  const versions = copies.map(({ version, validFrom, purposes }) => ({ version, validFrom, purposes: purposes ?? {} }));
  const ages = [...ownVoiceAges(versions), ...getGroundRules().ages.majority.map(({ value }) => value)];
  const rows = members.map(({ personId, adult, birthDate }) => ({
    municipality,
    personId,
    adult,
    turns: birthDate === null ? [] : turnsOf(birthDate, ages),
  }));
  await upsert(tx, PersonAge, rows, ['adult', 'turns'], ['person_id']);
}

async function upsert<T extends object>(
  { manager }: Tx,
  entity: new () => T,
  rows: readonly object[],
  columns: string[],
  key: string[],
): Promise<void> {
  if (rows.length === 0) return;
  const insert = manager
    .createQueryBuilder()
    .insert()
    .into(entity)
    .values([...rows]);
  await insert.orUpdate(columns, ['municipality', ...key]).execute();
}
