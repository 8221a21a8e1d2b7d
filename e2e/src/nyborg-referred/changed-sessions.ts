import { eventually } from '../story/api.js';
import { must } from '../story/must.js';
import { groupView, type Session } from './course.js';
import type { World } from './world.js';

type Listed = Session & { readonly cancelled: boolean };

/** An hour earlier on the same day. @returns it as it stands then */
export async function moveSession(world: World, group: string, session: Session): Promise<Session> {
  const { api, municipality } = world;
  const startTime = '15:00';
  await api.post(`/scheduling/v1/sessions/${session.id}:move`, {
    as: municipality.as('gitte'),
    ifMatch: await versionOf(world, group, session),
    body: { date: session.date, startTime },
  });
  const moved = (await sessionsOf(world, group)).find(({ id }) => id === session.id);
  must(moved?.startTime === startTime, 'the session stands where it was moved to', moved);
  return moved as Session;
}

/** Called off, and made up for a week after the last one. @returns the one that makes up for it */
export async function makeUpFor(world: World, group: string, session: Session): Promise<Session> {
  const { api, municipality } = world;
  const as = municipality.as('gitte');
  const path = `/scheduling/v1/sessions/${session.id}`;
  await api.post(`${path}:cancel`, { as, ifMatch: await versionOf(world, group, session) });
  const cancelled = (await sessionsOf(world, group)).find(({ id }) => id === session.id);
  must(cancelled?.cancelled === true, 'the session is called off', cancelled);
  const last = (await sessionsOf(world, group))
    .map(({ date }) => date)
    .toSorted()
    .at(-1) as string;
  const date = new Date(Date.parse(last) + 7 * 86_400_000).toISOString().slice(0, 10);
  const ifMatch = await versionOf(world, group, session);
  await api.post(`${path}:make-up`, { as, ifMatch, body: { date, startTime: session.startTime } });
  const isNew = (all: readonly Listed[]) => all.find((each) => each.date === date);
  const found = await eventually(
    'the session that makes up for it',
    () => sessionsOf(world, group),
    (all) => isNew(all) !== undefined,
  );
  return isNew(found) as Session;
}

async function sessionsOf(world: World, group: string): Promise<readonly Listed[]> {
  return ((await groupView(world, group)).course?.sessions ?? []) as readonly Listed[];
}

async function versionOf(world: World, group: string, { id }: Session): Promise<number> {
  return (await sessionsOf(world, group)).find((each) => each.id === id)?.version ?? 0;
}
