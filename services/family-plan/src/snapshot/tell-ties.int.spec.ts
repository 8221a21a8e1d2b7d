import { findContract, ProgrammePublished } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { getDefinition } from '@helhed/programmes';
import { fakeCpr } from '@helhed/testing';
import { accountIn, as, personIn } from '../../test/actors.js';
import { nextEvent } from '../../test/events.js';
import { adult, events, received } from '../../test/told.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { EndLink } from '../citizens/end-link.js';
import { IssueLinkCode } from '../citizens/issue-link-code.js';
import { RedeemLinkCode } from '../citizens/redeem-link-code.js';
import { EndClearance } from '../clearances/end-clearance.js';
import { GiveClearance } from '../clearances/give-clearance.js';
import { EndCustody } from '../custody/end-custody.js';
import { RecordCustody } from '../custody/record-custody.js';
import { EndEmployeeRelation } from '../employees/end-employee-relation.js';
import { SetEmployeeRelation } from '../employees/set-employee-relation.js';
import { EndRelation } from '../relations/end-relation.js';
import { SetRelation } from '../relations/set-relation.js';
import { snapshotOf } from './snapshot-of.js';

const programme = 'nyborg-familiestue';
let world: World;
beforeAll(async () => {
  world = await startWorld();
  const definition = { ...getDefinition(programme) };
  await world.applier.apply([nextEvent(nyborg, ProgrammePublished, { programme, version: 1, definition })]);
});
afterAll(() => world.stop());

const by = <T>(work: (actor: ReturnType<typeof personIn>) => Promise<T>, name = 'triager') =>
  as(personIn(nyborg, name), work);
const told = async (key: string) => {
  const snapshot = await world.database.inTransaction(nyborg, (tx) => snapshotOf(tx, key));
  for (const { type, data } of snapshot) findContract(type)?.schema.parse(data);
  return snapshot.map(({ type, data }) => ({ name: type.replace(/^dk\.helhed\.family-plan\.(.+)\.v1$/, '$1'), data }));
};
/** What stands at the end: of each thing its beginning with the end that it has. */
const emitted = (all: Awaited<ReturnType<typeof events>>, name: string) =>
  all.filter((event) => event.name === name).map(({ data }) => ({ ...data, to: undefined }));

describe('what family-plan tells again', () => {
  it('of a family has custody, relations and clearances, those in force and those ended', async () => {
    const { familyId, alma, jonas } = await received(world);
    const { database, families } = world;
    const custody = { familyId, childId: alma, holderId: jonas, from: '2026-01-01' };
    const relation = {
      familyId,
      programme,
      kind: 'team' as const,
      sub: 'kim',
      unit: 'db-stjernen',
      function: 'pedagogue',
    };
    const clearance = {
      familyId,
      sub: 'gitte',
      unit: 'familiestuen',
      function: 'group-leader',
      from: '2026-10-05',
      to: '2026-12-05',
    };
    for (const from of ['2026-01-01', '2025-01-01']) {
      const to = from === '2026-01-01' ? undefined : '2025-06-01';
      await by((actor) => new RecordCustody(database, families).run(actor, { ...custody, from, ...(to && { to }) }));
      await by((actor) => new SetRelation(database, families).run(actor, { ...relation, from, ...(to && { to }) }));
    }
    const over = {
      custody: await by((actor) =>
        new RecordCustody(database, families).run(actor, { ...custody, from: '2024-01-01', to: '2024-06-01' }),
      ),
      relation: await by((actor) => new SetRelation(database, families).run(actor, { ...relation, sub: 'over' })),
      clearance: await by((actor) => new GiveClearance(database, families).run(actor, clearance), 'programme-lead'),
    };
    await by((actor) => new EndCustody(database, families).run(actor, over.custody.id, 1, '2024-03-01'));
    await by((actor) => new EndRelation(database, families).run(actor, over.relation.id, 1, undefined));
    await by(
      (actor) => new EndClearance(database, families).run(actor, over.clearance.id, 1, '2026-10-20'),
      'programme-lead',
    );
    await by(
      (actor) => new GiveClearance(database, families).run(actor, { ...clearance, sub: 'tove' }),
      'programme-lead',
    );
    const [again, all] = [await told(familyId), await events(world, familyId)];
    for (const name of [
      'custody-recorded',
      'custody-ended',
      'relation-set',
      'relation-ended',
      'clearance-given',
      'clearance-ended',
    ])
      expect([name, new Set(emitted(again, name))]).toEqual([name, new Set(emitted(all, name))]);
    expect(again.find(({ name }) => name === 'custody-ended')?.data).toMatchObject({ to: '2024-03-01' });
  });

  it('of a person has employees’ declarations and the link, and nothing of a person who is not known', async () => {
    const cprs: [string, string, string] = [adult(), adult(), fakeCpr()];
    const { maja } = await received(world, cprs);
    const { database } = world;
    const declare = (cpr: string, sub: string) =>
      by(
        (actor) => new SetEmployeeRelation(database).run(actor, { sub, kind: 'relative', cpr, from: '2026-01-01' }),
        'administrator',
      );
    await declare(cprs[0], 'gitte');
    const over = await declare(cprs[0], 'tove');
    await by((actor) => new EndEmployeeRelation(database).run(actor, over.id, 1, undefined), 'administrator');
    const tie = async (sub: string) => {
      const { code } = await by((actor) => new IssueLinkCode(database, world.persons, world.looks).run(actor, maja));
      return as(accountIn(nyborg, sub), (actor) => new RedeemLinkCode(database).run(actor, code as string));
    };
    const link = await tie('earlier');
    await by((actor) => new EndLink(database).run(actor, link.id, 1), 'administrator');
    await tie('later');
    const [again, all] = [await told(maja), await events(world, maja)];
    for (const name of ['employee-relation-set', 'employee-relation-ended', 'citizen-linked', 'citizen-unlinked'])
      expect([name, new Set(emitted(again, name))]).toEqual([name, new Set(emitted(all, name))]);
    expect(again).toHaveLength(6);
    expect(await told(newId())).toEqual([]);
  });
});
