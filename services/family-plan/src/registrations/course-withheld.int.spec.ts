import { keepUnit } from '@helhed/access';
import { as, personIn } from '../../test/actors.js';
import { close, programme, seat, startTriage, takeBack, tellStructure } from '../../test/cases.js';
import { frida, kim, tie, trine, vibeke, type Family, type Somebody } from '../../test/family-h.js';
import { fill } from '../../test/plans.js';
import { logged, received } from '../../test/told.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { SetRelation } from '../relations/set-relation.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  const unit = { unit: 'db-kornblomsten', parent: null, retired: false, insideParent: false, outside: false };
  await world.database.inTransaction(nyborg, (tx) => keepUnit(tx, { ...unit, institution: true }));
});
afterAll(() => world.stop());

const ida: Somebody = { ...personIn(nyborg, 'pedagogue', 'db-kornblomsten'), sub: 'ida' };
const withheld = { kind: 'conflict', problem: 'registration-withheld', fields: [] };
const outside = { kind: 'conflict', problem: 'registration-outside-course' };

/** In triage, with the day care of its child and its school tied to it. */
async function referred(): Promise<Family> {
  const family = await received(world);
  await tie(world, family, 'coordinator', frida);
  await tie(world, family, 'partner', trine);
  const { familyId, alma: personId } = family;
  const attends = { familyId, programme, kind: 'institution', unit: 'db-kornblomsten', personId } as const;
  await as(vibeke, (actor) => new SetRelation(world.database, world.families).run(actor, attends));
  await startTriage(world, family);
  return family;
}
/** By whichever unit has the family's case: its triage, and the group's from its seat on; one after the other, as consent tells them. */
async function told(family: Family, toUnit: string, ...categories: ('family-structure' | 'enrolment')[]) {
  const terms = { purpose: 'cooperation', categories };
  const byTriage = await tellStructure(world, family, toUnit, { ...terms, fromUnit: 'visitation' });
  return [byTriage, await tellStructure(world, family, toUnit, { ...terms, fromUnit: 'familiestuen' })];
}
const refusalOf = async (work: Promise<unknown>) => JSON.stringify(await work.catch((refusal: unknown) => refusal));

describe('the form of a family whose enrolment is withheld (A-CMD-07)', () => {
  it.each<[string, Somebody, boolean]>([
    ['its child’s institution', ida, false],
    ['a partner, who is told who is in the family', trine, true],
  ])('by %s', async (_, by, isToldWho) => {
    const family = await referred();
    if (isToldWho) await told(family, by.unit as string, 'family-structure');
    const fills = (changes: object = {}) => fill(world, family, { by, ...changes });
    const before = await refusalOf(fills());
    await seat(world, family);
    const during = await refusalOf(fills());
    await expect(fills()).rejects.toMatchObject(withheld);
    // nor by a form that is wrong by itself
    const wrong = await refusalOf(fills({ answers: [{ field: 'none', said: 'Ja.' }] }));
    const early = await refusalOf(fills({ filledOn: '2999-01-01' }));
    await close(world, family);
    expect([before, wrong, early, await refusalOf(fills())]).toEqual([during, during, during, during]);
  });

  it('is refused alike, on the course, before it and after it, and is no look', async () => {
    const family = await referred();
    for (const step of [() => undefined, () => seat(world, family), () => close(world, family)]) {
      await step();
      await expect(fill(world, family, { by: ida })).rejects.toMatchObject(withheld);
    }
    const looked = `SELECT FROM helhed.access_log WHERE act = 'registration.fill' AND subjects @> ARRAY[$1::uuid]`;
    expect(await world.rows(looked, [family.familyId])).toEqual([]);
    expect(await world.rows('SELECT FROM registration WHERE family_id = $1', [family.familyId])).toEqual([]);
  });

  it('is filled in, and refused outside the course, once it may be shown; no longer when that is taken back', async () => {
    const family = await referred();
    const bases = await told(family, 'db-kornblomsten', 'enrolment');
    await expect(fill(world, family, { by: ida })).rejects.toMatchObject(outside);
    expect(await logged(world, family.alma)).toEqual([{ kind: 'look', act: 'registration.fill' }]);
    await seat(world, family);
    expect(await fill(world, family, { by: ida })).toMatchObject({ familyId: family.familyId });
    for (const basis of bases) await takeBack(world, basis);
    await expect(fill(world, family, { by: ida })).rejects.toMatchObject(withheld);
  });

  it('is told to who is shown it by a standing basis: the coordinator', async () => {
    const family = await referred();
    await expect(fill(world, family, { by: frida })).rejects.toMatchObject(outside);
    await expect(fill(world, family, { by: kim })).rejects.toMatchObject({ problem: 'family-unknown' });
  });
});
