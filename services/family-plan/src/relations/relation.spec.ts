import { maySet } from './may-set.js';
import { Relation } from './relation.js';
import type { SetRelation } from './relations.dto.js';

const coordinator: SetRelation = {
  familyId: 'family',
  programme: 'nyborg-familiestue',
  kind: 'coordinator',
  sub: 'frida',
  unit: 'familieafdelingen',
  function: 'family-coordinator',
};
const partner: SetRelation = {
  ...coordinator,
  kind: 'partner',
  sub: undefined,
  unit: 'skole-nord',
  function: 'teacher',
};
const institution: SetRelation = {
  familyId: 'family',
  programme: 'nyborg-familiestue',
  kind: 'institution',
  unit: 'skole-nord',
  personId: 'alma',
};
const set = (wish: SetRelation) => Relation.set('0450', 'r1', wish, '2026-10-05');

describe('a relation', () => {
  it('begins today unless said, and is open unless said', () =>
    expect(set(coordinator)).toMatchObject({ from: '2026-10-05', to: null, sub: 'frida', version: 1 }));

  it.each<[string, string, SetRelation]>([
    ['sub', 'required', { ...coordinator, sub: undefined }],
    ['sub', 'not-of-partner', { ...partner, sub: 'trine' }],
    ['function', 'required', { ...coordinator, function: undefined }],
    ['function', 'required', { ...partner, function: undefined }],
    ['personId', 'of-institution', { ...partner, personId: 'alma' }],
    ['personId', 'required', { ...institution, personId: undefined }],
    ['sub', 'not-of-institution', { ...institution, sub: 'trine' }],
    ['function', 'not-of-institution', { ...institution, function: 'teacher' }],
    ['function', 'not-coordinator', { ...coordinator, function: 'pedagogue' }],
    ['to', 'not-after-start', { ...coordinator, to: '2026-10-05' }],
  ])('names %s when it breaks the rule %s', (field, rule, wish) =>
    expect(() => set(wish)).toThrow(
      expect.objectContaining({ problem: 'relation-incomplete', fields: [expect.objectContaining({ field, rule })] }),
    ),
  );

  it('names one person, or, of a partner, a function in a unit', () => {
    const trine = { sub: 'trine', unit: 'skole-nord', function: 'teacher', carriesCases: true };
    expect(set(partner).names(trine)).toBe(true);
    expect(set(partner).names({ ...trine, unit: 'skole-syd' })).toBe(false);
    expect(set(partner).names({ ...trine, function: 'psychologist' })).toBe(false);
    const frida = { sub: 'frida', unit: 'familieafdelingen', function: 'family-coordinator', carriesCases: true };
    expect(set(coordinator).names(frida)).toBe(true);
    expect(set(coordinator).names({ ...frida, sub: 'another' })).toBe(false);
  });

  it('names, of an institution, every case function in the unit', () => {
    const trine = { sub: 'trine', unit: 'skole-nord', function: 'teacher', carriesCases: true };
    expect(set(institution).names(trine)).toBe(true);
    expect(set(institution).names({ ...trine, function: 'janitor' })).toBe(true);
    expect(set(institution).names({ ...trine, function: 'programme-lead', carriesCases: false })).toBe(false);
    expect(set(institution).names({ ...trine, unit: 'skole-syd' })).toBe(false);
  });

  it('tells nobody which child attends an institution', () => {
    expect(set(institution)).toMatchObject({ sub: null, function: null, personId: 'alma' });
    expect(JSON.stringify(set(institution).wasSet())).not.toContain('alma');
  });

  it('ends, and says so', () => {
    const relation = set({ ...coordinator, from: '2026-09-01' });
    expect(relation.end('2026-10-05')).toEqual({ relationId: 'r1', familyId: 'family', to: '2026-10-05' });
    expect(() => relation.end('2026-12-01')).toThrow(expect.objectContaining({ problem: 'already-ended' }));
  });
});

describe('who may set which relation', () => {
  const kinds = ['coordinator', 'team', 'contact', 'partner', 'institution'] as const;
  it.each([
    ['triager', [true, true, true, true, true]],
    ['programme-lead', [true, true, true, true, true]],
    ['family-coordinator', [false, true, true, true, true]],
    ['caseworker', [false, false, false, false, false]],
    ['administrator', [false, false, false, false, false]],
  ] as const)('%s', (name, allowed) =>
    expect(kinds.map((kind) => maySet({ function: name } as never, kind))).toEqual(allowed),
  );
});
