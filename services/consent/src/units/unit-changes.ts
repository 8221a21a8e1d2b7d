import type { UnitMembersChanged } from '@helhed/contracts';
import type { z } from 'zod';
import type { Unit } from './unit-tree.js';

type UnitMembers = z.infer<typeof UnitMembersChanged.schema>;

/** Units, who holds a function in each, and which: as Keycloak has them, or as they were told last. */
export interface Units {
  readonly units: readonly Unit[];
  readonly holders: ReadonlyMap<string, ReadonlySet<string>>;
  readonly functions: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface UnitChanges {
  readonly units: readonly Unit[];
  readonly members: readonly UnitMembers[];
  /** Codes of retired units that a group has again: nobody gets them */
  readonly takenUp: readonly string[];
}

/**
 * What is to be told so that everybody knows the units as Keycloak has them. A unit that is there no more is retired, and
 * that is final: old records name its code, and whoever had it next would inherit their readers.
 */
export function unitChanges(known: Units, seen: Units): UnitChanges {
  const before = new Map(known.units.map((unit) => [unit.unit, unit]));
  const now = new Map(seen.units.map((unit) => [unit.unit, unit]));
  const gone = known.units.filter(({ unit, retired }) => !retired && !now.has(unit));
  const takenUp = seen.units.filter(({ unit, retired }) => !retired && before.get(unit)?.retired === true);
  const units = [
    ...gone.map((unit) => ({ ...unit, retired: true })),
    ...seen.units.filter((unit) => before.get(unit.unit)?.retired !== true && differs(before.get(unit.unit), unit)),
  ];
  const retired = new Set([
    ...[...known.units, ...seen.units].filter((unit) => unit.retired).map(({ unit }) => unit),
    ...gone.map(({ unit }) => unit),
  ]);
  const codes = [known, seen].flatMap(({ holders, functions }) => [...holders.keys(), ...functions.keys()]);
  const members = [...new Set(codes)].toSorted().flatMap((unit): UnitMembers[] => {
    const wanted = retired.has(unit) ? noUnit : of(seen, unit);
    const told = of(known, unit);
    if (same(told.holders, wanted.holders) && same(told.functions, wanted.functions)) return [];
    return [{ unit, members: [...wanted.holders].toSorted(), functions: [...wanted.functions].toSorted() }];
  });
  return { units, members, takenUp: takenUp.map(({ unit }) => unit) };
}

const noUnit = { holders: new Set<string>(), functions: new Set<string>() };
const of = ({ holders, functions }: Units, unit: string) => ({
  holders: holders.get(unit) ?? noUnit.holders,
  functions: functions.get(unit) ?? noUnit.functions,
});

const differs = (a: Unit | undefined, b: Unit): boolean =>
  a === undefined ||
  a.parent !== b.parent ||
  a.retired !== b.retired ||
  a.insideParent !== b.insideParent ||
  a.outside !== b.outside ||
  a.institution !== b.institution;

const same = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((sub) => b.has(sub));
