import type { Actor } from '@helhed/access';
import { newId } from '@helhed/kernel';
import { Known } from '../../test/known.js';
import { custodyOf, recipientIn } from '../../test/members.js';
import { World } from '../../test/world.js';
import { PlaceCourse } from '../courses/place-course.js';
import type { SessionView } from '../courses/courses.dto.js';
import { CreateFeed } from '../feeds/create-feed.js';
import { FindFeeds } from '../feeds/find-feeds.js';
import { ReadFeed } from '../feeds/read-feed.js';
import { RotateFeed } from '../feeds/rotate-feed.js';
import type { GroupView } from '../groups/groups.dto.js';
import { ReadInvitation } from '../invitations/read-invitation.js';

const wish = { from: '2026-10-01', weekday: 'thursday', startTime: '16:00' } as const;
const notFound = { problem: 'not-found' };

describe('a family that was erased', () => {
  let world: World;
  let known: Known;
  let group: GroupView;
  let sessions: SessionView[];
  beforeAll(async () => {
    world = await World.make();
    known = new Known(world);
    group = await world.group();
    const place = new PlaceCourse(world.database);
    ({ sessions } = await world.as(world.leader, () => place.run(world.leader, group.id, group.version, wish)));
  });
  afterAll(() => world.stop());

  const create = async (actor: Actor, family: string, given?: string) => {
    const recipient = given ?? (await recipientIn(world, family));
    const feed = { for: 'family', family, recipient } as const;
    return world.as(actor, () =>
      new CreateFeed(world.database, world.looks, new FindFeeds(world.looks)).run(actor, feed),
    );
  };
  const subscribe = (url: string | null) =>
    world.as(world.stranger, () =>
      new ReadFeed(world.database, world.looks).run(/\/feeds\/(.+)\.ics$/.exec(url ?? '')?.[1] ?? ''),
    );
  const events = (file: string) => file.split('BEGIN:VEVENT').length - 1;
  const invite = async (actor: Actor, family: string) => {
    const recipient = await recipientIn(world, family);
    return world.as(actor, () => new ReadInvitation(world.looks).run(actor, sessions[0]!.id, { family, recipient }));
  };
  const bookings = async (ids: readonly string[]) =>
    (await world.all('SELECT FROM booking WHERE resource_id = ANY($1)', [ids])).length;

  it('has no feed made and none found; the calendar that somebody subscribes to is empty', async () => {
    const { familyId } = await world.seat(group, 0);
    await known.mayHaveFeed(familyId);
    const feed = await create(world.leader, familyId);
    expect(events(await subscribe(feed.url))).toBe(19);
    expect(events(await invite(world.leader, familyId))).toBe(1);
    await known.erased(familyId);
    for (const actor of [world.leader, world.lead]) {
      await expect(create(actor, familyId)).rejects.toMatchObject({ problem: 'resource-unknown' });
      const find = world.as(actor, () => new FindFeeds(world.looks).get(actor, feed.id));
      await expect(find).rejects.toMatchObject(notFound);
      const rotate = world.as(actor, () => new RotateFeed(world.database, world.looks).run(actor, feed.id, 1));
      await expect(rotate).rejects.toMatchObject(notFound);
      await expect(invite(actor, familyId)).rejects.toMatchObject(notFound);
    }
    expect(events(await subscribe(feed.url))).toBe(0);
  });

  it('has no seat, nobody in it and nothing in a calendar; its place can be taken', async () => {
    const { familyId, households } = await world.seat(group, 1);
    const members = await known.membersOf(familyId);
    await world.referred(familyId, members);
    expect(await bookings([...members, ...households])).toBeGreaterThan(0);
    await known.erased(familyId);
    expect(await bookings([...members, ...households])).toBe(0);
    const held = await world.all(
      `SELECT FROM seat WHERE family_id = $1 UNION ALL SELECT FROM enrolled_member WHERE family_id = $1
       UNION ALL SELECT FROM family_heads WHERE family_id = $1
       UNION ALL SELECT FROM referred_family WHERE family_id = $1 AND persons <> '{}'`,
      [familyId],
    );
    expect(held).toEqual([]);
    const { familyId: next } = await world.seat(group, 1);
    expect((await world.read(group)).places[1]).toMatchObject({ taken: true, seat: { familyId: next } });
  });

  it('leaves the calendar of those who are in another family too', async () => {
    const shared = newId();
    const member = (personId: string, home: string) => ({ personId, role: 'parent' as const, households: [home] });
    const [gone, stays] = [newId(), newId()];
    const one = await world.seat(group, 2, { members: [member(shared, gone), member(newId(), gone)] });
    await world.seat(group, 3, { members: [member(shared, stays)] });
    const before = await bookings([shared]);
    await known.erased(one.familyId);
    // but for the erased family's own conversations
    expect([await bookings([shared]), await bookings([gone]), before > 3]).toEqual([before - 3, 0, true]);
    expect(await bookings([stays])).toBe(sessions.filter(({ kind }) => kind === 'session').length);
  });

  it('that is seated late keeps its place, and nobody sees whose it is', async () => {
    const familyId = newId();
    await known.erased(familyId);
    await world.assign(group, 4, familyId);
    const place = (await world.read(group)).places[4];
    expect(place).toEqual({
      id: group.places[4]!.id,
      taken: true,
      withheld: [{ category: 'appointments', reason: 'no-basis' }],
    });
    await expect(create(world.leader, familyId)).rejects.toMatchObject({ problem: 'resource-unknown' });
  });

  it('is there again, once, when family-plan was restored from before', async () => {
    const [familyId, person, child] = [newId(), newId(), newId()];
    await world.referred(familyId, [person, child]);
    for (const _ of [1, 2]) await known.erased(familyId);
    await expect(create(world.lead, familyId)).rejects.toMatchObject({ problem: 'resource-unknown' });
    await known.restored(familyId);
    // family-plan tells anew who is in it, and who holds custody
    await world.referred(familyId, [person, child]);
    await custodyOf(world, familyId, child, person);
    expect(await create(world.lead, familyId, person)).toMatchObject({ subject: familyId, recipient: person });
  });
});
