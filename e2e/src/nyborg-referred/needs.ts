import { eventually } from '../story/api.js';
import { must, mustEqual } from '../story/must.js';
import type { Session } from './course.js';
import { programme, type World } from './world.js';

interface Need {
  readonly id: string;
  readonly family: string | null;
  readonly kind: string;
  readonly state: string;
  readonly people: number | null;
}

const needs = '/scheduling/v1/needs';

/** The family needs an interpreter at a session. */
export async function nameInterpreter({ api, municipality }: World, session: string, family: string): Promise<void> {
  const body = { kind: 'interpreter', appointment: session, family, language: 'ar' };
  const as = municipality.as('gitte');
  await eventually(
    'the family seated in the group',
    () => api.post(needs, { as, body, notYet: /resource-unknown/ }),
    ({ status }) => status === 201,
  );
}

/** What a course needs at its beginning: an interpreter at one family's start conversation, and the dinner of a session. */
export async function needsOfCourse(world: World, sessions: readonly Session[], families: readonly string[]) {
  const first = sessions.find(({ kind }) => kind === 'session') as Session;
  await interpretStart(world, families[0] as string, first.date);
  await orderDinner(world, first, families.length * 4);
}

/** The conversation has a room; whose it is says the need alone, which is arranged under a number and nobody's name. */
async function interpretStart(world: World, family: string, date: string): Promise<void> {
  const { api, municipality } = world;
  const as = municipality.as('gitte');
  const made = async (path: string, body: object) => (await api.post<{ id: string }>(path, { as, body })).body.id;
  const room = await made('/scheduling/v1/rooms', { unit: 'familiestuen', name: 'Samtalerum' });
  const booking = await made('/scheduling/v1/bookings', { room, date, startTime: '13:00', minutes: 60 });
  const wish = { kind: 'interpreter', appointment: booking, language: 'ar', programme };
  await api.post(needs, { as, body: { ...wish, family: booking }, expect: 422 });
  const id = await made(needs, { ...wish, family });
  await arrange(world, id, 'TOLK-17');
  const listed = await needsAt(world, `appointment=${booking}`);
  mustEqual(
    listed.map(({ kind, state, family: whose }) => [kind, state, whose]),
    [['interpreter', 'arranged', family]],
    'an interpreter arranged for the start conversation',
  );
}

/** It is there by the definition, for all who come, and is ordered once. */
async function orderDinner(world: World, session: Session, persons: number): Promise<void> {
  const open = `appointment=${session.id}&state=open`;
  const [dinner, ...more] = await needsAt(world, open);
  must(dinner?.kind === 'meal' && more.length === 0, 'a session has its dinner, and nobody named it', [dinner, more]);
  mustEqual([dinner?.people, dinner?.family], [persons, null], 'counted by who comes, and of no family');
  await arrange(world, dinner?.id ?? '', 'MAD-1');
  await arrange(world, dinner?.id ?? '', 'MAD-2', 412);
  mustEqual(await needsAt(world, open), [], 'nothing is left to order');
}

const arrange = ({ api, municipality }: World, id: string, reference: string, expect = 200) =>
  api.post(`${needs}/${id}:arrange`, {
    as: municipality.as('gitte'),
    ifMatch: 1,
    body: { by: 'supplier', reference },
    expect,
  });

const needsAt = async ({ api, municipality }: World, query: string): Promise<readonly Need[]> =>
  (await api.get<{ items: Need[] }>(`${needs}?${query}`, { as: municipality.as('gitte') })).body.items;
