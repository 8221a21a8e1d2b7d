import type { AccessFacts } from './access-facts.js';
import { decide } from './decide.js';
import { asking, b2, family, partner } from './test/family-h.js';

describe('Karen is a contact, by B3 until the end of the course and by B4 after it', () => {
  const karen = asking('karen', 'db-solsikken', 'contact-pedagogue');
  const row = {
    ...partner,
    kind: 'contact',
    sub: 'karen',
    unit: 'db-solsikken',
    function: 'contact-pedagogue',
  } as const;
  const b3 = { ...b2, id: 'B3', purpose: 'contact-support', toUnit: 'db-solsikken' };
  const b4 = { ...b3, id: 'B4', purpose: 'follow-up', categories: ['family-structure'] };
  const seenBy = (bases: AccessFacts['bases'], followedUp: boolean, changes: object = {}) => {
    const facts = family('db-solsikken', { bases, relationRows: [{ ...row, ...changes, followedUp }] });
    const { relations, sections } = decide(karen, facts);
    return [...relations, ...new Set(sections.flatMap((section) => (section.shown ? [section.category] : [])))];
  };

  it.each<[number, string, AccessFacts['bases'], boolean, string[]]>([
    [45, 'on its course', [b3, b4], false, ['contact', 'family-structure', 'identity']],
    [46, 'on its course, without B3', [b4], false, ['contact']],
    [47, 'after it', [b3, b4], true, ['follow-up', 'family-structure']],
    [48, 'after it, without B4', [b3], true, ['follow-up']],
  ])('%d: %s', (_row, _what, bases, followedUp, expected) => {
    expect(seenBy(bases, followedUp)).toEqual(expected);
  });

  it('49: once her row has ended it is not there', () => {
    expect(seenBy([b3, b4], true, { to: '2026-10-05' })).toEqual([]);
  });
});
