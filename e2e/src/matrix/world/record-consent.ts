import { programme } from '../oracle/example-world.js';
import type { Basis } from '../oracle/world.js';
import type { Made } from './make-family.js';
import type { Maker } from './maker.js';
import { madeOn } from './scenarios.js';

type What = Pick<Basis, 'layer' | 'purpose' | 'categories' | 'fromUnit' | 'toUnit'>;

/**
 * What both parents agreed to for all three, as the triager writes it down. @param back whether the mother takes it back in
 * the end, as `takeBack` does @returns its id
 */
export async function recordConsent(maker: Maker, made: Made, what: What, back = false): Promise<string> {
  const people = (...refs: string[]) => refs.map((ref) => made.persons[ref] ?? '');
  const basis = {
    kind: 'consent',
    ...what,
    persons: people('mor', 'far', 'barn'),
    validFrom: madeOn,
    validTo: '2027-10-01',
  } as const;
  const given = { givenBy: people('mor', 'far'), how: 'paper', givenOn: madeOn, evidence: 'Samtykkeerklæring i sagen' };
  const body = { programme, familyId: made.family.id, ...basis, ...given };
  const { id } = await maker.post<{ id: string }>('vibeke', '/consent/v1/bases', body, { late: /family-unknown/ });
  made.bases.push({
    id,
    family: made.family.id,
    programme,
    ...basis,
    givers: ['mor', 'far'].map((ref) => ({ person: made.persons[ref] ?? '', back: back && ref === 'mor' })),
    recordedIn: 'visitation',
  });
  return id;
}

export const takeBack = (maker: Maker, { persons }: Made, basis: string): Promise<unknown> =>
  maker.post('vibeke', `/consent/v1/bases/${basis}:withdraw`, { givers: [persons['mor']] });
