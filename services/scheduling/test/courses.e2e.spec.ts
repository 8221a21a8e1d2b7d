import { isHoliday, localDate, newId } from '@helhed/kernel';
import type { BookingView } from '../src/bookings/bookings.dto.js';
import { addDays, nextWeekday } from '../src/calendar/local-time.js';
import type { CourseView, PlaceCourse, SessionView } from '../src/courses/courses.dto.js';
import type { FeedView } from '../src/feeds/feeds.dto.js';
import type { GroupView } from '../src/groups/groups.dto.js';
import type { RoomView } from '../src/rooms/rooms.dto.js';
import type { StaffView } from '../src/staff/staff.dto.js';
import { Api } from './api.js';

interface Clashes {
  readonly type: string;
  readonly title: string;
  readonly details: { da: string; en: string };
  readonly reasons: { resource: string; date: string }[];
  readonly alternatives: PlaceCourse[];
}

const v1 = '/scheduling/v1';
/** A Thursday, and no holiday on the days that are asked for by name. */
const soon = ((): string => {
  let thursday = nextWeekday(addDays(localDate(new Date()), 7), 4);
  while ([0, 1, 7, 14].some((later) => isHoliday(addDays(thursday, later)))) thursday = addDays(thursday, 7);
  return thursday;
})();
const wish: PlaceCourse = { from: soon, weekday: 'thursday', startTime: '16:00' };

