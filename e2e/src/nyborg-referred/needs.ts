import { eventually } from '../story/api.js';
import { must, mustEqual } from '../story/must.js';
import type { Session, Talk } from './course.js';
import { programme, type World } from './world.js';

interface Need {
  readonly id: string;
  readonly family: string | null;
  readonly kind: string;
  readonly state: string;
  readonly date: string;
  readonly people: number | null;
}

const needs = '/scheduling/v1/needs';

/** The family needs an interpreter at a session, or at its own conversation. @returns the need's id */
export async function nameInterpreter({ api, municipality }: World, at: string, family: string): Promise<string> {
  const body = { kind: 'interpreter', appointment: at, family, language: 'ar' };
  const as = municipality.as('gitte');
  const { body: named } = await eventually(
    'the family seated in the group',
    () => api.post<{ id: string }>(needs, { as, body, notYet: /resource-unknown/ }),
    ({ status }) => status === 201,
  );
  return named.id;
}

/**
 * What a course needs at its beginning: an interpreter at one family's start conversation, somebody who minds its children while
 * its parents are shown the place, and the dinner of a session.
 */
export async function needsOfCourse(
  world: World,
  sessions: readonly Session[],
  talks: readonly Talk[],
  families: readonly string[],
): Promise<void> {
  const first = sessions.find(({ kind }) => kind === 'session') as Session;
  const [family, other] = families as [string, string];
  await interpretStart(world, talks, family, other);
  await mindChildren(world, family, first.date);
  await orderDinner(world, first, families.length * 4);
}

/** Named at the conversation as it was placed, which is that family's and no other's; arranged under a number and nobody's name. */
async function interpretStart(world: World, talks: readonly Talk[], family: string, other: string): Promise<void> {
  const { api, municipality } = world;
  const start = talks.find((talk) => talk.conversation === 'start' && talk.familyId === family) as Talk;
  const wish = { kind: 'interpreter', appointment: start.id, language: 'ar' };
  await api.post(needs, { as: municipality.as('gitte'), body: { ...wish, family: other }, expect: 422 });
  await arrange(world, await nameInterpreter(world, start.id, family), 'TOLK-17');
  const listed = await needsAt(world, `appointment=${start.id}`);
  mustEqual(
    listed.map(({ kind, state, family: whose, date }) => [kind, state, whose, date]),
    [['interpreter', 'arranged', family, start.date]],
    'an interpreter arranged for the start conversation',
  );
}

/** The appointment is a room at a time, and no family's: whose children are minded says the need alone. */
async function mindChildren(world: World, family: string, date: string): Promise<void> {
  const { api, municipality } = world;
  const as = municipality.as('gitte');
  const made = async (path: string, body: object) => (await api.post<{ id: string }>(path, { as, body })).body.id;
  const room = await made('/scheduling/v1/rooms', { unit: 'familiestuen', name: 'Legerum' });
  const booking = await made('/scheduling/v1/bookings', { room, date, startTime: '13:00', minutes: 60 });
  const wish = { kind: 'child-minding', appointment: booking, children: 2, programme };
  await api.post(needs, { as, body: { ...wish, family: booking }, expect: 422 });
  await arrange(world, await made(needs, { ...wish, family }), 'PAS-3');
  const listed = await needsAt(world, `appointment=${booking}`);
  mustEqual(
    listed.map(({ kind, state, family: whose, people }) => [kind, state, whose, people]),
    [['child-minding', 'arranged', family, 2]],
    'somebody minds the family’s children',
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
