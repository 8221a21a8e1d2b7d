import { askedBy, isRefusal, type Acting, type Asker } from './asker.js';
import type { PageRow } from './page.js';
import { holdsToFamily, holdsToPerson } from './relations.js';
import type { Expected } from './request.js';
import { familySections, referralSections } from './sections.js';
import { viewOf } from './view.js';
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
  const units = row.path.endsWith('/readers') ? { units: readersOf(world, target ?? '') } : {};
  return { has: [], hasNot: but(...known), ...units };
}

/** In which units somebody sees a section about everybody in the person's family, and in which nobody has a relation to it. */
function readersOf(world: World, person: string): NonNullable<Tells['units']> {
  const family = world.families.find((each) => personsOf(each).includes(person));
  if (!family) return { has: [], hasNot: [] };
  const has = new Set<string>();
  const reaching = new Set<string>();
  for (const [sub, pairs] of Object.entries(world.holders))
    for (const pair of pairs) {
      const [unit = '', name = ''] = pair.split(':');
      const who: Acting = { kind: 'person', sub, unit, function: name, pairs: [pair], claimed: [pair] };
      const holds = holdsToFamily(world, who, family);
      if (holds.length > 0) reaching.add(unit);
      if (seesOf(world, who, family)) has.add(unit);
    }
  return { has: [...has], hasNot: world.units.map(({ code }) => code).filter((code) => !reaching.has(code)) };
}

const toFamily = new Set(['triage', 'group', 'coordinator', 'team', 'contact', 'partner', 'institution']);

function seesOf(world: World, who: Acting, family: Family): boolean {
  const holds = holdsToFamily(world, who, family);
  const structure = familySections(world, family).filter(({ name }) => name === 'family.structure');
  const byFamily = viewOf(
    world,
    who,
    holds.filter(({ relation }) => toFamily.has(relation)),
    structure,
  );
  const sent = holds.filter(({ relation }) => ['triage', 'sender'].includes(relation));
  const outcomes = world.referrals
    .filter((referral) => referral.family === family.id)
    .map((referral) => referralSections(world, referral).outcome);
  return byFamily.shown.length > 0 || viewOf(world, who, sent, outcomes).shown.length > 0;
}
