import { Looks, noGround, standingBasesIn } from '@helhed/access';
import { newId, type DomainError } from '@helhed/kernel';
import { personIn } from '../../test/actors.js';
import { basis, takeBack, tellStructure } from '../../test/cases.js';
import { knowUnits, record as converse } from '../../test/conversations.js';
import { familyH, frida, tie, type Family, type Somebody } from '../../test/family-h.js';
import {
  accept,
  addAction,
  addOption,
  goals,
  leave,
  moveAction,
  offered,
  said,
  set,
  tellForm,
  words,
} from '../../test/plans.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { ReachFamily } from '../families/reach-family.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await knowUnits(world);
});
afterAll(() => world.stop());

/** Of the team, in another area than those that carry the case. */
const tom: Somebody = { ...personIn(nyborg, 'psychologist', 'ppr'), sub: 'tom' };
const group = { by: 'unit', unit: 'familiestuen', function: 'group-leader' } as const;

interface At {
  readonly world: World;
  readonly family: Family;
  readonly offered: string;
  readonly agreed: string;
  readonly left: string;
}
type Command = (at: At, goal: string) => Promise<unknown>;

const commands: [name: string, run: Command][] = [
  ['acceptance', ({ world: w, family }, goal) => accept(w, goal, words(family.maja), tom)],
  ['leaving', ({ world: w }, goal) => leave(w, goal, tom)],
  ['options', ({ world: w }, goal) => addOption(w, goal, 'Øve os.', tom)],
  ['actions', ({ world: w }, goal) => addAction(w, goal, { text: 'Øve os.', doer: group, dueOn: '2999-01-07' }, tom)],
  ['actions’ state', ({ world: w }, goal) => moveAction(w, goal, { actionId: newId(), state: 'done' }, tom)],
];

async function reached(): Promise<At> {
  const family = await familyH(world);
  await tie(world, family, 'team', tom);
  const at = { world, family, offered: await offered(world, family), agreed: await said(world, family) };
  const left = await said(world, family);
  await leave(world, left);
  return { ...at, left };
}

/** What lets the team know of the plan, and who is in the family. */
const tellPlan = ({ family: { familyId, maja, jonas, alma } }: At) =>
  basis(world, familyId, [maja, jonas, alma], {
    purpose: 'coordination',
    toUnit: 'ppr',
    categories: ['family-structure', 'plan'],
  });

const answerTo = (done: Promise<unknown>): Promise<unknown> =>
  done.then(
    () => 'done',
    ({ kind, problem, detail, fields }: DomainError) => ({ kind, problem, detail, fields }),
  );
const plan = async ({ family }: At) => (await goals(world, family)).items;
const kindOfLast = async () =>
  (await world.rows<{ kind: string }>('SELECT kind FROM helhed.access_log ORDER BY id DESC LIMIT 1'))[0]?.kind;
const last = async () => (await world.rows<{ id: string }>('SELECT max(id) AS id FROM helhed.access_log'))[0]?.id;

