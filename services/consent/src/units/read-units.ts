import type { MunicipalityCode } from '@helhed/kernel';
import type { AdminEvent, KeycloakDirectory } from './keycloak-directory.js';
import type { Units } from './unit-changes.js';
import { holdersOf, unitTree, type Group, type UnitTree } from './unit-tree.js';

type Directory = Pick<KeycloakDirectory, 'groups' | 'hasUnit' | 'members' | 'groupsOf'>;

/** What was last read of a realm. */
export interface Reading extends Units, Pick<UnitTree, 'names'> {
  readonly tree: UnitTree;
  readonly members: ReadonlyMap<string, readonly string[]>;
}

const atOnce = 8;

/**
 * Reads a realm's units and who holds functions in them. After a first reading only what the events touch is asked for: a
 * municipality has some thousand groups, and is to be told within two seconds.
 * @param known what was told
 * @param last none: everything is read
 */
export async function readUnits(
  directory: Directory,
  code: MunicipalityCode,
  known: Units,
  last?: Reading,
  events: readonly AdminEvent[] = [],
): Promise<Reading> {
  const same = last && events.every(({ resourceType }) => resourceType !== 'GROUP') ? last.tree : undefined;
  const tree = same ?? (await readTree(directory, code, known));
  const touched = last && (await touchedBy(directory, code, last, events));
  const members = new Map<string, readonly string[]>();
  const toAsk: string[] = [];
  for (const group of tree.heldIn.keys()) {
    const known = touched?.has(group) === false ? last?.members.get(group) : undefined;
    if (known) members.set(group, known);
    else toAsk.push(group);
  }
  await inParallel(toAsk, async (group) => void members.set(group, await directory.members(code, group)));
  return {
    tree,
    members,
    units: tree.units,
    names: tree.names,
    functions: tree.functions,
    holders: holdersOf(tree, members),
  };
}

/**
 * Group by group, since Keycloak has no list of all; so a group that is moved meanwhile may be seen nowhere.
 * @throws Error where it seems that a unit has gone, and it has not
 */
async function readTree(directory: Directory, code: MunicipalityCode, { units }: Units): Promise<UnitTree> {
  const groups = await directory.groups(code);
  for (let level = groups.slice(); level.length > 0;) {
    const below: Group[] = [];
    const parents = level.filter(({ subGroupCount }) => subGroupCount !== 0);
    await inParallel(parents, async (parent) => {
      for (const group of await directory.groups(code, parent)) below.push({ ...group, parentId: parent.id });
    });
    groups.push(...below);
    level = below;
  }
  const tree = unitTree(groups);
  const gone = units.filter(({ unit, retired }) => !retired && !tree.units.some((each) => each.unit === unit));
  await inParallel(gone, async ({ unit }) => {
    if (await directory.hasUnit(code, unit)) throw new Error(`unit ${unit} was moved while units were read`);
  });
  return tree;
}

async function touchedBy(
  directory: Directory,
  code: MunicipalityCode,
  last: Reading,
  events: readonly AdminEvent[],
): Promise<Set<string>> {
  const touched = new Set<string>();
  const people = new Set<string>();
  for (const { resourceType, resourcePath = '' } of events) {
    const [, first, , second] = resourcePath.split('/');
    if (resourceType === 'USER' && first) people.add(first);
    else if (resourceType === 'GROUP' && first) touched.add(first);
    else if (second) touched.add(second);
  }
  // who is made or changed may be put into groups by the same request; who is gone was in those we know
  for (const [group, members] of last.members) if (members.some((sub) => people.has(sub))) touched.add(group);
  await inParallel([...people], async (sub) => {
    for (const group of await directory.groupsOf(code, sub)) touched.add(group);
  });
  return touched;
}

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async (): Promise<void> => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
}
