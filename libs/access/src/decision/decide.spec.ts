import type { AccessFacts } from './access-facts.js';
import { decide } from './decide.js';
import { alma, b2, covering, family, gitte, jonas, maja, partner, trine } from './test/family-h.js';

const always = { from: '2026-01-01', to: null };

describe('what is not there for the actor (docs/access.md, A-REL-02)', () => {
  it('tells nothing: neither of what it has nor whether the actor is barred from it', () => {
    const barring = [{ personId: maja, kind: 'colleague', ...always }] as const;
    const { relations, barred, sections, epoch } = decide(
      gitte,
      family('familiestuen', { barring, own: [], epoch: 4 }),
    );
    expect([relations, barred, sections, epoch]).toEqual([[], undefined, [], 4]);
  });
});

describe('what lies in the family’s structure (docs/access.md, A-SEC-06)', () => {
  const only = { ...b2, id: 'S', kind: 'statute', categories: ['identity'], coverage: covering([alma]) };
  const identityOf = (facts: AccessFacts, of = alma) =>
    decide(trine, facts).sections.find((section) => section.name === 'family.identity' && section.of === of);

  it('can be revoked where the structure can, also on a basis of its own that stays', () => {
    expect(identityOf(family('skole-nord', { bases: [b2, only] }))).toMatchObject({
      shown: true,
      bases: [expect.any(String), 'S'],
      revocable: true,
    });
    const firm = { ...b2, kind: 'statute' };
    expect(identityOf(family('skole-nord', { bases: [firm] }))).toMatchObject({ shown: true, revocable: false });
    const lasting = { ...firm, id: 'F', categories: ['family-structure'] };
    expect(identityOf(family('skole-nord', { bases: [lasting, b2] }))).toMatchObject({ shown: true, revocable: true });
  });

  it('cannot be decided where the structure was not read with it', () => {
    const facts = family('skole-nord');
    const inner = facts.sections.filter(({ name }) => name !== 'family.structure');
    expect(() => decide(trine, { ...facts, sections: inner })).toThrow(
      'family.identity cannot be decided without family.structure',
    );
    expect(decide(trine, { ...facts, sections: [] }).sections).toEqual([]);
  });
});

describe('who is barred (docs/access.md 7)', () => {
  const own = [{ relation: 'group', programmes: ['familiestue'] }] as const;
  const row = (kind: 'own-person' | 'relative' | 'colleague', personId = maja, period = {}) => ({
    personId,
    kind,
    ...always,
    ...period,
  });
  const clearance = { unit: 'familiestuen', function: 'group-leader', ...always };
  const barred = (changes: Partial<AccessFacts>, question = gitte) =>
    decide(question, family('familiestuen', { own, relationRows: [], ...changes })).barred;

  it('for several reasons is told the first: own before a relative’s before a colleague’s', () => {
    const all = [row('colleague'), row('relative', jonas), row('own-person', alma)];
    expect(barred({ barring: all })).toBe('own-record');
    expect(barred({ barring: all.slice(0, 2) })).toBe('relative-record');
  });

  it('only on days of the row, and only where the person is a member', () => {
    expect(barred({ barring: [row('own-person', maja, { to: '2026-10-05' })] })).toBeUndefined();
    expect(barred({ barring: [row('own-person', maja, { from: '2026-10-05' })] })).toBe('own-record');
    expect(barred({ barring: [row('own-person', 'somebody')] })).toBeUndefined();
  });

  it('a clearance lifts a colleague’s record and no other, for the unit and the function it is for', () => {
    const clearances = [clearance];
    expect(barred({ barring: [row('colleague')], clearances })).toBeUndefined();
    expect(barred({ barring: [row('own-person')], clearances })).toBe('own-record');
    expect(barred({ barring: [row('colleague'), row('relative')], clearances })).toBe('relative-record');
    expect(barred({ barring: [row('colleague')], clearances: [{ ...clearance, unit: 'visitation' }] })).toBe(
      'colleague-record',
    );
  });

  it('not where clearances themselves are given, in spite of a colleague’s record and of no other (A-OWN-05)', () => {
    const lead = { ...gitte, inSpiteOfColleagues: true } as const;
    expect(barred({ barring: [row('colleague')] }, lead)).toBeUndefined();
    expect(barred({ barring: [row('relative')] }, lead)).toBe('relative-record');
  });

  it('never a citizen, who reads the own, nor whoever holds a function in a unit (A-AZN-06)', () => {
    const citizen = { ...gitte, actor: { kind: 'citizen', sub: 'maja' }, relations: ['own'] } as const;
    const mine = { own: [{ relation: 'own', programmes: null }], barring: [row('own-person')] } as const;
    expect(barred(mine, citizen)).toBeUndefined();
    const anybody = { ...gitte, actor: { ...gitte.actor, kind: 'function-in-unit' } } as const;
    expect(barred({ barring: [row('colleague')] }, anybody)).toBeUndefined();
  });

  it('reads nothing of it, whatever the relations', () => {
    const decision = decide(trine, family('skole-nord', { relationRows: [partner], barring: [row('relative')] }));
    expect([decision.relations, decision.isReached, decision.sections]).toEqual([['partner'], false, []]);
  });
});