describe('a goal that may not be read (A-CMD-03)', () => {
  it.each(commands)('has its %s moved by nobody, and that tells not how it stands', async (_, run) => {
    const at = await reached();
    const [before, looked] = [await plan(at), await last()];
    const fixed = { kind: 'conflict', problem: 'goal-fixed' };
    for (const goal of [at.offered, at.agreed, at.left]) expect(await answerTo(run(at, goal))).toMatchObject(fixed);
    expect(await last()).toBe(looked);
    const told = await tellPlan(at);
    await takeBack(world, told);
    for (const goal of [at.offered, at.agreed, at.left]) expect(await answerTo(run(at, goal))).toMatchObject(fixed);
    expect(await plan(at)).toEqual(before);
  });

  it.each(commands)('has its %s moved once the plan was disclosed, as the goal’s own rules have it', async (_, run) => {
    const at = await reached();
    await tellPlan(at);
    const answers: unknown[] = [];
    for (const goal of [at.offered, at.agreed, at.left]) {
      const before = await last();
      const answer = await answerTo(run(at, goal));
      answers.push(answer);
      // a refusal tells how it stands: it is in the log, as what was done is
      expect(await last()).not.toBe(before);
      expect(await kindOfLast()).toBe(answer === 'done' ? 'command' : 'look');
    }
    expect(answers.some((answer) => answer === 'done' || (answer as DomainError).problem === 'action-unknown')).toBe(
      true,
    );
  });

  it('is let go in no conversation either', async () => {
    const at = await reached();
    const letGo = (goalId: string) =>
      answerTo(converse(world, at.family, { by: tom, moves: [{ what: 'leave', goalId }] }));
    await tellStructure(world, at.family, 'ppr');
    const stranger = await letGo(newId());
    const fields = [{ field: 'moves.0.goalId', rule: 'unknown' }];
    expect(stranger).toMatchObject({ problem: 'conversation-incomplete', fields });
    for (const goal of [at.agreed, at.left]) expect(await letGo(goal)).toEqual(stranger);
  });

  it('is offered by nobody: no work point is known', async () => {
    const at = await reached();
    const { familyId } = at.family;
    const offer = (workPointId: string) => answerTo(set(world, { from: 'work-point', familyId, workPointId }, tom));
    const point = (await plan(at)).find(({ id }) => id === at.offered)?.workPointId as string;
    const stranger = await offer(newId());
    expect(stranger).toMatchObject({ problem: 'work-point-unknown' });
    expect(await offer(point)).toEqual(stranger);
    const looked = await last();
    await tellPlan(at);
    expect(await offer(point)).toEqual(stranger);
    const told = await tellForm(world, at.family, { purpose: 'coordination', toUnit: 'ppr' });
    expect(await offer(point)).toBe('done');
    await takeBack(world, told);
    const offeredOnce = await last();
    expect(offeredOnce).not.toBe(looked);
    expect(await offer(point)).toEqual(stranger);
    expect(await last()).toBe(offeredOnce);
  });

  it('is offered by nobody to whom the registration is withheld, though the plan is shown', async () => {
    const at = await reached();
    const { familyId } = at.family;
    const point = (await plan(at)).find(({ id }) => id === at.offered)?.workPointId as string;
    const offer = (by: Somebody) => answerTo(set(world, { from: 'work-point', familyId, workPointId: point }, by));
    const withheld = await offer(frida);
    expect(withheld).toMatchObject({ kind: 'rule', problem: 'work-point-unknown' });
    await tellForm(world, at.family, { purpose: 'coordination', toUnit: 'familieafdelingen' });
    expect(await offer(frida)).toBe('done');
  });

  it('is offered once somebody can say whether its registration may still be read', async () => {
    const at = await reached();
    const { familyId } = at.family;
    const looks = new Looks(world.database, noGround, standingBasesIn('programme_copy'));
    const without = { ...world, looks, families: new ReachFamily(looks) };
    const point = (await plan(at)).find(({ id }) => id === at.offered)?.workPointId as string;
    const offer = (workPointId: string) => answerTo(set(without, { from: 'work-point', familyId, workPointId }));
    expect(await offer(point)).toMatchObject({ problem: 'consent-unavailable' });
    expect(await offer(newId())).toMatchObject({ problem: 'work-point-unknown' });
  });

  it('waits until somebody can say whether it may still be read', async () => {
    const at = await reached();
    const looks = new Looks(world.database, noGround, standingBasesIn('programme_copy'));
    const without = { ...at, world: { ...world, looks, families: new ReachFamily(looks) } };
    for (const [, run] of commands)
      expect(await answerTo(run(without, at.left))).toMatchObject({ problem: 'goal-fixed' });
    await tellPlan(at);
    for (const [, run] of commands)
      expect(await answerTo(run(without, at.left))).toMatchObject({ problem: 'consent-unavailable' });
    // what rests on no consent goes on
    expect(await answerTo(leave(without.world, at.offered))).toBe('done');
  });
});
