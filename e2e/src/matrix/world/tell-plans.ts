import { programme } from '../oracle/example-world.js';
import type { Conversation, Goal, Registration } from '../oracle/recorded.js';
import type { Person } from './cast.js';
import type { Made } from './make-family.js';
import type { Maker } from './maker.js';
import { madeOn } from './scenarios.js';

interface Plans {
  readonly registrations: readonly Registration[];
  readonly goals: readonly Goal[];
  readonly conversations: readonly Conversation[];
}

interface Page<T> {
  readonly items: readonly T[];
}

/** What the group's leader and the coordinator registered of the child while it was on its course, and what was offered to its parents of that. */
export async function tellPlans(maker: Maker, made: Made, leader: Person | undefined): Promise<Plans> {
  const { until, rows, plan = { registrations: 1, points: 1, goals: 1 } } = made.scenario;
  if (until === 'declined') return { registrations: [], goals: [], conversations: [] };
  const writers: Person[] = [...(leader ? [leader] : []), ...(rows === 'none' ? [] : ['frida' as const])];
  const registrations: Registration[] = [];
  for (const by of made.enrolments.length > 0 ? writers : [])
    for (let n = 0; n < plan.registrations; n++) registrations.push(await register(maker, made, by, plan.points));
  const [writer] = writers;
  const goals =
    writer && registrations.length > 0 && plan.goals > 0 ? await offer(maker, made, writer, plan.goals) : [];
  const conversations = await Promise.all(writers.slice(0, 1).map((by) => talk(maker, made, by)));
  return { registrations, goals, conversations };
}

async function register(maker: Maker, made: Made, by: Person, points: number): Promise<Registration> {
  const { id: family } = made.family;
  const child = made.persons['barn'] ?? '';
  const { id } = await maker.post<{ id: string }>(by, '/family-plan/v1/registrations', {
    familyId: family,
    personId: child,
    programme,
    filledOn: madeOn,
    answers: [{ field: 'strengths', said: 'Leger godt med de andre.' }],
    workPoints: Array.from({ length: points }, (_, index) => `Punkt ${index + 1}: at sige til, når det er for meget.`),
  });
  const [unit = ''] = maker.cast.as(by).asker.pairs?.[0]?.split(':') ?? [];
  return { id, family, child, unit };
}

async function talk(maker: Maker, { family, persons }: Made, by: Person): Promise<Conversation> {
  const parents = family.members.filter(({ role }) => role !== 'child').map(({ person }) => person);
  const { id } = await maker.post<{ id: string }>(by, '/family-plan/v1/conversations', {
    familyId: family.id,
    programme,
    conversation: 'start',
    heldOn: madeOn,
    participants: [...new Set([...parents, persons['barn'] ?? ''])].map((personId) => ({ by: 'member', personId })),
    missing: [{ who: { by: 'function', function: 'contact-pedagogue' }, reason: 'Var syg.' }],
  });
  return { id, family: family.id };
}

/** As many of the points as are wanted, and as the writer sees. */
async function offer(maker: Maker, { family }: Made, by: Person, wanted: number): Promise<Goal[]> {
  type Registered = { id: string; personId?: string; unit?: string; workPoints?: { id: string }[] };
  const path = `/family-plan/v1/families/${family.id}/registrations`;
  const { items } = await maker.get<Page<Registered>>(by, path);
  const points = items
    .flatMap(({ id: registration, personId: child = '', unit = '', workPoints = [] }) =>
      workPoints.map(({ id }) => ({ id, registration, child, unit })),
    )
    .slice(0, wanted);
  const goals: Goal[] = [];
  for (const point of points) {
    const wish = { from: 'work-point', familyId: family.id, workPointId: point.id };
    const { id } = await maker.post<{ id: string }>(by, '/family-plan/v1/goals', wish);
    goals.push({ id, family: family.id, point });
  }
  return goals;
}
