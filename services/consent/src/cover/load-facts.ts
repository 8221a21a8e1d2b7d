import type { Tx } from '@helhed/database';
import { getGroundRules } from '@helhed/programmes';
import { In } from 'typeorm';
import { Custody } from '../custody/custody.js';
import { FamilyMember } from '../families/family-member.js';
import { PersonAge } from '../families/person-age.js';
import { findVersions } from '../programmes/programme-copy.js';
import type { CoverageFacts } from './coverage.js';
import type { People, PersonFacts } from './needed.js';

/** What is known of these persons and of whoever holds custody of them. */
export async function loadPeople({ manager, municipality }: Tx, persons: readonly string[]): Promise<People> {
  const custody = await manager.findBy(Custody, { municipality, childId: In([...persons]) });
  const ids = [...new Set([...persons, ...custody.map(({ holderId }) => holderId)])];
  const members = await manager.findBy(FamilyMember, { municipality, personId: In(ids) });
  const ages = await manager.findBy(PersonAge, { municipality, personId: In(ids) });
  const factsOf = (personId: string): PersonFacts => {
    const parts = members.filter((member) => member.personId === personId);
    const age = ages.find((each) => each.personId === personId);
    return {
      // nobody's role is known of somebody who is in no family: taken to be a child, whom nobody covers alone
      adult: age?.adult ?? (parts.length > 0 && parts.every(({ role }) => role !== 'child')),
      turns: age?.turns ?? [],
      custody: custody.filter(({ childId }) => childId === personId),
      households: parts.flatMap(({ households }) => households),
    };
  };
  return { people: new Map(ids.map((id) => [id, factsOf(id)])), majority: getGroundRules().ages.majority };
}

/** All that decides whom a basis covers, beside the basis itself. */
export const loadFacts = async (
  tx: Tx,
  { persons, programme }: { readonly persons: readonly string[]; readonly programme: string },
): Promise<CoverageFacts> => ({ ...(await loadPeople(tx, persons)), versions: await findVersions(tx, programme) });
