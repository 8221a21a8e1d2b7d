import { askedBy, isRefusal, type Asker } from './asker.js';
import type { PageRow } from './page.js';
import { holdsToPerson } from './relations.js';
import type { Expected } from './request.js';
import type { Family, World } from './world.js';

/** What must stand in a page's text, and what must not. */
export interface Tells {
  readonly has: readonly string[];
  readonly hasNot: readonly string[];
  /** Codes of units whose names must, or must not, stand in it. */
  readonly units?: { readonly has: readonly string[]; readonly hasNot: readonly string[] };
}

interface Asked {
  readonly row: PageRow;
  readonly asker: Asker;
  readonly target?: string | undefined;
  /** As it was asked for. */
  readonly path: string;
  readonly expected: Expected;
}

const personsOf = ({ members }: Family): string[] => members.map(({ person }) => person);

/** Every id of the world that says something of somebody, and every employee's account. */
const idsIn = (world: World): string[] => [
  ...world.families.flatMap((family) => [family.id, ...personsOf(family)]),
  ...world.referrals.map(({ id }) => id),
  ...world.bases.map(({ id }) => id),
  ...Object.keys(world.holders),
];

/** 4.10: a page is its route's decision. Of what its asker does not reach it has no id, and an employee's account on no citizen's. */
export function pageTells(world: World, asked: Asked): Tells {
  const { row, asker, target, expected } = asked;
  const who = askedBy(world, asker);
  const but = (...allowed: readonly string[]) => idsIn(world).filter((id) => id !== target && !allowed.includes(id));
  if (isRefusal(who) || expected.status !== 200 || row.path === '/consent/decision') return { has: [], hasNot: but() };
  // the name of the figure that the world has the rows of, and its count
  if (row.path === '/consent/figures' && asked.path.includes('?'))
    return { has: [`Indstillet: ${expected.count};`], hasNot: but() };
  if (row.path === '/consent/releases') return { has: [], hasNot: but() };
  // who has a seat in the session's group
  if (row.path === '/consent/attendance/{id}') {
    const session = world.owned.find(({ id }) => id === target);
    const seats = world.groups.find(({ id }) => id === session?.group)?.seats ?? [];
    const seated = world.families.filter(({ id }) => seats.some(({ family }) => family === id));
    return { has: [], hasNot: but(...seated.flatMap((family) => [family.id, ...personsOf(family)])) };
  }
  if (row.path === '/consent/attendance') return { has: [], hasNot: but() };
  // the officer's own looks are another's to review
  if (row.path === '/consent/samples') return { has: [], hasNot: [who.sub] };
  if (who.kind !== 'citizen') return { has: [], hasNot: [] };
  const reached = world.families.filter((family) =>
    personsOf(family).some((person) => holdsToPerson(world, who, person).length > 0),
  );
  const families = reached.map(({ id }) => id);
  const theirs = world.bases.filter(({ family }) => families.includes(family)).map(({ id }) => id);
  const listed = expected.items?.map(({ id }) => id) ?? [];
  const known = [...families, ...reached.flatMap(personsOf), ...theirs];
  if (row.path === '/consent/my')
    return {
      has: reached.flatMap(personsOf).filter((person) => holdsToPerson(world, who, person).length > 0),
      hasNot: but(...reached.flatMap(personsOf).filter((person) => holdsToPerson(world, who, person).length > 0)),
    };
  if (row.path.endsWith('/{id}/bases'))
    return { has: listed, hasNot: but(...families, ...reached.flatMap(personsOf), ...listed) };
  const units = row.path.endsWith('/readers') ? { units: readersOf(world, expected) } : {};
  return { has: [], hasNot: but(...known), ...units };
}

/** The units of whoever sees something, by whichever service, and those of nobody who does. */
function readersOf(world: World, { readers = {} }: Expected): NonNullable<Tells['units']> {
  const told = Object.values(readers).flatMap((each) => Object.keys(each).map((words) => words.split(':')[0] ?? ''));
  const has = [...new Set(told)];
  return { has, hasNot: world.units.map(({ code }) => code).filter((code) => !has.includes(code)) };
}
