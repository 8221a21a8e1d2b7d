import { ProgrammePublished } from '@helhed/contracts';
import { getDefinition } from '@helhed/programmes';
import { as, personIn } from '../../test/actors.js';
import { startTriage, tellStructure } from '../../test/cases.js';
import { nextEvent } from '../../test/events.js';
import { adult, events, received } from '../../test/told.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { IssueLinkCode } from '../citizens/issue-link-code.js';
import { GiveClearance } from '../clearances/give-clearance.js';
import { RecordCustody } from '../custody/record-custody.js';
import { SetEmployeeRelation } from '../employees/set-employee-relation.js';
import { EndRelation } from '../relations/end-relation.js';
import { SetRelation } from '../relations/set-relation.js';
import { daysAfter } from './days-after.js';

const programme = 'nyborg-familiestue';
let world: World;
beforeAll(async () => {
  world = await startWorld();
  const definition = { ...getDefinition(programme) };
  await world.applier.apply([nextEvent(nyborg, ProgrammePublished, { programme, version: 1, definition })]);
});
afterAll(() => world.stop());

type Family = Awaited<ReturnType<typeof received>>;
const triager = { ...personIn(nyborg), sub: 'vibeke' };
const sanne = { ...personIn(nyborg, 'caseworker', 'familieafdelingen'), sub: 'sanne' };
const kim = { ...personIn(nyborg, 'pedagogue', 'db-stjernen'), sub: 'kim' };
type Somebody = typeof triager;

const record = ({ familyId, alma, jonas }: Family, actor: Somebody) =>
  as(actor, (someone) =>
    new RecordCustody(world.database, world.families).run(someone, {
      familyId,
      childId: alma,
      holderId: jonas,
      from: '2026-09-20',
    }),
  );
const issue = ({ maja }: Family, actor: Somebody) =>
  as(actor, (someone) => new IssueLinkCode(world.database, world.persons, world.looks).run(someone, maja));
const tie = ({ familyId }: Family, { sub, unit = '', function: name = '' }: Somebody, kind: 'team' | 'contact') =>
  as(triager, (someone) =>
    new SetRelation(world.database, world.families).run(someone, {
      familyId,
      programme,
      kind,
      sub,
      unit,
      function: name,
    }),
  );
/** Whoever triages lets somebody's unit know who is in the family, or more. */
async function tell(family: Family, { unit = '' }: Somebody, changes: Parameters<typeof tellStructure>[3]) {
  await startTriage(world, family);
  await tellStructure(world, family, unit, { fromUnit: 'visitation', ...changes });
}
const declare = (sub: string, kind: 'own-person' | 'relative', cpr: string) =>
  as(personIn(nyborg, 'administrator'), (actor) =>
    new SetEmployeeRelation(world.database).run(actor, { sub, kind, cpr, from: '2026-01-01' }),
  );

describe('a family is reached', () => {
  it('by a row that names the person in the function, until it ends', async () => {
    const family = await received(world);
    await expect(record(family, sanne)).rejects.toMatchObject({ problem: 'family-unknown' });
    const { id } = await tie(family, sanne, 'team');
    await expect(record(family, { ...sanne, unit: 'visitation' })).rejects.toMatchObject({ problem: 'family-unknown' });
    await expect(record(family, { ...sanne, sub: 'another' })).rejects.toMatchObject({ problem: 'family-unknown' });
    await tell(family, sanne, { categories: ['family-structure', 'custody'] });
    expect(await record(family, sanne)).toMatchObject({ familyId: family.familyId });
    await as(triager, (actor) => new EndRelation(world.database, world.families).run(actor, id, 1, undefined));
    await expect(issue(family, sanne)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('by the relations of the act, and by no others', async () => {
    const family = await received(world);
    await expect(issue(family, kim)).rejects.toMatchObject({ kind: 'not-found' });
    await tie(family, kim, 'contact');
    await tell(family, kim, { purpose: 'contact-support' });
    expect(await issue(family, kim)).toMatchObject({ personId: family.maja });
    await expect(record(family, kim)).rejects.toMatchObject({ problem: 'family-unknown' });
    const leader = personIn(nyborg, 'group-leader', 'familiestuen');
    await expect(issue(family, leader)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('not by whom it is about, nor by a relative; the refused attempt is logged', async () => {
    const cprs: [string, string, string] = [adult(), adult(), adult()];
    const family = await received(world, cprs);
    await declare('vilma', 'own-person', cprs[0]);
    await declare('viggo', 'relative', cprs[1]);
    await expect(issue(family, { ...triager, sub: 'vilma' })).rejects.toMatchObject({ problem: 'own-record' });
    await expect(record(family, { ...triager, sub: 'viggo' })).rejects.toMatchObject({ problem: 'relative-record' });
    const refused = await world.rows<{ act: string }>(
      'SELECT act FROM helhed.access_log WHERE refused AND subjects @> ARRAY[$1::uuid] ORDER BY id',
      [family.familyId],
    );
    expect(refused).toEqual([{ act: 'link-code.issue' }, { act: 'custody.record' }]);
    expect(await issue(family, triager)).toMatchObject({ code: expect.any(String) });
  });

  it('not by whom a row names, where section 7 bars it: the row is not ended', async () => {
    const cprs: [string, string, string] = [adult(), adult(), adult()];
    const family = await received(world, cprs);
    await declare('kim', 'relative', cprs[1]);
    const { id } = await tie(family, kim, 'contact');
    const end = (actor: Somebody) =>
      as(actor, (someone) => new EndRelation(world.database, world.families).run(someone, id, 1, undefined));
    await expect(end(kim)).rejects.toMatchObject({ problem: 'relative-record' });
    expect(
      await world.rows('SELECT act FROM helhed.access_log WHERE refused AND subjects @> ARRAY[$1::uuid]', [
        family.familyId,
      ]),
    ).toEqual([{ act: 'relation.end' }]);
    expect(await end(triager)).toMatchObject({ version: 2 });
  });

  it('not by a colleague in the unit, unless a second person, who may be one too, gives a clearance', async () => {
    const cprs: [string, string, string] = [adult(), adult(), adult()];
    const family = await received(world, cprs);
    await declare('vera', 'own-person', cprs[0]);
    await world.database.inTransaction(nyborg, (tx) =>
      tx.query(`INSERT INTO helhed.unit_member (municipality, unit, sub) VALUES ('0450', 'visitation', 'vera')`),
    );
    await expect(issue(family, triager)).rejects.toMatchObject({ problem: 'colleague-record' });
    const lone = { ...personIn(nyborg, 'programme-lead'), sub: 'lone' };
    const { familyId } = family;
    const clearance = {
      familyId,
      sub: triager.sub,
      unit: 'visitation',
      function: 'triager',
      to: daysAfter(new Date().toISOString().slice(0, 10), 30),
    };
    await as(lone, (actor) => new GiveClearance(world.database, world.families).run(actor, clearance));
    expect(await issue(family, triager)).toMatchObject({ code: expect.any(String) });
    expect(await events(world, familyId, 'clearance-given')).toHaveLength(1);
  });
});
