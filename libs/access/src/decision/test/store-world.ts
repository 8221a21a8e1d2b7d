import type { Tx } from '@helhed/database';
import { insert } from './access-database.js';
import type { World } from './generated-world.js';
import { uuid } from './vocabulary.js';

/** Writes a generated world as the reactions would have. */
export async function storeWorld(tx: Tx, world: World): Promise<void> {
  const { municipality } = tx;
  const put = (table: string, rows: readonly object[]) =>
    insert(
      tx,
      table,
      rows.map((row) => ({ municipality, ...row })),
    );
  const numbered = <T extends object>(rows: readonly T[]) => rows.map((row, n) => ({ id: uuid(n + 1), ...row }));
  await put(
    'helhed.unit_replica',
    world.units.map(({ code, parent, insideParent: inside_parent, outside, institution }) => ({
      code,
      parent,
      retired: false,
      inside_parent,
      outside,
      institution,
    })),
  );
  await put('helhed.unit_member', [...new Map(world.members.map((one) => [`${one.unit} ${one.sub}`, one])).values()]);
  await put(
    'helhed.relation_replica',
    numbered(world.rows).map(({ familyId: family_id, from: from_date, to: to_date, ...row }) => ({
      ...row,
      family_id,
      from_date,
      to_date,
    })),
  );
  await put(
    'helhed.barred_person',
    numbered(world.barred).map(({ personId: person_id, period: { from, to }, ...row }) => ({
      ...row,
      person_id,
      from_date: from,
      to_date: to,
    })),
  );
  await put(
    'helhed.clearance',
    numbered(world.clearances).map(({ familyId: family_id, period: { from, to }, ...row }) => ({
      ...row,
      family_id,
      from_date: from,
      to_date: to ?? '9999-01-01',
    })),
  );
  await put(
    'helhed.basis_replica',
    world.bases.map((one) => ({
      id: one.id,
      family_id: uuid(101),
      programme: one.programme,
      kind: one.kind,
      layer: one.layer,
      purpose: one.purpose,
      categories: one.categories,
      from_unit: one.fromUnit,
      to_unit: one.toUnit,
      persons: [],
      valid_from: one.from,
      valid_to: one.to,
      ended: one.ended,
      epoch: 0,
    })),
  );
  await put(
    'helhed.basis_person',
    world.bases.flatMap(({ id: basis_id, coverage }) =>
      coverage.map(({ personId: person_id, state, from: from_date, to: to_date }) => ({
        basis_id,
        person_id,
        state,
        from_date,
        to_date,
      })),
    ),
  );
  await put(
    'helhed.referral_replica',
    numbered(world.courses).map(({ id, familyId: family_id, programme, ended }, n) => ({
      id,
      family_id,
      programme,
      programme_version: 1,
      referring_unit: 'school',
      place_id: uuid(201 + n),
      ended: ended ? 'closed' : null,
    })),
  );
  const members = new Map(world.families.map((one) => [one.id, one.members]));
  await put('family', world.families);
  await put(
    'thing',
    world.things.map((one, id) => ({
      id,
      family_id: one.familyId,
      programme: one.programme,
      referring_unit: one.referringUnit,
      triage_unit: one.triageUnit,
      made_by: one.madeBy,
      made_in: one.madeIn,
      persons: one.persons,
      members: members.get(one.familyId),
    })),
  );
  await insert(
    tx,
    'seat',
    world.seats.map(({ familyId: family_id, ...seat }) => ({ family_id, ...seat })),
  );
  await insert(
    tx,
    'citizen',
    world.citizens.map(({ familyId: family_id, ...one }) => ({ family_id, ...one })),
  );
}
