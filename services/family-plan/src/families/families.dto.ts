import { date, id, memberRole } from '@helhed/contracts';
import type { PersonalData } from '@helhed/database';
import { z } from 'zod';
import type { Person } from '../persons/person.js';
import type { Custody } from '../custody/custody.js';
import type { MemberInHouseholds } from './family-member.js';
import type { Family } from './family.js';
import type { Household } from './household.js';

export const FamilyView = z
  .strictObject({
    id,
    state: z.enum(['prospective', 'enrolled']).describe('Prospective from its referral until it is enrolled.'),
    eraseOn: date
      .nullable()
      .describe('The day that what is held on a prospective family is erased; null while it is not to be.'),
    households: z
      .array(z.strictObject({ id, address: z.string().nullable().describe('Null where the referral named none.') }))
      .describe('Who live together; a family may have several.'),
    members: z.array(
      z.strictObject({
        personId: id.describe('The same in every referral and plan that the person is in.'),
        role: memberRole,
        name: z.string(),
        birthDate: date.nullable().describe('Null where the referral told none.'),
        households: z.array(id).describe('Two for a child who lives with each of its parents.'),
        custodyHolders: z.array(id).describe('For a child: who holds custody today.'),
      }),
    ),
    version: z.int().positive(),
  })
  .meta({ id: 'Family' });
export type FamilyView = z.infer<typeof FamilyView>;

export interface FamilyParts {
  readonly family: Family;
  readonly households: readonly Household[];
  readonly members: readonly MemberInHouseholds[];
  readonly custody: readonly Custody[];
  readonly persons: readonly Person[];
}

export function toFamilyView(
  { family, households, members, custody, persons }: FamilyParts,
  data: PersonalData,
): FamilyView {
  const people = new Map(persons.map((person) => [person.id, person.open(data)]));
  return {
    id: family.id,
    state: family.state as FamilyView['state'],
    eraseOn: family.eraseOn,
    households: households.map((household) => household.open(data)),
    members: members.map((member) => ({
      ...member,
      ...(people.get(member.personId) as { name: string; birthDate: string | null }),
      custodyHolders: custody.filter(({ childId }) => childId === member.personId).map(({ holderId }) => holderId),
    })),
    version: family.version,
  };
}
