import { FindHoldings } from '@helhed/access';
import { newId } from '@helhed/kernel';
import { as } from '../../test/actors.js';
import { basis } from '../../test/cases.js';
import { citizen } from '../../test/child-views.js';
import { contact, conversation, conversations, knowUnits, member, record } from '../../test/conversations.js';
import { familyH, frida, gitte, kim, trine, vibeke, type Family, type Somebody } from '../../test/family-h.js';
import { addAction, addOption, goals, leave, said } from '../../test/plans.js';
import { barredFrom, events, logged } from '../../test/told.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { holdings } from '../families/held-families.js';
import { snapshotOf } from '../snapshot/snapshot-of.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await knowUnits(world);
});
afterAll(() => world.stop());

const reason = 'Jonas var på arbejde.';
const act = {
  text: 'Siger stop højt sammen med Alma.',
  doer: { by: 'unit' as const, unit: 'db-stjernen', function: 'pedagogue' },
  dueOn: '2026-11-02',
};

describe('a conversation', () => {
  it('keeps who took part, who did not and why, and the goals as they stood: nothing of it changes', async () => {
    const family = await familyH(world);
    const { familyId, maja, jonas } = family;
    const [goal, dropped] = [await said(world, family), await said(world, family)];
    await addOption(world, goal, 'Vi kan øve os.');
    const { id: actionId } = await addAction(world, goal, act);
    const before = (await goals(world, family)).items;
    const participants = [member(maja), contact];
    const missing = [{ who: member(jonas), reason }];
    const { id } = await record(world, family, { participants, missing });
    await leave(world, dropped);
    await addOption(world, goal, 'Vi kan læse om det.');
    const moved = [
      { what: 'leave' as const, goalId: goal },
      { what: 'action' as const, goalId: goal, actionId, state: 'done' as const },
    ];
    const { id: midway } = await record(world, family, { conversation: 'midway', moves: moved });
    const shown = {
      id,
      familyId,
      programme: 'nyborg-familiestue',
      conversation: 'start',
      text: { da: 'Opstartssamtale', en: 'Start conversation' },
      programmeVersion: 1,
      unit: 'familiestuen',
      heldOn: '2026-10-01',
      participants,
      missing,
      withheld: [],
    };
    const stood = before.map(({ familyId: _f, programme: _p, withheld: _w, ...each }) => each);
    expect(await conversation(world, id)).toEqual({ ...shown, goals: stood });
    expect((await conversation(world, midway)).goals).toMatchObject([
      { id: goal, state: 'left', actions: [{ id: actionId, state: 'done' }] },
      { id: dropped, state: 'left' },
    ]);
    const { items, total } = await conversations(world, family);
    expect(total).toBe(2);
    expect(items).toEqual([shown, expect.objectContaining({ id: midway, conversation: 'midway' })]);
    expect(items[1]).not.toHaveProperty('goals');
    expect((await goals(world, family)).items[0]).toMatchObject({ state: 'left', actions: [{ state: 'done' }] });
  });

  it('is told by ids and counts, and again by the snapshot', async () => {
    const family = await familyH(world);
    const goalId = await said(world, family);
    const { id: actionId } = await addAction(world, goalId, act);
    const moves = [{ what: 'action' as const, goalId, actionId, state: 'done' as const }];
    const { id } = await record(world, family, { moves });
    const [told] = await events(world, family.familyId, 'conversation-recorded');
    expect(told?.data).toEqual({
      conversationId: id,
      familyId: family.familyId,
      programme: 'nyborg-familiestue',
      conversation: 'start',
      on: '2026-10-01',
      participants: 4,
      missing: 0,
      goals: 1,
      stands: [{ goalId, state: 'agreed', actions: 1, done: 1 }],
    });
    const again = await world.database.inTransaction(nyborg, (tx) => snapshotOf(tx, family.familyId));
    expect(again.filter(({ type }) => type.includes('conversation-recorded')).map(({ data }) => data)).toEqual([
      told?.data,
    ]);
  });

  it('stands encrypted, happens once for one Idempotency-Key, and is answered again only to whom it still would be', async () => {
    const family = await familyH(world);
    await said(world, family);
    const key = newId();
    const wish = {
      key,
      participants: [member(family.maja), contact],
      missing: [{ who: member(family.jonas), reason }],
    };
    const made = await record(world, family, wish);
    expect(await record(world, family, wish)).toEqual(made);
    expect((await conversations(world, family)).total).toBe(1);
    const [row] = await world.rows<{ text: string }>('SELECT c::text AS text FROM conversation c WHERE id = $1', [
      made.id,
    ]);
    for (const text of [reason, family.maja, 'Vi vil']) {
      expect(row?.text).not.toContain(text);
      expect(row?.text).not.toContain(Buffer.from(text).toString('hex'));
    }
    await barredFrom(world, { ...gitte, sub: 'kaj' }, family.maja);
    await expect(record(world, family, { ...wish, by: { ...gitte, sub: 'kaj' } })).rejects.toMatchObject({
      problem: 'relative-record',
    });
  });

  it('is refused while somebody who must attend is neither there nor missing with a reason, naming the field and the rule', async () => {
    const family = await familyH(world);
    const goal = await said(world, family);
    const alone = {
      participants: [member(family.maja)],
      missing: [],
      moves: [{ what: 'leave' as const, goalId: goal }],
    };
    await expect(record(world, family, alone)).rejects.toMatchObject({
      kind: 'rule',
      problem: 'conversation-incomplete',
      fields: [
        { field: 'missing', rule: 'required-participant' },
        { field: 'missing', rule: 'required-participant' },
      ],
    });
    // it told of the family, and took no effect: a look
    expect(await logged(world, family.maja)).toEqual([{ kind: 'look', act: 'conversation.record' }]);
    expect((await goals(world, family)).items).toMatchObject([{ state: 'agreed' }]);
    expect((await conversations(world, family)).total).toBe(0);
  });

  it.each<[string, (family: Family) => Parameters<typeof record>[2], string, string | null]>([
    ['held tomorrow', () => ({ heldOn: '2999-01-01' }), 'conversation-incomplete', 'heldOn'],
    ['that the programme has not', () => ({ conversation: 'tea' }), 'conversation-incomplete', 'conversation'],
    ['with nobody of the family', () => ({ participants: [member(newId()), contact] }), 'not-a-member', null],
    [
      'without somebody who is not of the family',
      () => ({ missing: [{ who: member(newId()), reason }] }),
      'not-a-member',
      null,
    ],
    [
      'that moves a goal which is nowhere',
      () => ({ moves: [{ what: 'leave', goalId: newId() }] }),
      'conversation-incomplete',
      'moves.0.goalId',
    ],
    ['of a family that is nowhere', () => ({ familyId: newId() }), 'family-unknown', null],
    ['by a partner', () => ({ by: trine }), 'family-unknown', null],
    ['by the triager', () => ({ by: vibeke }), 'family-unknown', null],
  ])('%s is refused', async (_, changes, problem, field) => {
    const family = await familyH(world);
    await expect(record(world, family, changes(family))).rejects.toMatchObject({
      kind: 'rule',
      problem,
      ...(field && { fields: [{ field }] }),
    });
    expect(await world.rows('SELECT id FROM conversation WHERE family_id = $1', [family.familyId])).toEqual([]);
  });

  it('moves no goal of another family, nor an action that its goal has not', async () => {
    const [family, other] = [await familyH(world), await familyH(world)];
    const theirs = await said(world, other);
    const [first, second] = [await said(world, family), await said(world, family)];
    const { id: actionId } = await addAction(world, first, act);
    await expect(record(world, family, { moves: [{ what: 'leave', goalId: theirs }] })).rejects.toMatchObject({
      fields: [{ field: 'moves.0.goalId', rule: 'unknown' }],
    });
    const moves = [{ what: 'action' as const, goalId: second, actionId, state: 'done' as const }];
    await expect(record(world, family, { moves })).rejects.toMatchObject({
      fields: [{ field: 'moves.0.actionId', rule: 'unknown' }],
    });
    // that a goal which is shown has no such action is told: a look
    expect(await logged(world, family.familyId)).toEqual([{ kind: 'look', act: 'conversation.record' }]);
  });
});

