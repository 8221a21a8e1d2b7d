import { z } from 'zod';
import { faultsOf } from './check-routes.js';
import type { AccessDeclaration, Allowed, RouteAccess } from './declarations.js';
import { frame } from './frame.js';

const person: Allowed = { kind: 'person', functions: 'any' };
const system: Allowed = { kind: 'system', functions: ['referrer'] };
const own: Allowed = { kind: 'system', functions: ['referrer'], unit: 'own' };
const access = (changes: Partial<AccessDeclaration> = {}): RouteAccess => ({
  as: 'access',
  act: 'example.do',
  subjects: 'family',
  allow: [person],
  ...changes,
});
interface Of {
  readonly method?: string;
  readonly page?: boolean;
  readonly decided?: boolean;
}
const faults = (declared: readonly RouteAccess[], { method = 'GET', page = false, decided = false }: Of = {}) =>
  faultsOf([{ method, path: '/v1/examples', handler: 'Examples.do', declared, page }], decided);
const told = (what: string, method = 'GET') => [`${method} /v1/examples (Examples.do) ${what}`];
const receipt = frame(z.strictObject({ id: z.string() }));
const decidedBy = { relations: ['partner'], sections: ['family.structure'] } as const;

describe('what keeps a service from starting', () => {
  it('is a route without a declaration, or with two, or for nobody', () => {
    expect(faults([])).toEqual(told('declares no access: @Access, @SecretLink or @Public'));
    expect(faults([access(), { as: 'public', reason: 'both' }])).toEqual(told('declares its access 2 times'));
    expect(faults([access({ allow: [] })])).toEqual(told('allows nobody'));
    expect(faults([access()])).toEqual([]);
    expect(faults([{ as: 'public', reason: 'health' }])).toEqual([]);
    expect(faults([{ as: 'secret-link', act: 'feed.read', subjects: 'family' }], { decided: true })).toEqual([]);
  });

  describe('is a system that reads about persons', () => {
    const reads = told("lets a system read about persons: that needs a person's token");
    const feed = { ...decidedBy, allow: [own], feed: true } as const;

    it.each<[string, Partial<AccessDeclaration>, string[]]>([
      ['alone', { allow: [system] }, reads],
      ['beside persons', { allow: [person, system] }, reads],
      ['about nobody', { allow: [system], subjects: 'none' }, []],
      ['its own feed, decided', feed, []],
      ['a feed that says it is none', { ...feed, feed: undefined }, reads],
      ['a feed of other units', { ...feed, allow: [own, system] }, reads],
      ['a feed for persons too', { ...feed, allow: [own, { ...person, unit: 'own' }] }, reads],
      ['a feed without relations', { ...feed, relations: [] }, reads],
      ['a feed without sections', { ...feed, sections: [] }, reads],
      ['a feed that does not say its relations', { ...feed, relations: undefined }, reads],
      ['a feed that does not say its sections', { ...feed, sections: undefined }, reads],
    ])('%s', (_what, changes, expected) => expect(faults([access(changes)])).toEqual(expected));

    it('but not one that changes something', () =>
      expect(faults([access({ allow: [system] })], { method: 'POST' })).toEqual([]));
  });

  it('is a page for others than those who sign in with a browser', () => {
    const page = (...allow: Allowed[]) => faults([access({ allow, subjects: 'none' })], { page: true });
    const others = told('is a page and allows others than those who sign in with a browser');
    expect([page(person), page({ kind: 'citizen' }), page(person, { kind: 'citizen' })]).toEqual([[], [], []]);
    for (const other of [system, { kind: 'operator' }, { kind: 'service', services: ['referral'] }] as Allowed[])
      expect(page(person, other)).toEqual(others);
    expect(faults([access({ allow: [{ kind: 'operator' }], subjects: 'none' })])).toEqual([]);
  });
});

describe('what keeps a service from starting that decides every look', () => {
  const decided = (changes: Partial<AccessDeclaration>, method = 'GET') =>
    faults([access(changes)], { method, decided: true });

  it('is a look at families that does not say by which relations and which sections', () => {
    const undecided = told('shows families and does not declare by which relations and which sections');
    expect(decided({})).toEqual(undecided);
    expect(decided({ relations: ['partner'] })).toEqual(undecided);
    expect(decided({ sections: ['family.structure'] })).toEqual(undecided);
    expect(decided(decidedBy)).toEqual([]);
    expect(decided({ subjects: 'staff' })).toEqual([]);
    expect(faults([access()])).toEqual([]);
  });

  it('is a command about families that does not say what it answers, or shows sections in a frame', () => {
    const command = (changes: Partial<AccessDeclaration>) => decided({ ...decidedBy, ...changes }, 'POST');
    expect(command({})).toEqual(told('changes what is held on families and does not say what it answers', 'POST'));
    expect(command({ answers: receipt })).toEqual(told('shows sections and answers a frame', 'POST'));
    expect(command({ answers: receipt, sections: [] })).toEqual([]);
    expect(command({ answers: receipt, sections: undefined })).toEqual([]);
    expect(command({ answers: 'decided' })).toEqual([]);
    expect(command({ subjects: 'none' })).toEqual([]);
    expect(faults([access({ ...decidedBy })], { method: 'POST' })).toEqual([]);
  });

  it('is told of every route at once', () => {
    const route = { method: 'GET', path: '/a', handler: 'A.a', declared: [] };
    expect(faultsOf([route, { ...route, path: '/b' }])).toHaveLength(2);
  });
});
