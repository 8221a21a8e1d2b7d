import { RecordCustody } from '../src/custody/record-custody.js';
import { EndRelation } from '../src/relations/end-relation.js';
import { SetRelation } from '../src/relations/set-relation.js';
import { as, personIn } from './actors.js';
import { programme, seat, startTriage } from './cases.js';
import { received } from './told.js';
import { nyborg, type World } from './world.js';

export type Family = Awaited<ReturnType<typeof received>>;
export type Somebody = ReturnType<typeof personIn>;
export const vibeke = { ...personIn(nyborg), sub: 'vibeke' };
export const gitte = { ...personIn(nyborg, 'group-leader', 'familiestuen'), sub: 'gitte' };
export const frida = { ...personIn(nyborg, 'family-coordinator', 'familieafdelingen'), sub: 'frida' };
export const trine = { ...personIn(nyborg, 'teacher', 'skole-nord'), sub: 'trine' };
export const kim = { ...personIn(nyborg, 'pedagogue', 'db-stjernen'), sub: 'kim' };

export const tie = (
  world: World,
  { familyId }: Family,
  kind: 'coordinator' | 'team' | 'contact' | 'partner',
  { sub, unit, function: name }: Somebody,
) =>
  as(vibeke, (actor) =>
    new SetRelation(world.database, world.families).run(actor, {
      familyId,
      programme,
      kind,
      unit: unit as string,
      function: name,
      ...(kind === 'partner' ? {} : { sub }),
    }),
  );

/** Somebody holds custody of Alma besides Maja. */
export const letHold = (world: World, { familyId, alma }: Family, holderId: string) =>
  as(vibeke, (actor) =>
    new RecordCustody(world.database, world.families).run(actor, {
      familyId,
      childId: alma,
      holderId,
      from: '2026-01-01',
    }),
  );

/** What ties somebody to the family ends today. */
export async function untie(world: World, { familyId }: Family, { sub }: Somebody): Promise<void> {
  const rows = await world.rows<{ id: string }>(
    'SELECT id FROM relation WHERE family_id = $1 AND sub = $2 AND version = 1',
    [familyId, sub],
  );
  for (const { id } of rows)
    await as(vibeke, (actor) => new EndRelation(world.database, world.families).run(actor, id, 1, undefined));
}

/** Family H of docs/access.md, section 9: triaged in `visitation`, with a seat in a group of `familiestuen`. */
export async function familyH(world: World, cprs?: [string, string, string]): Promise<Family> {
  const family = await received(world, cprs);
  await tie(world, family, 'coordinator', frida);
  await tie(world, family, 'partner', trine);
  await tie(world, family, 'contact', kim);
  await startTriage(world, family);
  await seat(world, family);
  return family;
}
