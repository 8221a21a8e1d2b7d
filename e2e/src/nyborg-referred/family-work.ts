import { localDate } from '@helhed/kernel';
import { eventually } from '../story/api.js';
import { mustEqual } from '../story/must.js';
import { recordConsent } from './basis.js';
import type { Action } from './conversations.js';
import type { Referral } from './referrals.js';
import { programme, type World } from './world.js';

/** What the contact pedagogue may read of the family's goals, as the parents agreed. */
export interface WorkWithFamily {
  readonly familyId: string;
  readonly basis: string;
  /** What the parents do towards their goal. */
  readonly action: Action;
}

interface Goal {
  readonly id: string;
  readonly state?: string;
  readonly words?: readonly { personId: string; said: string }[];
  readonly withheld: readonly { readonly category: string; readonly reason: string }[];
}

/** The first day on which the contact pedagogue follows the families no more, months after the first course has ended. */
const followedUntil = '2027-12-31';

/** What the parents let the contact pedagogue know. */
const toContact = {
  as: 'gitte',
  layer: 'disclosure',
  purpose: 'contact-support',
  fromUnit: 'familiestuen',
  toUnit: 'db-solsikken',
} as const;

/** As both parents say the goal. */
export const inOwnWords = 'Vi vil øve at sige stop på en god måde.';

const points = ['At sige til, når legen bliver for vild.', 'At spise med ved fællesbordet.'];

/**
 * What comes of a family's first session: its contact pedagogue is tied to it, is let know who is in it, fills in the form with work points, the group
 * leader offers these, the parents make one a goal in their own words, say what they do towards it and leave the other, and let
 * the pedagogue read it.
 */
export async function workWith(world: World, referral: Referral, at: Date): Promise<WorkWithFamily> {
  const { familyId } = referral;
  const on = localDate(at);
  await tieContact(world, familyId, on);
  await recordConsent(world, referral, on, { ...toContact, categories: ['family-structure'] });
  const persons = (role: string) =>
    referral.members.filter((each) => each.role === role).map(({ personId }) => personId as string);
  const [child] = persons('child');
  const offered: string[] = [];
  for (const workPointId of await register(world, familyId, child as string, on))
    offered.push(await offer(world, familyId, workPointId));
  const [wanted, left] = offered as [string, string];
  for (const personId of persons('parent')) await accept(world, wanted, personId, on);
  const leader = world.municipality.as('gitte');
  await world.api.post(`/family-plan/v1/goals/${left}:leave`, { as: leader });
  const action = await planAction(world, wanted, persons('parent')[0] as string, on);
  const basis = await recordConsent(world, referral, on, { ...toContact, categories: ['plan'] });
  return { familyId, basis, action };
}

/** The day care's pedagogue reads the goals through the day care's system: with her own token, exchanged for the system's. */
export async function goalsForPedagogue({ api, municipality }: World, familyId: string): Promise<readonly Goal[]> {
  const path = `/family-plan/v1/families/${familyId}/goals`;
  return (await api.get<{ items: Goal[] }>(path, { as: municipality.as('pia@dagtilbud-system') })).body.items;
}

/** One goal in the words of both parents; the other was left. */
export async function pedagogueReadsGoals(world: World, { familyId }: WorkWithFamily): Promise<void> {
  const shown = (goals: readonly Goal[]) => goals.every(({ withheld }) => withheld.length === 0);
  const goals = await eventually('the goals shown to the pedagogue', () => goalsForPedagogue(world, familyId), shown);
  mustEqual(
    goals.map(({ state, words }) => `${state} in the words of ${words?.length}`).toSorted(),
    ['agreed in the words of 2', 'left in the words of 0'],
    'the goals as they were said',
  );
}

/** Once the follow-up is over, the family is not there for the pedagogue, though the parents' consent still runs. */
export async function pedagogueIsDone({ api, municipality }: World, { familyId }: WorkWithFamily): Promise<void> {
  const path = `/family-plan/v1/families/${familyId}/goals`;
  await api.get(path, { as: municipality.as('pia@dagtilbud-system'), expect: 404 });
}

/** From the answer to the withdrawal on: that there are goals, and why they are not shown. */
export async function pedagogueIsTold(world: World, { familyId }: WorkWithFamily): Promise<void> {
  for (const { id: _id, ...goal } of await goalsForPedagogue(world, familyId))
    mustEqual([goal.state, goal.words, goal.withheld], [undefined, undefined, withdrawn], 'the goals are withheld');
}

const withdrawn = [{ category: 'plan', reason: 'consent-withdrawn' }];

/** Pia is its contact pedagogue from a day on. */
export async function tieContact({ api, municipality }: World, familyId: string, from: string): Promise<void> {
  const sub = municipality.subjects['pia'];
  const ofWhom = { kind: 'contact', unit: 'db-solsikken', function: 'pedagogue', sub };
  const body = { familyId, programme, from, to: followedUntil, ...ofWhom };
  await api.post('/family-plan/v1/relations', { as: municipality.as('vibeke'), body });
}

async function register(
  { api, municipality }: World,
  familyId: string,
  personId: string,
  filledOn: string,
): Promise<string[]> {
  const as = municipality.as('pia');
  const answers = [{ field: 'strengths', said: 'Trøster de andre børn.' }];
  const body = { familyId, personId, programme, filledOn, answers, workPoints: points };
  const fill = () => api.post('/family-plan/v1/registrations', { as, body, notYet: /not-a-member/ });
  await eventually('who is in the family known to the pedagogue', fill, ({ status }) => status === 201);
  const path = `/family-plan/v1/families/${familyId}/registrations`;
  const { body: page } = await api.get<{ items: { workPoints?: { id: string; point: string }[] }[] }>(path, { as });
  const found = page.items[0]?.workPoints ?? [];
  mustEqual(
    found.map(({ point }) => point),
    points,
    'the form has the work points as they were written',
  );
  return found.map(({ id }) => id);
}

async function offer({ api, municipality }: World, familyId: string, workPointId: string): Promise<string> {
  const body = { from: 'work-point', familyId, workPointId };
  return (await api.post<{ id: string }>('/family-plan/v1/goals', { as: municipality.as('gitte'), body })).body.id;
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
