import type { AccessFacts, RelationRowFact } from './access-facts.js';
import { heldRelations } from './held-relations.js';
import type { Subject } from './question.js';
import { triedBy, type Relation } from './relations.js';
import { asking, attends, family, partner, referral } from './test/family-h.js';

const team: RelationRowFact = { ...partner, kind: 'team', sub: 'trine' };
const holding = (facts: Partial<AccessFacts>, changes: Partial<Subject> = {}) => {
  const question = asking('trine', 'skole-nord', 'teacher');
  const actor = { ...question.actor, ...changes };
  return heldRelations({ ...question, actor }, family('skole-nord', { relationRows: [], ...facts })).map(
    ({ relation, programme }) => `${relation} in ${programme}`,
  );
};

describe('a relation row (docs/access.md 1.3)', () => {
  it.each<[string, RelationRowFact, Partial<Subject>, boolean]>([
    ['names the unit and the function', partner, {}, true],
    ['names the unit and the function, whoever asks', partner, { sub: 'somebody' }, true],
    ['names another function', partner, { function: 'pedagogue' }, false],
    ['names another unit', partner, { unit: 'skole-syd' }, false],
    ['names the one who asks', team, {}, true],
    ['names somebody else in the same function', team, { sub: 'somebody' }, false],
    ['names the one who asks, in another function', team, { function: 'pedagogue' }, false],
    ['names somebody, and a function in a unit is asked for', team, { kind: 'function-in-unit', sub: '' }, true],
    [
      'names somebody, in another function than is asked for',
      { ...team, function: 'nurse' },
      { kind: 'function-in-unit' },
      false,
    ],
    ['names the unit alone', attends, { function: 'nurse' }, true],
  ])('that %s', (_what, row, who, holds) => {
    expect(holding({ relationRows: [row] }, who)).toEqual(holds ? [`${row.kind} in familiestue`] : []);
  });
});

describe('a row of a contact (A-REL-07)', () => {
  const contact: RelationRowFact = { ...partner, kind: 'contact', sub: 'trine' };

  it.each<[string, boolean | undefined, string]>([
    ['before the course and during it', false, 'contact'],
    ['where the service was not asked', undefined, 'contact'],
    ['once it is over', true, 'follow-up'],
  ])('%s is that relation alone', (_when, followedUp, relation) => {
    expect(holding({ relationRows: [{ ...contact, ...(followedUp !== undefined && { followedUp }) }] })).toEqual([
      `${relation} in familiestue`,
    ]);
  });

  it('is each by its own programme', () => {
    const relationRows = [
      { ...contact, followedUp: true },
      { ...contact, programme: 'b', followedUp: false },
    ];
    expect(holding({ relationRows })).toEqual(['contact in b', 'follow-up in familiestue']);
    expect(holding({ relationRows, programme: 'b' })).toEqual(['contact in b']);
  });

  it('no other row is another relation by it', () => {
    expect(holding({ relationRows: [{ ...team, followedUp: true }] })).toEqual(['team in familiestue']);
  });
});

describe('a relation is of one programme', () => {
  const both = [
    { ...partner, programme: 'b' },
    { ...partner, programme: 'c' },
    { ...partner, programme: 'a' },
    partner,
  ];

  it('and reaches that programme’s things alone; a family is reached through any, each once, in order', () => {
    const all = ['a', 'b', 'c', 'familiestue'].map((programme) => `partner in ${programme}`);
    expect(holding({ relationRows: [...both, ...both] })).toEqual(all);
    expect(holding({ relationRows: both, programme: 'b' })).toEqual(['partner in b']);
    expect(holding({ relationRows: both, programme: 'd' })).toEqual([]);
  });

  it('or of none, and then reaches a thing of any', () => {
    const own = [
      { relation: 'sender', programmes: ['b', 'a'] },
      { relation: 'sender', programmes: null },
    ] as const;
    expect(holding({ own })).toEqual(['sender in null', 'sender in a', 'sender in b']);
    expect(holding({ own: own.toReversed() })).toEqual(['sender in null', 'sender in a', 'sender in b']);
    expect(holding({ own, programme: 'a' })).toEqual(['sender in null', 'sender in a']);
  });

  it('and the service’s own rows say only the relation that they name', () => {
    const facts = referral('triage', 'visitation');
    const triager = asking('vibeke', 'visitation', 'triager');
    expect(heldRelations(triager, facts)).toEqual([{ relation: 'triage', programme: 'familiestue' }]);
    expect(heldRelations({ ...triager, relations: ['sender'] }, facts)).toEqual([]);
  });
});

describe('what is tried (docs/access.md 1.3)', () => {
  const declared: Relation[] = ['lead', 'institution', 'sender', 'triage'];

  it.each([
    ['triager', ['triage', 'sender', 'institution']],
    ['teacher', ['sender', 'institution']],
    ['programme-lead', ['sender', 'lead']],
    ['administrator', ['sender']],
    [undefined, ['sender']],
  ])('by a %s, of the relations that a route declares, in the page’s order', (name, expected) => {
    expect(triedBy(name, declared)).toEqual(expected);
  });
});