describe('a course, over HTTP', () => {
  let api: Api;
  let room: RoomView;
  let staff: StaffView[];
  let group: GroupView;
  let course: CourseView;

  beforeAll(async () => (api = await Api.start()), 180_000);
  afterAll(() => api?.stop());

  it('needs a room and staff', async () => {
    const made = await api.post<RoomView>(`${v1}/rooms`, { unit: 'familiestuen', name: 'Stuen' });
    expect([made.status, made.headers.get('etag')]).toEqual([201, expect.stringMatching(/^"1-/)]);
    expect(made.headers.get('location')).toBe(`${v1}/rooms/${made.body.id}`);
    expect((await api.get(`${v1}/rooms/${made.body.id}`)).body).toEqual(made.body);
    room = made.body;
    const people = ['Sanne', 'Karim'].map((name) =>
      api.post<StaffView>(`${v1}/staff`, { sub: newId(), unit: 'familiestuen', name }),
    );
    staff = (await Promise.all(people)).map(({ body }) => body);
  });

  it('needs a group, opened once for one key', async () => {
    const key = newId();
    const body = {
      programme: 'nyborg-familiestue',
      name: 'Torsdag',
      room: room.id,
      staff: staff.map(({ id }) => id),
      startsOn: soon,
    };
    const first = await api.post<GroupView>(`${v1}/groups`, body, { key });
    expect(first.status).toBe(201);
    expect((await api.post<GroupView>(`${v1}/groups`, body, { key })).body).toEqual(first.body);
    expect((await api.post(`${v1}/groups`, { ...body, name: 'Onsdag' }, { key })).status).toBe(422);
    group = first.body;
    expect(group.places).toHaveLength(6);
  });

  it('is refused with reasons and alternatives, in Danish and English, while the room is taken', async () => {
    const booking = await api.post<BookingView>(`${v1}/bookings`, {
      room: room.id,
      date: addDays(soon, 14),
      startTime: '18:00',
      minutes: 60,
    });
    expect(booking.status).toBe(201);
    const place = `${v1}/groups/${group.id}:place-course`;
    const refused = await api.post<Clashes>(place, wish, { version: 1, language: 'da' });
    expect([refused.status, refused.headers.get('content-type')]).toEqual([
      422,
      expect.stringContaining('application/problem+json'),
    ]);
    expect(refused.body).toMatchObject({
      type: '/scheduling/problems/course-clashes',
      title: 'Forløbet støder sammen med andet',
      reasons: [{ resource: 'room', date: addDays(soon, 14) }],
    });
    expect(refused.body.alternatives.length).toBeGreaterThan(0);
    expect((await api.post(`${v1}/bookings/${booking.body.id}:cancel`, undefined, { version: 1 })).status).toBe(200);
  });

  it('wants the version that was read', async () => {
    const place = `${v1}/groups/${group.id}:place-course`;
    expect((await api.post(place, wish)).status).toBe(428);
    expect((await api.post(place, wish, { version: 9 })).status).toBe(412);
    expect((await api.post(place, { ...wish, weekday: 'torsdag' }, { version: 1 })).body).toMatchObject({
      errors: [{ field: 'weekday' }],
    });
  });

  it('is placed: 13 sessions and 3 theme evenings', async () => {
    const placed = await api.post<CourseView>(`${v1}/groups/${group.id}:place-course`, wish, { version: 1 });
    expect(placed.status).toBe(200);
    course = placed.body;
    expect(course.sessions.map(({ kind }) => kind).filter((kind) => kind === 'session')).toHaveLength(13);
    expect(course.sessions).toHaveLength(16);
    expect((await api.get<GroupView>(`${v1}/groups/${group.id}`)).body.course).toEqual(course);
  });

  it('64 bookings of the room at once: one 201 and 63 409', async () => {
    const body = { room: room.id, date: addDays(soon, 1), startTime: '09:00', minutes: 60 };
    const answers = await Promise.all(Array.from({ length: 64 }, () => api.post(`${v1}/bookings`, body)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(63);
  });

  it('a session is held once it has begun by the clock of the municipality', async () => {
    const mark = () =>
      api.post<SessionView>(`${v1}/sessions/${course.sessions[0]!.id}:mark-held`, undefined, { version: 1 });
    expect((await mark()).body).toMatchObject({ type: '/scheduling/problems/session-not-begun' });
    const offsetMs = Date.parse(course.sessions[0]!.endsAt) - Date.now();
    const operator = { sub: '', name: '', token: api.platform.operator.token };
    const clock = `${v1}/operations/clock/${api.municipality.code}`;
    expect((await api.send('PUT', clock, { offsetMs }, { as: operator })).status).toBeLessThan(300);
    expect((await mark()).body).toMatchObject({ heldOn: soon, version: 2 });
    expect((await mark()).status).toBe(200);
  });

  it('is in a calendar that opens by its secret address alone', async () => {
    const feed = await api.post<FeedView>(`${v1}/feeds`, { for: 'staff', staff: staff[0]!.id });
    expect(feed.status).toBe(201);
    const file = await api.send('GET', feed.body.url!, undefined);
    expect([file.status, file.headers.get('content-type'), file.headers.get('cache-control')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'no-store',
    ]);
    expect(file.text.split('BEGIN:VEVENT')).toHaveLength(17);
    const guess = async (secret: string) => {
      const { status, body } = await api.send<object>('GET', `${v1}/feeds/${secret}.ics`, undefined);
      return { status, ...body, instance: '', traceId: '' };
    };
    const unknown = await guess(`${api.municipality.code}-${'x'.repeat(43)}`);
    expect(unknown.status).toBe(404);
    // one that cannot be a secret is answered alike
    for (const malformed of ['x', '0450-short', 'a.b', newId()]) expect(await guess(malformed)).toEqual(unknown);
  });

  it('is for who has the function, in the unit', async () => {
    const pedagogue = await api.municipality.person('db-solsikken:pedagogue');
    expect((await api.get(`${v1}/groups/${group.id}`, pedagogue)).status).toBe(403);
    expect((await api.send('GET', `${v1}/groups/${group.id}`, undefined)).status).toBe(401);
    const other = await api.platform.municipality();
    const foreign = await other.person('familiestuen:group-leader');
    expect((await api.get(`${v1}/groups/${group.id}`, foreign)).status).toBe(404);
    expect((await api.get(`${v1}/rooms`, foreign)).body).toEqual({ items: [], next: null, total: 0 });
  });

  it('has its routes in an OpenAPI 3.1 document', async () => {
    const document = await api.send<{ openapi: string; paths: Record<string, object> }>(
      'GET',
      '/scheduling/openapi.json',
      undefined,
    );
    expect(document.body.openapi).toBe('3.1.0');
    expect(Object.keys(document.body.paths)).toEqual(
      expect.arrayContaining([
        `${v1}/groups/{id}:place-course`,
        `${v1}/sessions/{id}:mark-held`,
        `${v1}/feeds/{secret}.ics`,
        `${v1}/bookings`,
      ]),
    );
  });
});
