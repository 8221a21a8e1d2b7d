import type { AccessFacts } from './access-facts.js';
import { decide } from './decide.js';
import { alma, asking, attends, family, partner, pia, referral, trine } from './test/family-h.js';

const team = { ...partner, kind: 'team', sub: 'trine' } as const;
const contact = { ...partner, kind: 'contact', sub: 'trine' } as const;
const at = (...relationRows: AccessFacts['relationRows']) =>
  family('skole-nord', { atInstitution: true, relationRows });
const read = (facts: AccessFacts, question = trine) => decide(question, facts);

describe('at a school that is an institution (docs/access.md, A-REL-05)', () => {
  it.each([partner, team, contact])('whoever is $kind reaches it only while one of its children attends', (row) => {
    expect(read(at(row)).relations).toEqual([]);
    expect(read(at(row, attends)).relations).toEqual([row.kind, 'institution']);
    expect(read(at(row, { ...attends, to: '2026-10-05' })).relations).toEqual([]);
    expect(read(at(row, { ...attends, from: '2026-10-06' })).relations).toEqual([]);
    expect(read(at(row, { ...attends, unit: 'skole-syd' })).relations).toEqual([]);
  });

  it('a relation is held to it also where the act names no institution', () => {
    const question = { ...trine, relations: ['team'] } as const;
    expect([read(at(team), question).relations, read(at(team, attends), question).relations]).toEqual([[], ['team']]);
  });

  it('a child who attends lets every case function there reach it, and no other', () => {
    const as = (name: string, unit = 'skole-nord') => read(at(attends), asking('somebody', unit, name)).relations;
    expect([as('teacher'), as('janitor')]).toEqual([['institution'], ['institution']]);
    expect([as('programme-lead'), as('teacher', 'skole-syd')]).toEqual([[], []]);
  });

  it('the school sees what a partner would, on the same basis', () => {
    const decision = read(at(attends));
    expect([decision.shows('family.structure'), decision.shows('family.identity', alma)]).toEqual([true, true]);
    expect(decision.bases).toEqual(['standing:familiestue:cooperation:processing', 'B2']);
  });

  it('who referred hears the answer, whoever attends', () => {
    const decision = decide(pia, { ...referral('sender', 'db-solsikken'), atInstitution: true });
    expect(decision.relations).toEqual(['sender']);
  });
});
