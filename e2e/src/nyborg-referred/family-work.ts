import type { familyPlan } from '@helhed/client';
import { localDate } from '@helhed/kernel';
import { eventually, onceHeard } from '../story/api.js';
import { mustEqual } from '../story/must.js';
import { recordConsent } from './basis.js';
import { toContact } from './contact.js';
import type { Action } from './conversations.js';
import { dayCareAs } from './day-care.js';
import type { Referral } from './referrals.js';
import { programme, type World } from './world.js';

/** What the contact pedagogue may read of the family's goals, as the parents agreed. */
export interface WorkWithFamily {
  readonly familyId: string;
  readonly basis: string;
  /** What the parents do towards their goal. */
  readonly action: Action;
}

/** What the parents let the group's leader know of what the day care would work on: who may not read it offers no goal of it. */
const toLeader = {
  as: 'pia',
  layer: 'disclosure',
  purpose: 'course',
  categories: ['registration-form'],
  fromUnit: 'db-solsikken',
  toUnit: 'familiestuen',
} as const;

/** As both parents say the goal. */
export const inOwnWords = 'Vi vil øve at sige stop på en god måde.';

const points = ['At sige til, når legen bliver for vild.', 'At spise med ved fællesbordet.'];

/** What the group's leader offers them as something that they could do towards it: nobody's task. */
export const couldDo = 'Vi kan øve os med bamserne først.';

/**
 * The work with a family on its course: its contact pedagogue fills in the form with work points, which the parents let the
 * group's leader read and offer; the parents make one a goal in their own words, are offered what they could do, say what they do
 * towards it, leave the other, and let the pedagogue read it.
 */
export async function workWith(world: World, referral: Referral, at: Date): Promise<WorkWithFamily> {
  const { familyId } = referral;
  const on = localDate(at);
  const persons = (role: string) =>
    referral.members.filter((each) => each.role === role).map(({ personId }) => personId as string);
  const [child] = persons('child');
  await recordConsent(world, referral, on, toLeader);
  const offered: string[] = [];
  for (const workPointId of await register(world, familyId, child as string, on))
    offered.push(await offer(world, familyId, workPointId));
  const [wanted, left] = offered as [string, string];
  for (const personId of persons('parent')) await accept(world, wanted, personId, on);
  const leader = world.municipality.as('gitte');
  await world.api.post(`/family-plan/v1/goals/${left}:leave`, { as: leader });
  await world.api.post(`/family-plan/v1/goals/${wanted}:add-option`, { as: leader, body: { text: couldDo } });
  const action = await planAction(world, wanted, persons('parent')[0] as string, on);
  const basis = await recordConsent(world, referral, on, { ...toContact, categories: ['plan'] });
  return { familyId, basis, action };
}

/** The day care's pedagogue reads the goals through the day care's system: with her own token, exchanged for the system's. */
export async function goalsForPedagogue(world: World, id: string): Promise<readonly familyPlan.Goal[]> {
  return (await dayCareAs(world, 'pia').get('/family-plan/v1/families/{id}/goals', { path: { id } })).body.items;
}

/**
 * One goal in the words of both parents; the other was left. Beside each stands the day care's own point, while the course is
 * on: what its form says is the course's.
 */
export async function pedagogueReadsGoals(world: World, { familyId }: WorkWithFamily, inCourse = true): Promise<void> {
  const beside = inCourse ? points : points.map(() => undefined);
  const without = inCourse ? [] : ['registration-form'];
  const shown = (goals: readonly familyPlan.Goal[]) =>
    goals.every(({ withheld }) => withheld.every(({ category }) => without.includes(category)));
  const goals = await eventually('the goals shown to the pedagogue', () => goalsForPedagogue(world, familyId), shown);
  mustEqual(
    goals.map(({ state, words }) => `${state} in the words of ${words?.length}`).toSorted(),
    ['agreed in the words of 2', 'left in the words of 0'],
    'the goals as they were said',
  );
  mustEqual(
    goals.map(({ workPoint }) => workPoint?.point),
    beside,
    'beside them the day care’s own points, of the course',
  );
  mustEqual(
    goals.map(({ options }) => options?.map(({ text }) => text)),
    [[couldDo], []],
    'and what the parents were offered to do',
  );
}

/** From the answer to the withdrawal on: that there are goals, and why they are not shown. */
export async function pedagogueIsTold(world: World, { familyId }: WorkWithFamily): Promise<void> {
  const goals = await goalsForPedagogue(world, familyId);
  mustEqual(goals.length, points.length, 'that there are goals is told');
  for (const goal of goals)
    mustEqual(
      [goal.state, goal.words, goal.options, goal.workPoint, goal.withheld],
      [undefined, undefined, undefined, undefined, withdrawn],
      'the goals are withheld',
    );
}

const withdrawn = ['plan', 'registration-form'].map((category) => ({ category, reason: 'consent-withdrawn' }));

async function register(world: World, familyId: string, personId: string, filledOn: string): Promise<string[]> {
  const pia = dayCareAs(world, 'pia');
  const answers = [{ field: 'strengths', said: 'Trøster de andre børn.' }];
  const body = { familyId, personId, programme, filledOn, answers, workPoints: points };
  const fill = () => pia.post('/family-plan/v1/registrations', { body });
  await onceHeard('who is in the family known to the pedagogue', fill, [
    'not-a-member',
    'registration-withheld',
    'registration-outside-course',
  ]);
  const ofFamily = { path: { id: familyId } };
  const [form] = (await pia.get('/family-plan/v1/families/{id}/registrations', ofFamily)).body.items;
  const found = form?.workPoints ?? [];
  mustEqual(
    found.map(({ point }) => point),
    points,
    'the form has the work points as they were written',
  );
  return found.map(({ id }) => id);
}

async function offer({ api, municipality }: World, familyId: string, workPointId: string): Promise<string> {
  const as = municipality.as('gitte');
  const body = { from: 'work-point', familyId, workPointId };
  const ask = () => api.post<{ id: string }>('/family-plan/v1/goals', { as, body, notYet: /work-point-unknown/ });
  const offered = await eventually('the form shown to the leader', ask, ({ status }) => status === 201);
  return offered.body.id;
}

async function accept({ api, municipality }: World, goal: string, personId: string, saidOn: string): Promise<void> {
  const body = { personId, said: inOwnWords, saidOn };
  await api.post(`/family-plan/v1/goals/${goal}:accept`, { as: municipality.as('gitte'), body });
}

async function planAction(
  { api, municipality }: World,
  goalId: string,
  personId: string,
  dueOn: string,
): Promise<Action> {
  const body = { text: 'Siger stop højt sammen med barnet.', doer: { by: 'member', personId }, dueOn };
  const as = municipality.as('gitte');
  const { id: actionId } = (await api.post<{ id: string }>(`/family-plan/v1/goals/${goalId}:add-action`, { as, body }))
    .body;
  return { goalId, actionId };
}
