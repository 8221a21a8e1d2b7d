import { newId } from '@helhed/kernel';
import { tellStructure } from '../../test/cases.js';
import { familyH, gitte, kim, trine, untie, type Family } from '../../test/family-h.js';
import { addAction, addOption, goals, leave, moveAction, offered, said } from '../../test/plans.js';
import { logged } from '../../test/told.js';
import { startWorld, type World } from '../../test/world.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

const option = 'Vi kan øve os, når vi leger.';
const byUnit = {
  text: 'Siger stop højt sammen med Alma.',
  doer: { by: 'unit' as const, unit: 'db-stjernen', function: 'pedagogue' },
  dueOn: '2026-11-02',
};
const first = async (family: Family) => (await goals(world, family)).items[0];

describe('what is done towards a goal', () => {
  it('is an option, without a doer and a day, or an action with both, and stands encrypted', async () => {
    const family = await familyH(world);
    const goal = await said(world, family);
    await tellStructure(world, family, 'db-stjernen', { purpose: 'contact-support', categories: ['plan'] });
    const key = newId();
    const made = await addOption(world, goal, option, kim, key);
    expect(await addOption(world, goal, option, kim, key)).toEqual(made);
    const { id: unitId } = await addAction(world, goal, byUnit);
    const byMember = {
      ...byUnit,
      text: 'Læser en bog om det.',
      doer: { by: 'member' as const, personId: family.jonas },
    };
    await addAction(world, goal, { ...byMember, dueOn: '2026-10-12' });
    const found = await first(family);
    expect(found?.options).toEqual([{ id: made.id, text: option, namedOn: expect.any(String) }]);
    expect(found?.actions).toMatchObject([
      { ...byMember, dueOn: '2026-10-12', state: 'planned' },
      { id: unitId, ...byUnit, state: 'planned' },
    ]);
    const rows = await world.rows<{ text: string }>(
      'SELECT o::text || a::text AS text FROM goal_option o JOIN goal_action a USING (goal_id) WHERE goal_id = $1',
      [goal],
    );
    expect(rows).toHaveLength(2);
    for (const text of [option, byUnit.text])
      expect(rows.map((row) => row.text).join('')).not.toContain(Buffer.from(text).toString('hex'));
  });

  it('is planned, done or dropped, and keeps since when', async () => {
    const family = await familyH(world);
    const goal = await said(world, family);
    const { id: actionId } = await addAction(world, goal, byUnit);
    for (const state of ['done', 'done', 'planned', 'dropped'] as const) {
      await moveAction(world, goal, { actionId, state });
      expect((await first(family))?.actions).toMatchObject([{ id: actionId, state }]);
    }
    expect(await logged(world, family.familyId)).toEqual([{ kind: 'look', act: 'goal.list' }]);
  });

  it('is of a goal that was agreed to: not of one that is offered, nor of one that was left', async () => {
    const family = await familyH(world);
    const fixed = { kind: 'conflict', problem: 'goal-fixed' };
    const offer = await offered(world, family);
    await expect(addOption(world, offer, option)).rejects.toMatchObject(fixed);
    const goal = await said(world, family);
    await leave(world, goal);
    await expect(addAction(world, goal, byUnit)).rejects.toMatchObject(fixed);
  });

  it('is by nobody outside the family, and by no name of a goal that has it not', async () => {
    const family = await familyH(world);
    const [goal, other] = [await said(world, family), await said(world, family)];
    const stranger = { ...byUnit, doer: { by: 'member' as const, personId: newId() } };
    await expect(addAction(world, goal, stranger)).rejects.toMatchObject({ problem: 'not-a-member' });
    const { id: actionId } = await addAction(world, goal, byUnit);
    await expect(moveAction(world, other, { actionId, state: 'done' })).rejects.toMatchObject({
      problem: 'action-unknown',
    });
  });

  it('is not there for a partner, nor for the leader of another unit’s group', async () => {
    const family = await familyH(world);
    const goal = await said(world, family);
    for (const by of [trine, { ...gitte, unit: 'another' }])
      await expect(addOption(world, goal, option, by)).rejects.toMatchObject({ problem: 'not-found' });
  });

  it('is answered again only to whom it still would be, and to others as what is not there', async () => {
    const family = await familyH(world);
    const goal = await said(world, family);
    await tellStructure(world, family, 'db-stjernen', { purpose: 'contact-support', categories: ['plan'] });
    const [optionKey, actionKey] = [newId(), newId()];
    const send = [
      () => addOption(world, goal, option, kim, optionKey),
      () => addAction(world, goal, byUnit, kim, actionKey),
    ];
    for (const again of send) expect(await again()).toEqual(await again());
    await untie(world, family, kim);
    for (const again of send) await expect(again()).rejects.toMatchObject({ problem: 'not-found' });
  });
});
