import { must, mustEqual } from '../story/must.js';
import { eventually } from '../story/api.js';
import { leaderOf } from './leaders.js';
import { programme, type World } from './world.js';

export interface Session {
  readonly id: string;
  readonly kind: 'session' | 'theme-evening';
  readonly date: string;
  readonly startTime: string;
  readonly minutes: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly version: number;
}

/** A conversation with one family, as it was placed. */
export interface Talk {
  readonly id: string;
  readonly kind: 'conversation';
  readonly conversation: string;
  readonly familyId: string;
  readonly date: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly version: number;
}

interface Seat {
  readonly familyId: string;
  readonly booked: boolean;
  readonly conversations: readonly (Omit<Talk, 'kind' | 'familyId'> & {
    readonly heldOn: string | null;
    readonly cancelled: boolean;
  })[];
}

export interface Group {
  readonly id: string;
  readonly version: number;
  readonly places: readonly { id: string; seat: Seat | null }[];
  readonly heads: { readonly families: number; readonly unknown: number; readonly bands: readonly { heads: number }[] };
  readonly course: { readonly sessions: readonly Session[] } | null;
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday'] as const;

/** A group with a room and two group leaders of its own: its places are opened for the referral service to assign. */
export async function openGroup({ api, municipality }: World, number: number, startsOn: string): Promise<Group> {
  const as = municipality.as('gitte');
  const named = async (path: string, body: object) =>
    (await api.post<{ id: string }>(`/scheduling/v1/${path}`, { as, body })).body.id;
  const room = await named('rooms', { unit: 'familiestuen', name: `Stue ${number}` });
  const staff = [];
  for (const name of ['Anna', 'Bente']) {
    const sub = (name === 'Anna' && municipality.subjects[leaderOf(number)]) || `story-${name}-${number}`;
    staff.push(await named('staff', { sub, unit: 'familiestuen', name: `${name} Prøve` }));
  }
  const body = { programme, name: `Gruppe ${number}`, room, staff, startsOn };
  const { body: group } = await eventually(
    'the programme known to scheduling',
    () => api.post<Group>('/scheduling/v1/groups', { as, body, notYet: /programme-unknown/ }),
    ({ status }) => status === 201,
  );
  mustEqual(group.places.length, 6, 'a group opens six places');
  return group;
}

export const groupView = async ({ api, municipality }: World, id: string): Promise<Group> =>
  (await api.get<Group>(`/scheduling/v1/groups/${id}`, { as: municipality.as('gitte') })).body;

export const seated = (world: World, id: string, families: number): Promise<Group> =>
  eventually(
    `${families} families seated`,
    () => groupView(world, id),
    (group) => group.places.filter((place) => place.seat).length === families,
  );

/** Places the whole course in one act and looks at it: its shape, its times, no holiday. */
export async function placeCourse(world: World, id: string, from: string): Promise<readonly Session[]> {
  const { api, municipality } = world;
  const { version } = await groupView(world, id);
  const body = { from, weekday: weekdays[Number(from.slice(-2)) % 4], startTime: '16:00' };
  await api.post(`/scheduling/v1/groups/${id}:place-course`, { as: municipality.as('gitte'), ifMatch: version, body });
  const booked = ({ places }: Group) => places.every(({ seat }) => seat?.booked ?? true);
  const placed = await eventually("the course in every family's calendar", () => groupView(world, id), booked);
  const sessions = placed.course?.sessions ?? [];
  const { families, unknown, bands } = placed.heads;
  const seats = placed.places.filter(({ seat }) => seat).length;
  const heads = bands.reduce((sum, band) => sum + band.heads, 0);
  mustEqual([families, unknown, heads], [seats, 0, seats * 4], 'everybody counted by age for the dinner');
  const [regular, evenings] = ['session', 'theme-evening'].map((kind) =>
    sessions.filter((session) => session.kind === kind),
  );
  mustEqual([regular?.length, evenings?.length], [13, 3], '13 sessions and 3 theme evenings');
  for (const session of regular ?? [])
    mustEqual([session.startTime, session.minutes], ['16:00', 180], 'three hours in the late afternoon');
  const off = [
    '2027-03-25',
    '2027-03-26',
    '2027-03-28',
    '2027-03-29',
    '2027-05-06',
    '2027-05-16',
    '2027-05-17',
    '2027-12-24',
    '2027-12-25',
    '2027-12-26',
  ];
  must(
    sessions.every((session) => !off.includes(session.date)),
    'no session on a holiday',
    sessions.map((s) => s.date),
  );
  const spans = sessions.map((s) => [s.startsAt, s.endsAt] as const).toSorted(([a], [b]) => a.localeCompare(b));
  must(
    spans.every(([start], i) => i === 0 || start >= (spans[i - 1]?.[1] as string)),
    'no two of a course at once',
  );
  return sessions;
}

/** The conversations that a group's families are to have. */
export async function talksOf(world: World, id: string): Promise<readonly Talk[]> {
  const { places } = await groupView(world, id);
  return places.flatMap(({ seat }) =>
    (seat?.conversations ?? [])
      .filter(({ heldOn, cancelled }) => heldOn === null && !cancelled)
      .map((each) => ({ ...each, kind: 'conversation' as const, familyId: seat?.familyId ?? '' })),
  );
}

/** As many as the definition has for each family, at times when neither the group nor another family is there. */
export async function placedTalks(world: World, id: string, sessions: readonly Session[]): Promise<readonly Talk[]> {
  const talks = await talksOf(world, id);
  const families = (await groupView(world, id)).places.filter(({ seat }) => seat).length;
  mustEqual(talks.length, 3 * families, 'three conversations with each family');
  const spans = [...sessions, ...talks]
    .map((each) => [each.startsAt, each.endsAt] as const)
    .toSorted(([a], [b]) => a.localeCompare(b));
  must(
    spans.every(([start], i) => i === 0 || start >= (spans[i - 1]?.[1] as string)),
    'no conversation beside another or a session',
  );
  return talks;
}

export const markTalkHeld = ({ api, municipality }: World, { id, version }: Talk): Promise<unknown> =>
  api.post(`/scheduling/v1/conversations/${id}:mark-held`, { as: municipality.as('gitte'), ifMatch: version });

export async function markHeld({ api, municipality }: World, session: Session): Promise<void> {
  await api.post(`/scheduling/v1/sessions/${session.id}:mark-held`, {
    as: municipality.as('gitte'),
    ifMatch: session.version,
  });
}

/** The calendar of one person of the family, by its secret address: the course, and no name. */
export async function readFeed(
  { api, municipality }: World,
  family: string,
  recipient: string,
): Promise<{ url: string; sessions: number }> {
  const ask = { as: municipality.as('gitte'), body: { for: 'family', family, recipient } };
  // where an answer was lost, its repeat tells no secret: a new address is asked for
  const { body } = await eventually(
    'an address for a calendar',
    () => api.post<{ url: string }>('/scheduling/v1/feeds', ask),
    (answer) => answer.body.url !== null,
  );
  const calendar = await api.get<string>(body.url, { accept: 'text/calendar' });
  must(
    calendar.body.includes('BEGIN:VCALENDAR') && calendar.body.includes('Europe/Copenhagen'),
    'a calendar in Danish time',
  );
  must(!/Prøve|Gruppe/.test(calendar.body), 'a calendar names no family and no group');
  await api.get(`${body.url.slice(0, -8)}AAAA.ics`, { accept: 'text/calendar', expect: 404 });
  return { url: body.url, sessions: calendar.body.split('BEGIN:VEVENT').length - 1 };
}
