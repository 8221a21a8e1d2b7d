import { keepUnit, keepUnitMembers } from '@helhed/access';
import { UnitChanged, UnitMembersChanged } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { log } from '@helhed/telemetry';
import { unitChanges, type Units } from './unit-changes.js';
import { unitNames } from './unit-names.js';
import type { Unit, UnitTree } from './unit-tree.js';

/** The units as told last: this service's own facts of access. */
export async function knownUnits(tx: Tx): Promise<Units> {
  const units = await tx.query<Unit>(
    `SELECT code AS unit, parent, retired, inside_parent AS "insideParent", outside, institution
     FROM helhed.unit_replica
     WHERE municipality = helhed.tenant()`,
  );
  return {
    units,
    holders: await known(tx, 'helhed.unit_member', 'sub'),
    functions: await known(tx, 'helhed.unit_function', 'function'),
  };
}

async function known(tx: Tx, table: string, column: string): Promise<Map<string, Set<string>>> {
  const rows = await tx.query<{ unit: string; each: string[] }>(
    `SELECT unit, array_agg(${column}) AS each FROM ${table} WHERE municipality = helhed.tenant() GROUP BY unit`,
  );
  return new Map(rows.map(({ unit, each }) => [unit, new Set(each)]));
}

/** How often the municipality's units were told: what a reading begins with and `tellUnits` compares. */
export async function timesTold(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ told: string }>('SELECT told FROM unit_mirror WHERE municipality = helhed.tenant()');
  return Number(row?.told ?? 0);
}

/**
 * Writes and tells what differs from what was told. A reading that began before another instance told is of no use any more:
 * a unit made meanwhile would be missing from it, and be retired for good.
 * @param told `timesTold` from before the reading
 * @returns how many events it told; undefined: another instance was first
 */
export async function tellUnits(
  tx: Tx,
  seen: Units & Pick<UnitTree, 'names'>,
  told: number,
): Promise<number | undefined> {
  // in a realm that is being made anew there is no unit yet: that ends none
  if (seen.units.length === 0) return 0;
  const { units, members, takenUp } = unitChanges(await knownUnits(tx), seen);
  if (takenUp.length > 0) log.warn('codes of retired units stand on groups again', { code: takenUp.join(' ') });
  const names = await newNames(tx, seen.names);
  if (units.length + members.length + names.length === 0) return 0;
  const mine = await tx.query(
    `INSERT INTO unit_mirror AS m (municipality, told) VALUES (helhed.tenant(), 1)
     ON CONFLICT (municipality) DO UPDATE SET told = m.told + 1 WHERE m.told = $1 RETURNING told`,
    [told],
  );
  if (mine.length === 0) return undefined;
  await keepNames(tx, names);
  for (const unit of units) {
    await keepUnit(tx, unit);
    tx.emit(UnitChanged, unit);
  }
  for (const of of members) {
    await keepUnitMembers(tx, of);
    tx.emit(UnitMembersChanged, of);
  }
  return units.length + members.length;
}

/** What units are called now, where that has changed; nobody else is told: only the pages here name units to people. */
async function newNames(tx: Tx, seen: ReadonlyMap<string, string>): Promise<(readonly [string, string])[]> {
  const nameOf = await unitNames(tx);
  return [...seen].filter(([unit, name]) => nameOf(unit) !== name);
}

/** A unit that is gone keeps its name: what it did is still shown. */
async function keepNames(tx: Tx, names: readonly (readonly [string, string])[]): Promise<void> {
  await tx.query(
    `INSERT INTO unit_name (municipality, unit, name)
     SELECT helhed.tenant(), unit, name FROM unnest($1::text[], $2::text[]) AS told (unit, name)
     ON CONFLICT (municipality, unit) DO UPDATE SET name = excluded.name`,
    [names.map(([unit]) => unit), names.map(([, name]) => name)],
  );
}
