import { eventually } from '../story/api.js';
import { mustEqual } from '../story/must.js';
import { dayCareItself } from './day-care.js';
import { referralOf } from './families.js';
import type { Fate } from './plan.js';
import type { World } from './world.js';

export interface Referral {
  readonly id: string;
  readonly familyId: string;
  readonly state: string;
  readonly version: number;
  readonly members: readonly { id: string; role: string; personId?: string }[];
  readonly triage: { suggestion: string; rules: readonly { rule: string; outcome: string }[] };
  readonly place: { groupId: string } | null;
  readonly enrolment: { id: string } | null;
}

export const view = async ({ api, municipality }: World, id: string): Promise<Referral> =>
  (await api.get<Referral>(`/referral/v1/referrals/${id}`, { as: municipality.as('vibeke') })).body;

/** Sends a referral, twice now and then: the same submission is one referral. */
export async function refer(
  world: World,
  family: number,
  fate: Fate,
  at: Date,
  seed: number,
): Promise<{ id: string; familyId: string }> {
  const system = dayCareItself(world);
  const body = referralOf(family, fate, at, seed);
  const idempotencyKey = `story-${seed}-${family}`;
  const { body: first } = await system.post('/referral/v1/referrals', { body, idempotencyKey });
  if (family % 5 === 0) {
    const { body: again } = await system.post('/referral/v1/referrals', { body, idempotencyKey });
    mustEqual(again.id, first.id, 'the same key and body is the same referral');
    const { body: own } = await system.post('/referral/v1/referrals', { body });
    mustEqual(own.id, first.id, 'the same number of the sender is the same referral');
  }
  return { id: first.id, familyId: first.familyId };
}

/** Persons are found or made by family-plan; from then on the referral holds ids only. */
export const matched = (world: World, id: string): Promise<Referral> =>
  eventually(
    'persons matched',
    () => view(world, id),
    (referral) => referral.members.every((member) => member.personId),
  );

/** One step of the triage; a repeat of a try that got no answer is looked up instead of done again. */
export async function step(
  world: World,
  id: string,
  command: string,
  body: unknown,
  reached: readonly string[],
): Promise<Referral> {
  const before = await view(world, id);
  const path = `/referral/v1/referrals/${id}:${command}`;
  await world.api.post(path, { as: world.municipality.as('vibeke'), ifMatch: before.version, body });
  const after = await view(world, id);
  if (!reached.includes(after.state)) mustEqual(after.state, reached, `:${command} reaches its state`);
  return after;
}
