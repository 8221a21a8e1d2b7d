import type { BirthDatesClaim } from '@helhed/contracts';
import type { FamilyView } from './families.dto.js';

const [egevej, havnegade] = ['0198a1b2-0000-7000-8000-000000000021', '0198a1b2-0000-7000-8000-000000000022'] as const;
const [maja, jonas, alma] = [
  '0198a1b2-0000-7000-8000-000000000023',
  '0198a1b2-0000-7000-8000-000000000024',
  '0198a1b2-0000-7000-8000-000000000025',
] as const;

const parent = { role: 'parent' as const };

/** Separated parents and the child who lives with both; invented people. */
export const familyExample: FamilyView = {
  id: '0198a1b2-0000-7000-8000-000000000020',
  state: 'prospective',
  eraseOn: null,
  households: [
    { id: egevej, address: 'Egevej 4, 5800 Nyborg' },
    { id: havnegade, address: 'Havnegade 17, 5800 Nyborg' },
  ],
  members: [
    { ...parent, personId: maja, name: 'Maja Holm', birthDate: '1991-04-12', households: [egevej] },
    { ...parent, personId: jonas, name: 'Jonas Dahl', birthDate: '1989-10-03', households: [havnegade] },
    {
      personId: alma,
      role: 'child',
      name: 'Alma Holm Dahl',
      birthDate: '2022-02-17',
      households: [egevej, havnegade],
      custodyHolders: [maja, jonas],
    },
  ],
  version: 1,
  withheld: [],
};

export const birthDatesExample: BirthDatesClaim = {
  familyId: familyExample.id,
  members: [
    { personId: maja, adult: true, birthDate: null },
    { personId: jonas, adult: true, birthDate: null },
    { personId: alma, adult: false, birthDate: '2022-02-17' },
  ],
};
