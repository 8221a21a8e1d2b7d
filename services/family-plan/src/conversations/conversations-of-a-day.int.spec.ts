import { basis, tellStructure } from '../../test/cases.js';
import { contact, conversation, knowUnits, member, record } from '../../test/conversations.js';
import { familyH, frida, gitte, kim } from '../../test/family-h.js';
import { goals, said } from '../../test/plans.js';
import { events, logged } from '../../test/told.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { ofDay } from '../migrations/0026-conversations-of-a-day.js';
import { snapshotOf } from '../snapshot/snapshot-of.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await knowUnits(world);
});
afterAll(() => world.stop());

describe('the same conversation on the same day', () => {
  const known = { kind: 'conflict', problem: 'conversation-known' };
  const of = (familyId: string) =>
    world.rows<{ n: number }>('SELECT of_day AS n FROM conversation WHERE family_id = $1 ORDER BY of_day', [familyId]);

  it('is recorded once, whoever tells it again and sees the plan; that is a look, and nothing is moved', async () => {
    const family = await familyH(world);
    const goal = await said(world, family);
    await record(world, family);
    const moves = [{ what: 'leave' as const, goalId: goal }];
    for (const by of [gitte, frida]) await expect(record(world, family, { by, moves })).rejects.toMatchObject(known);
    expect(await logged(world, family.jonas)).toEqual([{ kind: 'look', act: 'conversation.record' }]);
    expect((await goals(world, family)).items).toMatchObject([{ state: 'agreed' }]);
    for (const changes of [{ conversation: 'midway' }, { heldOn: '2026-10-02' }]) await record(world, family, changes);
    await record(world, await familyH(world));
    expect(await of(family.familyId)).toEqual([{ n: 1 }, { n: 1 }, { n: 1 }]);
  });

  it('by many at once is recorded once', async () => {
    const family = await familyH(world);
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => record(world, family)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await of(family.familyId)).toEqual([{ n: 1 }]);
  });

  it('is told to nobody from whom it is withheld: what that one says is kept beside it, and counted by nobody', async () => {
    const family = await familyH(world);
    const { familyId, maja, jonas, alma } = family;
    await record(world, family);
    await tellStructure(world, family, 'db-stjernen', { purpose: 'contact-support' });
    const { id } = await record(world, family, { by: kim, participants: [member(maja), member(jonas), contact] });
    expect((await conversation(world, id)).participants).toHaveLength(3);
    expect(await of(familyId)).toEqual([{ n: 1 }, { n: 2 }]);
    expect(await events(world, familyId, 'conversation-recorded')).toHaveLength(1);
    const again = await world.database.inTransaction(nyborg, (tx) => snapshotOf(tx, familyId));
    expect(again.filter(({ type }) => type.includes('conversation-recorded'))).toHaveLength(1);
    const terms = { purpose: 'contact-support' as const, toUnit: 'db-stjernen' };
    await basis(world, familyId, [maja, jonas, alma], { ...terms, categories: ['plan'] });
    await expect(record(world, family, { by: kim })).rejects.toMatchObject(known);
  });

  it('is numbered where it stood there twice before a second was refused, and stays', async () => {
    const family = await familyH(world);
    const { id: first } = await record(world, family);
    await tellStructure(world, family, 'db-stjernen', { purpose: 'contact-support' });
    const { id: second } = await record(world, family, { by: kim });
    await world.asOwner('ALTER TABLE conversation DROP COLUMN of_day');
    await world.asOwner(ofDay);
    const ids = 'SELECT id FROM conversation WHERE family_id = $1 ORDER BY of_day';
    expect(await world.rows(ids, [family.familyId])).toEqual([{ id: first }, { id: second }]);
    await expect(record(world, family)).rejects.toMatchObject(known);
  });
});
