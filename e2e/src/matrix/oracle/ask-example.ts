import type { Asker } from './asker.js';
import { asker, B1, B2, exampleWorld } from './example-world.js';
import { decide } from './decide.js';
import { pageRows } from './page.js';
import type { Expected, Request, Withheld } from './request.js';
import type { Basis, EmployeeRelation, World } from './world.js';

const rows = pageRows();

/** What a line of section 9 asks, of R, H or G unless it says another. */
export function ask(id: string, as: Asker, more: Partial<Request> & { in?: World } = {}): Expected {
  const row = rows.find((each) => each.id === id);
  if (!row) throw new Error(`the page has no ${id}`);
  const target = /REF/.test(id) ? 'R' : 'H';
  return decide(more.in ?? exampleWorld(), { row, asker: as, target, otherwise: { status: 200 }, ...more });
}

export const outcome = ['referral.outcome'];
export const shows = (shown: string[], withheld: Withheld[] = []) => ({ status: 200, shown, withheld });
export const lacks = (reason: string, ...categories: string[]): Withheld[] =>
  (categories.length > 0 ? categories : ['referral-outcome']).map((category) => ({ category, reason }));
export const refused = (status: number, problem: string) => ({ status, problem });
export const with1 = (change: Partial<Basis>, world: Partial<World> = {}) =>
  exampleWorld({ bases: [{ ...B1, ...change }, B2], ...world });
export const givers = (...who: string[]) => who.map((person) => ({ person, back: false }));
export const back = (who: string) => B1.givers.map(({ person }) => ({ person, back: person === who }));
export const all = ['Maja', 'Jonas', 'Alma'];
export const identities = all.map((person) => `family.identity:${person}`);
export const own = (sub: string, kind: EmployeeRelation['kind'], person: string): World =>
  exampleWorld({ employees: [{ sub, kind, person, from: '2026-01-01' }] });
export const [pia, rie, vibeke, gitte, lone, frida, trine, karen] = [
  'Pia',
  'Rie',
  'Vibeke',
  'Gitte',
  'Lone',
  'Frida',
  'Trine',
  'Karen',
].map((name) => asker(name)) as [Asker, Asker, Asker, Asker, Asker, Asker, Asker, Asker];
export const day = (today: string) => exampleWorld({ today });
export const ill = (reason: string) => shows([], lacks(reason));
export const at15 = (change: Partial<Basis> = {}) => ({
  ...exampleWorld({ bases: [{ ...B1, ...change }, B2] }, '2011-01-05'),
});
export const retire = (code: string): World => {
  const world = exampleWorld();
  return { ...world, units: world.units.map((unit) => ({ ...unit, retired: unit.code === code })) };
};
/** R is closed, and H's enrolment has ended with it. */
export const closed = (changes: Partial<World> = {}): World => {
  const world = exampleWorld(changes);
  return {
    ...world,
    referrals: world.referrals.map((referral) => ({ ...referral, state: 'closed' })),
    enrolments: world.enrolments.map((enrolment) => ({ ...enrolment, ended: true })),
  };
};
export const withoutPartner = exampleWorld();
export const K: World = {
  ...exampleWorld(),
  families: [...exampleWorld().families, { id: 'K', members: [], mergedInto: 'H' }],
};
export const citizen = asker('maja-account', { pairs: [] });
export const linked = { links: { 'maja-account': 'Maja' } };
export const feed = {
  feeds: [{ id: 'feed', for: 'family', subject: 'H', secret: 'secret', recipient: 'Jonas' } as const],
};
export const feedBasis: Basis = {
  ...B1,
  id: 'of the feed',
  layer: 'processing',
  purpose: 'calendar-feed',
  categories: ['appointments'],
  fromUnit: 'familiestuen',
  toUnit: 'familiestuen',
};
export const exchange: Basis = { ...B2, kind: 'single-exchange', givers: [], usedUp: true };
export const inside: World['units'] = exampleWorld().units.map((unit) =>
  ['skole-nord', 'familiestuen'].includes(unit.code) ? { ...unit, parent: 'boern-og-unge', insideParent: true } : unit,
);
export const colleague: Partial<World> = {
  employees: [{ sub: 'Søs', kind: 'own-person', person: 'Maja', from: '2026-01-01' }],
};

export type Line = readonly [line: number, found: () => unknown, expected: unknown];
