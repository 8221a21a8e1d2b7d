import { parseFunctions } from '@helhed/access';
import { UnitChanged } from '@helhed/contracts';
import type { z } from 'zod';

export type Unit = z.infer<typeof UnitChanged.schema>;

/** A group as Keycloak's admin API gives it. */
export interface Group {
  readonly id: string;
  /** What people call it; an administrator may change it */
  readonly name?: string | undefined;
  readonly parentId?: string | undefined;
  readonly subGroupCount?: number | undefined;
  readonly attributes?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** The municipality's units, and in which of them the members of a group hold a function. */
export interface UnitTree {
  readonly units: readonly Unit[];
  /** By code: what people call each */
  readonly names: ReadonlyMap<string, string>;
  /** By group id: codes of units; only groups whose members hold a function */
  readonly heldIn: ReadonlyMap<string, readonly string[]>;
  /** By unit: the functions that can be held in it, whether anybody does or not */
  readonly functions: ReadonlyMap<string, ReadonlySet<string>>;
  /** What an administrator wrote that is no unit: codes that cannot be, and codes that two groups have */
  readonly slips: readonly string[];
}

const valueOf = ({ attributes }: Group, name: string): string | undefined => attributes?.[name]?.[0];

/**
 * Reads units from groups as docs/access.md 1.2 and deploy/keycloak/README.md name them: a unit is a group with the attribute
 * `unit`, its parent the nearest unit above. Of two groups with one code the first id counts, whoever reads it.
 */
export function unitTree(groups: readonly Group[]): UnitTree {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const above = (group: Group): Group | undefined => byId.get(group.parentId ?? '');
  const units = new Map<string, Unit>();
  const names = new Map<string, string>();
  const slips: string[] = [];
  for (const group of groups.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const code = valueOf(group, 'unit');
    if (code === undefined) continue;
    let parent = above(group);
    while (parent && valueOf(parent, 'unit') === undefined) parent = above(parent);
    const read = UnitChanged.schema.safeParse({
      unit: code,
      parent: (parent && valueOf(parent, 'unit')) ?? null,
      retired: valueOf(group, 'retired') !== undefined,
      insideParent: valueOf(group, 'insideParent') === 'true',
      outside: valueOf(group, 'outside') === 'true',
      institution: valueOf(group, 'institution') === 'true',
    });
    if (!read.success || units.has(code)) {
      slips.push(code);
      continue;
    }
    units.set(code, read.data);
    if (group.name !== undefined) names.set(code, group.name);
  }
  return { units: [...units.values()], names, heldIn: heldIn(groups, above), functions: heldAt(groups), slips };
}

const functionsOf = ({ attributes }: Group) => parseFunctions(attributes?.['functions'] ?? []);

function heldAt(groups: readonly Group[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { unit, function: name } of groups.flatMap(functionsOf))
    found.set(unit, (found.get(unit) ?? new Set()).add(name));
  return found;
}

/** A member of a group has the attributes of the groups above it too, as tokens have. */
function heldIn(groups: readonly Group[], above: (group: Group) => Group | undefined): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const group of groups) {
    const codes = new Set<string>();
    for (let each: Group | undefined = group; each; each = above(each))
      for (const { unit } of functionsOf(each)) codes.add(unit);
    if (codes.size > 0) found.set(group.id, [...codes].toSorted());
  }
  return found;
}

/** Who holds a function in which unit. */
export function holdersOf(
  { heldIn: of }: UnitTree,
  members: ReadonlyMap<string, readonly string[]>,
): Map<string, Set<string>> {
  const holders = new Map<string, Set<string>>();
  for (const [group, units] of of)
    for (const unit of units) holders.set(unit, new Set([...(holders.get(unit) ?? []), ...(members.get(group) ?? [])]));
  return holders;
}