describe('who sees it', () => {
  const withheld = [{ category: 'plan', reason: 'no-basis' }];

  it.each<[string, Somebody, boolean]>([
    ['the leader of the group', gitte, true],
    ['the coordinator', frida, true],
    ['the contact pedagogue, from another area', kim, false],
    ['a partner', trine, false],
  ])('%s: %s', async (_, who, shown) => {
    const family = await familyH(world);
    const { id } = await record(world, family);
    const { items, total } = await conversations(world, family, who);
    expect(total).toBe(1);
    const frame = { id, familyId: family.familyId, programme: 'nyborg-familiestue' };
    const expected = shown ? expect.objectContaining({ heldOn: '2026-10-01', withheld: [] }) : { ...frame, withheld };
    expect(items).toEqual([expected]);
    expect(await conversation(world, id, who)).toEqual(expected);
    expect(await logged(world, family.familyId)).toEqual([{ kind: 'look', act: 'conversation.read' }]);
  });

  it('the contact pedagogue once everybody in the family is covered', async () => {
    const family = await familyH(world);
    const { id } = await record(world, family);
    const { maja, jonas, alma } = family;
    const terms = { purpose: 'contact-support' as const, toUnit: 'db-stjernen', categories: ['plan' as const] };
    await basis(world, family.familyId, [maja, alma], { ...terms, categories: [...terms.categories] });
    expect(await conversation(world, id, kim)).toMatchObject({ withheld });
    await basis(world, family.familyId, [jonas], { ...terms, categories: [...terms.categories] });
    expect(await conversation(world, id, kim)).toMatchObject({ goals: [], withheld: [] });
  });

  it('is held on each of the family', async () => {
    const family = await familyH(world);
    await record(world, family);
    const actor = await citizen(world, family.maja);
    const all = await as(actor, (someone) => new FindHoldings(world.looks, holdings).run(someone, family.maja));
    expect(all.map(({ category, count }) => [category, count])).toContainEqual(['plan', 1]);
  });

  it.each<[string, Somebody]>([
    ['the triager', vibeke],
    ['another unit’s leader of groups', { ...gitte, unit: 'another' }],
  ])('nothing is there for %s, nor of what is nowhere', async (_, who) => {
    const family = await familyH(world);
    const { id } = await record(world, family);
    for (const each of [id, newId()])
      await expect(conversation(world, each, who)).rejects.toMatchObject({ problem: 'not-found' });
  });
});
