import { date, id, memberRole } from '@helhed/contracts';
import type { PersonalData } from '@helhed/database';
import { z } from 'zod';
import type { Person } from '../persons/person.js';
import type { MemberInHouseholds } from './family-member.js';
import type { Family } from './family.js';
import type { Household } from './household.js';

export const FamilyView = z
  .strictObject({
    id,
    state: z.enum(['prospective', 'enrolled']),
    eraseOn: date
      .nullable()
      .describe('The day that what is held on a prospective family is erased; null while it is not to be.'),
    households: z.array(z.strictObject({ id, address: z.string().nullable() })),
    members: z.array(
      z.strictObject({
        personId: id,
        role: memberRole,
        name: z.string(),
        birthDate: date.nullable(),
        households: z.array(id).describe('Two for a child who lives with each of its parents.'),
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
  readonly persons: readonly Person[];
}

export function toFamilyView({ family, households, members, persons }: FamilyParts, data: PersonalData): FamilyView {
  const people = new Map(persons.map((person) => [person.id, person.open(data)]));
  return {
    id: family.id,
    state: family.state as FamilyView['state'],
    eraseOn: family.eraseOn,
    households: households.map((household) => household.open(data)),
    members: members.map((member) => ({
      ...member,
      ...(people.get(member.personId) as { name: string; birthDate: string | null }),
    })),
    version: family.version,
  };
}

const [mothers, fathers] = ['0198a1b2-0000-7000-8000-000000000021', '0198a1b2-0000-7000-8000-000000000022'] as const;

export const familyExample: FamilyView = {
  id: '0198a1b2-0000-7000-8000-000000000020',
  state: 'prospective',
  eraseOn: null,
  households: [
    { id: mothers, address: 'Egevej 4, 5800 Nyborg' },
    { id: fathers, address: 'Havnegade 17, 5800 Nyborg' },
  ],
  members: [
    {
      personId: '0198a1b2-0000-7000-8000-000000000023',
      role: 'parent',
      name: 'Maja Holm',
      birthDate: '1991-04-12',
      households: [mothers],
    },
    {
      personId: '0198a1b2-0000-7000-8000-000000000024',
      role: 'parent',
      name: 'Jonas Dahl',
      birthDate: '1989-10-03',
      households: [fathers],
    },
    {
      personId: '0198a1b2-0000-7000-8000-000000000025',
      role: 'child',
      name: 'Alma Holm Dahl',
      birthDate: '2022-02-17',
      households: [mothers, fathers],
    },
  ],
  version: 1,
};
