import type { AccessDeclaration } from './declarations.js';
import { changesFamilies, looksAtFamilies, looksAtPersons } from './looks.js';

const access = (changes: Partial<AccessDeclaration> = {}): AccessDeclaration => ({
  act: 'x.do',
  subjects: 'family',
  allow: [{ kind: 'person' }],
  ...changes,
});
const [look, change] = ['a look', 'a change'] as const;
const families = (method: string, changes: Partial<AccessDeclaration> = {}) => [
  ...(looksAtFamilies(method, access(changes)) ? [look] : []),
  ...(changesFamilies(method, access(changes)) ? [change] : []),
];

describe('a route', () => {
  it.each([
    ['GET', [look]],
    ['HEAD', [look]],
    ['ALL', [look]],
    ['OPTIONS', [look]],
    ['SEARCH', [look]],
    ['POST', [change]],
    ['PUT', [change]],
    ['PATCH', [change]],
    ['DELETE', [change]],
  ])('by %s about families is %j', (method, expected) => expect(families(method)).toEqual(expected));

  it('is what it says it is, whatever its method', () => {
    expect(families('POST', { mode: 'read' })).toEqual([look]);
    expect(families('GET', { mode: 'write' })).toEqual([change]);
  });

  it.each([
    ['family', [look]],
    ['person', [look]],
    ['staff', []],
    ['none', []],
  ] as const)('about %s is of families: %j', (subjects, expected) =>
    expect(families('GET', { subjects })).toEqual(expected),
  );

  it.each([
    [{ kind: 'person' }, [look]],
    [{ kind: 'citizen' }, [look]],
    [{ kind: 'system', functions: 'any' }, [look]],
    [{ kind: 'service', services: ['referral'] }, []],
    [{ kind: 'operator' }, []],
  ] as const)('for %j asks for itself: %j', (way, expected) => {
    expect(families('GET', { allow: [way] })).toEqual(expected);
    expect(families('GET', { allow: [{ kind: 'operator' }, way] })).toEqual(expected);
  });

  it('is a look at persons where it is about anybody or holds a category of personal data (A-SYS-01)', () => {
    for (const subjects of ['family', 'person', 'staff'] as const)
      expect(looksAtPersons('GET', access({ subjects }))).toBe(true);
    expect(looksAtPersons('GET', access({ subjects: 'none' }))).toBe(false);
    expect(looksAtPersons('GET', access({ subjects: 'none', categories: [] }))).toBe(false);
    expect(looksAtPersons('GET', access({ subjects: 'none', categories: ['health'] }))).toBe(true);
    expect(looksAtPersons('POST', access())).toBe(false);
  });
});
