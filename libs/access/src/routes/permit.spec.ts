import { DomainError, municipalityCode } from '@helhed/kernel';
import type { Actor } from '../actor/actor.js';
import type { AccessDeclaration, Allowed } from './declarations.js';
import { isForFunction, permit } from './permit.js';

const actor = (kind: Actor['kind'], changes: Partial<Actor> = {}): Actor => ({
  kind,
  municipality: municipalityCode('0450'),
  issuer: 'issuer',
  sub: 'somebody',
  azp: 'client',
  functions: [],
  ...changes,
});
const pairs = [
  { unit: 'visitation', function: 'triager' },
  { unit: 'skolen', function: 'teacher' },
];
const route = (...allow: Allowed[]): AccessDeclaration => ({ act: 'x.do', subjects: 'family', allow });
/** `permitted`, or what the refusal is called. */
function said(who: Actor, access: AccessDeclaration, method = 'GET'): string {
  try {
    permit(who, access, method);
    return 'permitted';
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    expect(error.detail.da).toMatch(/\.$/);
    expect(error.detail.en).toMatch(/\.$/);
    return error.problem;
  }
}
const triager = actor('person', { unit: 'visitation', function: 'triager', functions: pairs.slice(0, 1) });
const undecided = actor('person', { functions: pairs });

describe('a route is for an actor (docs/access.md 4)', () => {
  it.each<[string, Actor, Allowed, string]>([
    ['a person in a function it names', triager, { kind: 'person', functions: ['teacher', 'triager'] }, 'permitted'],
    ['a person in another', triager, { kind: 'person', functions: ['teacher'] }, 'not-allowed'],
    ['a person in any', triager, { kind: 'person', functions: 'any' }, 'permitted'],
    ['a person in a case function', triager, { kind: 'person', functions: 'case' }, 'permitted'],
    [
      'a person who oversees',
      actor('person', { function: 'administrator' }),
      { kind: 'person', functions: 'case' },
      'not-allowed',
    ],
    ['a person in none', actor('person'), { kind: 'person', functions: 'any' }, 'not-allowed'],
    ['a person in none, where it asks for none', actor('person'), { kind: 'person' }, 'permitted'],
    ['a person of several functions', undecided, { kind: 'person', functions: ['teacher'] }, 'function-ambiguous'],
    ['the same, where it asks for none', undecided, { kind: 'person' }, 'permitted'],
    ['the same, where it is for others', undecided, { kind: 'operator' }, 'not-allowed'],
    ['a citizen', actor('citizen'), { kind: 'citizen' }, 'permitted'],
    ['an operator', actor('operator'), { kind: 'operator' }, 'permitted'],
    ['an operator where it is for citizens', actor('operator'), { kind: 'citizen' }, 'not-allowed'],
    [
      'a service it names',
      actor('service', { azp: 'referral' }),
      { kind: 'service', services: ['consent', 'referral'] },
      'permitted',
    ],
    [
      'a service it does not name',
      actor('service', { azp: 'reporting' }),
      { kind: 'service', services: ['consent'] },
      'not-allowed',
    ],
    [
      'a system in its function',
      actor('system', { function: 'referrer' }),
      { kind: 'system', functions: ['referrer'] },
      'permitted',
    ],
    ['a system in none', actor('system'), { kind: 'system', functions: 'any' }, 'not-allowed'],
  ])('%s', (_who, who, way, expected) => expect(said(who, route(way))).toBe(expected));

  it('where one of its ways fits', () => {
    const both = route({ kind: 'operator' }, { kind: 'person', functions: ['teacher'] }, { kind: 'person' });
    expect(said(actor('person'), both)).toBe('permitted');
    expect(said(actor('citizen'), both)).toBe('not-allowed');
  });

  it('tells a system that only a person’s token looks at persons, where no way is a system’s (A-SYS-01)', () => {
    const system = actor('system', { function: 'referrer' });
    expect(said(system, route({ kind: 'person' }))).toBe('person-token-required');
    expect(said(system, route({ kind: 'person' }), 'POST')).toBe('not-allowed');
    expect(said(system, { ...route({ kind: 'person' }), subjects: 'none' })).toBe('not-allowed');
    expect(said(system, route({ kind: 'system', functions: ['another'] }))).toBe('not-allowed');
    expect(said(actor('service'), route({ kind: 'person' }))).toBe('not-allowed');
  });

  it.each<[string, Allowed[], boolean]>([
    ['named', [{ kind: 'operator' }, { kind: 'person', functions: ['triager'] }], true],
    ['not named', [{ kind: 'person', functions: ['teacher'] }], false],
    ['one of any', [{ kind: 'person', functions: 'any' }], true],
    ['a case function', [{ kind: 'person', functions: 'case' }], true],
    ['not asked for', [{ kind: 'person' }], true],
    ['a system’s alone', [{ kind: 'system', functions: 'any' }], false],
  ])('for persons in a function that is %s', (_what, allow, expected) =>
    expect(isForFunction(allow, 'triager')).toBe(expected),
  );
});
