import type { Actor } from '@helhed/access';
import { newId } from '@helhed/kernel';
import type { Known } from '../../test/known.js';
import { came, placedCourse } from '../../test/placed-course.js';
import { recipientIn } from '../../test/members.js';
import type { World } from '../../test/world.js';
import { FindAttendance } from '../attendance/find-attendance.js';
import { RecordAttendance } from '../attendance/record-attendance.js';
import type { SessionView } from '../courses/courses.dto.js';
import { MarkHeld } from '../courses/mark-held.js';
import { CreateFeed } from '../feeds/create-feed.js';
import { FindFeeds } from '../feeds/find-feeds.js';
import { ReadFeed } from '../feeds/read-feed.js';
import type { GroupView } from './groups.dto.js';

type Course = Awaited<ReturnType<typeof placedCourse>>;

/** Placed with the course for each family. */
const conversations = 3;

describe('a family whose referral is closed', () => {
  let course: Course;
  let world: World;
  let known: Known;
  let group: GroupView;
  let sessions: readonly SessionView[];
  let family: string;
  beforeEach(async () => {
    course = await placedCourse();
    ({ world, known, group, sessions, family } = course);
  });
  afterEach(() => world.stop());

  const placeOf = async (actor: Actor) => {
    const { places } = await world.read(group, actor);
    const shown = (await world.read(group, world.lead)).places.findIndex(({ seat }) => seat?.familyId === family);
    return places[shown];
  };
  const note = () =>
    world.as(
      world.leader,
      () =>
        new RecordAttendance(world.database, world.looks).run(world.leader, {
          session: sessions[0]!.id,
          family,
          marks: [came(course.mother)],
        }),
      newId(),
    );
  const attendance = () =>
    world.as(world.leader, () =>
      new FindAttendance(world.looks, world.paging).ofFamily(world.leader, family, { limit: 50 }),
    );
  const booked = async () =>
    (
      await world.all<{ id: string }>(
        `SELECT DISTINCT appointment_id AS id FROM booking WHERE resource_id IN (
           SELECT person_id FROM enrolled_member WHERE family_id = $1)`,
        [family],
      )
    ).length;

  it('is reached by the leader of its group no more; who leads the programme sees it as before', async () => {
    await note();
    expect(await placeOf(world.leader)).toMatchObject({ seat: { familyId: family }, withheld: [] });
    await known.closed(family, 'another-programme');
    expect(await attendance()).toMatchObject({ total: 1 });
    await known.closed(family);
    const { id } = (await placeOf(world.lead))!;
    expect(await placeOf(world.leader)).toEqual({
      id,
      taken: true,
      withheld: [{ category: 'appointments', reason: 'no-basis' }],
    });
    expect(await placeOf(world.lead)).toMatchObject({ seat: { familyId: family, booked: true }, withheld: [] });
    await expect(attendance()).rejects.toMatchObject({ kind: 'not-found' });
    await expect(note()).rejects.toMatchObject({ problem: 'resource-unknown' });
  });

  it('comes to nothing that has not begun, and its place is nobody else’s', async () => {
    const [, second] = sessions;
    await world.setClock(sessions[0]!.endsAt);
    expect(await booked()).toBe(sessions.length + conversations);
    await known.closed(family);
    await known.closed(family);
    expect(await booked()).toBe(1);
    const place = (await world.read(group)).places.findIndex(({ taken }) => taken);
    await expect(world.assign(group, place, newId())).rejects.toMatchObject({ problem: 'place-taken' });
    await world.setClock(second!.endsAt);
    for (const { id, version } of [sessions[0]!, second!])
      await world.as(world.leader, () => new MarkHeld(world.database).run(world.leader, id, version));
    const held = (await world.events('session-held')).filter(({ order_key: key }) => key === family);
    expect(held.map(({ data }) => data['sessionId'])).toEqual([sessions[0]!.id]);
  });

  it('keeps in its calendar what it came to', async () => {
    const recipient = await recipientIn(world, family);
    await known.mayHaveFeed(family);
    const { url } = await world.as(world.leader, () =>
      new CreateFeed(world.database, world.looks, new FindFeeds(world.looks)).run(world.leader, {
        for: 'family',
        family,
        recipient,
      }),
    );
    const secret = /\/feeds\/(.+)\.ics$/.exec(url ?? '')?.[1] ?? '';
    const entries = async () =>
      (await world.as(world.stranger, () => new ReadFeed(world.database, world.looks).run(secret))).split(
        'BEGIN:VEVENT',
      ).length - 1;
    expect(await entries()).toBe(sessions.length + conversations);
    await world.setClock(sessions[1]!.endsAt);
    await known.closed(family);
    // two sessions, and the conversation between them
    expect(await entries()).toBe(3);
  });

  it('is not booked, though its enrolment is heard of later', async () => {
    const [late, home] = [newId(), newId()];
    const open = (await world.read(group)).places.findIndex(({ taken }) => !taken);
    await world.assign(group, open, late);
    await known.closed(late);
    await world.enrol(group, open, late, [{ personId: newId(), role: 'parent', households: [home] }]);
    expect(await world.all('SELECT FROM booking WHERE resource_id = $1', [home])).toEqual([]);
  });
});
