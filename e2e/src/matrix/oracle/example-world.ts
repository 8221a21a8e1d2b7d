import { forMunicipality, getDefinition, getGroundRules, valueOn } from '@helhed/programmes';
import type { Asker } from './asker.js';
import type { Basis, Custody, Definition, World } from './world.js';

export const municipality = '0450';
export const programme = 'nyborg-familiestue';

/** A definition as it is published, in the oracle's terms. */
export function definitionOf(code: string, of = municipality): Definition {
  const { version, validFrom, mayRefer, purposes } = forMunicipality(getDefinition(code), of);
  return { code, version, validFrom, mayRefer: mayRefer.functions, purposes: purposes ?? {} };
}

const consent = (
  basis: Partial<Basis> & Pick<Basis, 'id' | 'purpose' | 'categories' | 'fromUnit' | 'toUnit'>,
): Basis => ({
  family: 'H',
  programme,
  kind: 'consent',
  layer: 'disclosure',
  persons: ['Maja', 'Jonas', 'Alma'],
  validFrom: '2026-09-03',
  validTo: '2027-09-03',
  givers: [{ person: 'Maja' }, { person: 'Jonas' }],
  recordedIn: 'db-solsikken',
  ...basis,
});

export const B1 = consent({
  id: 'B1',
  purpose: 'outcome-to-sender',
  categories: ['referral-outcome'],
  fromUnit: 'visitation',
  toUnit: 'db-solsikken',
});
export const B2 = consent({
  id: 'B2',
  purpose: 'cooperation',
  categories: ['family-structure', 'identity'],
  fromUnit: 'familiestuen',
  toUnit: 'skole-nord',
});
/** What Karen is let know while she is the family's contact, and what once the course is over. */
export const B3 = consent({
  id: 'B3',
  purpose: 'contact-support',
  categories: ['family-structure', 'identity'],
  fromUnit: 'familiestuen',
  toUnit: 'db-solsikken',
});
export const B4 = consent({ ...B3, id: 'B4', purpose: 'follow-up', categories: ['family-structure'] });
export const custody: readonly Custody[] = ['Maja', 'Jonas'].map((holder) => ({
  id: `custody of ${holder}`,
  holder,
  child: 'Alma',
  from: '2022-02-17',
}));
export const almaBorn = '2022-02-17';

const pairs: Record<string, readonly string[]> = {
  Pia: ['db-solsikken:pedagogue'],
  Rie: ['db-regnbuen:pedagogue'],
  Vibeke: ['visitation:triager'],
  Viggo: ['visitation-syd:triager'],
  Gitte: ['familiestuen:group-leader'],
  Lone: ['familiestuen:programme-lead'],
  Søs: ['familiestuen:group-leader'],
  Frida: ['familieafdelingen:family-coordinator'],
  Trine: ['skole-nord:teacher'],
  Karen: ['db-solsikken:contact-pedagogue'],
  Tove: ['db-solsikken:pedagogue', 'familiestuen:group-leader'],
};

/** Section 9's world; each example changes only what it says. */
export function exampleWorld(change: Partial<World> = {}, born = almaBorn): World {
  const { ages, renewal } = getGroundRules();
  return {
    municipality,
    today: '2026-10-05',
    ages: {
      majority: valueOn(ages.majority, '2026-10-05'),
      ownAccess: valueOn(ages.ownAccess, '2026-10-05'),
      noticeDays: valueOn(ages.noticeDays, '2026-10-05'),
    },
    noticeDays: valueOn(renewal.noticeDays, '2026-10-05'),
    units: [...new Set(Object.values(pairs).flat())].map((pair) => ({ code: pair.split(':')[0] ?? '' })),
    definitions: [definitionOf(programme)],
    families: [
      {
        id: 'H',
        members: [
          { person: 'Maja', role: 'parent', birthDate: '1991-04-12', households: ['home 1'] },
          { person: 'Jonas', role: 'parent', birthDate: '1989-10-03', households: ['home 2'] },
          { person: 'Alma', role: 'child', birthDate: born, households: ['home 1', 'home 2'] },
        ],
      },
    ],
    custody,
    referrals: [
      {
        id: 'R',
        family: 'H',
        programme,
        programmeVersion: 1,
        referringUnit: 'db-solsikken',
        triageUnit: 'visitation',
        state: 'accepted',
      },
    ],
    groups: [{ id: 'G', programme, unit: 'familiestuen', seats: [{ id: 'seat', family: 'H', place: 'place 1' }] }],
    enrolments: [{ id: 'E', family: 'H', programme, place: 'place 1', group: 'G' }],
    relations: [
      {
        id: 'coordinates',
        family: 'H',
        programme,
        kind: 'coordinator',
        sub: 'Frida',
        unit: 'familieafdelingen',
        function: 'family-coordinator',
        from: '2026-09-14',
      },
      {
        id: 'cooperates',
        family: 'H',
        programme,
        kind: 'partner',
        unit: 'skole-nord',
        function: 'teacher',
        from: '2026-09-14',
      },
      {
        id: 'supports',
        family: 'H',
        programme,
        kind: 'contact',
        sub: 'Karen',
        unit: 'db-solsikken',
        function: 'contact-pedagogue',
        from: '2026-09-14',
        to: '2027-03-01',
      },
    ],
    bases: [B1, B2, B3, B4],
    employees: [],
    clearances: [],
    holders: pairs,
    links: {},
    owned: [
      { kind: 'session', id: 'session', unit: 'familiestuen', group: 'G', appointment: 'session' },
      { kind: 'session', id: 'evening', unit: 'familiestuen', group: 'G', appointment: 'theme-evening' },
    ],
    feeds: [],
    figureRows: [],
    ...change,
  };
}

/** A person of the example, with the pairs that its token carries. */
export const asker = (sub: string, more: Partial<Asker> = {}): Asker => ({
  token: 'good',
  kind: 'person',
  sub,
  municipality,
  pairs: pairs[sub] ?? [],
  ...more,
});
