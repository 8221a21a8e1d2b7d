import type { Actor } from '@helhed/access';
import { newId } from '@helhed/kernel';
import { Known } from '../../test/known.js';
import { custodyOf, enrolledIn, recipientIn } from '../../test/members.js';
import { World } from '../../test/world.js';
import { PlaceCourse } from '../courses/place-course.js';
import type { SessionView } from '../courses/courses.dto.js';
import type { GroupView } from '../groups/groups.dto.js';
import { ReadInvitation } from '../invitations/read-invitation.js';
import { CreateFeed } from './create-feed.js';
import { FindFeeds } from './find-feeds.js';
import { ReadFeed } from './read-feed.js';

const wish = { from: '2026-10-01', weekday: 'thursday', startTime: '16:00' } as const;
const withheld = (reason: string) => ({ withheld: [{ category: 'appointments', reason }] });

describe('what is shown of a family in the calendar', () => {
  let world: World;
  let known: Known;
  let group: GroupView;
  let sessions: SessionView[];
  let [maja, noor]: string[] = [];
  let [leader, otherLead, coordinator, stranger]: Actor[] = [];
  beforeAll(async () => {
    world = await World.make();
    known = new Known(world);
    group = await world.group();
    [maja, noor] = [(await world.seat(group, 0)).familyId, (await world.seat(group, 1)).familyId];
    const place = new PlaceCourse(world.database);
    ({ sessions } = await world.as(world.leader, () => place.run(world.leader, group.id, group.version, wish)));
    leader = world.person('familiestuen', 'group-leader');
    otherLead = world.person('elsewhere', 'programme-lead');
    coordinator = world.person('familieafdelingen', 'family-coordinator');
    stranger = world.person('anden-familiestue', 'group-leader');
    await known.coordinator(coordinator.sub, maja);
  });
  afterAll(() => world.stop());

  const places = async (actor: Actor) => (await world.read(group, actor)).places;
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
  const logged = async () => (await world.all('SELECT * FROM helhed.access_log ORDER BY id DESC LIMIT 1'))[0] as object;

  it('is each seat of a group for whoever leads it or the programme; nobody’s for others', async () => {
    for (const actor of [leader!, otherLead!]) {
      const [first, second, third] = await places(actor);
      expect(first).toMatchObject({ taken: true, seat: { familyId: maja, booked: true }, withheld: [] });
      expect(second).toMatchObject({ taken: true, seat: { familyId: noor } });
      expect(third).toEqual({ id: expect.any(String), taken: false, seat: null, withheld: [] });
    }
    expect(await logged()).toMatchObject({ purposes: ['programme-management'], categories: ['appointments'] });
    await expect(places(stranger!)).rejects.toMatchObject({ problem: 'not-found' });
  });

  it('is not one’s own or a relative’s seat: that it is taken is told, and the group is read', async () => {
    for (const [kind, reason] of [
      ['own-person', 'own-record'],
      ['relative', 'relative-record'],
    ] as const) {
      const actor = world.person('familiestuen', 'group-leader');
      await known.employee(actor.sub, (await known.membersOf(maja!))[0]!, kind);
      const [first, second] = await places(actor);
      expect(first).toEqual({ id: group.places[0]!.id, taken: true, ...withheld(reason) });
      expect(second).toMatchObject({ seat: { familyId: noor }, withheld: [] });
      expect(JSON.stringify(await logged())).not.toContain(maja!);
      await expect(create(actor, maja!)).rejects.toMatchObject({ problem: reason, kind: 'forbidden' });
      await expect(invite(actor, maja!)).rejects.toMatchObject({ problem: reason });
      expect(await logged()).toMatchObject({ refused: true, act: 'invitation.read' });
    }
  });

  it('is a feed made by whoever reaches the family; unknown and out of reach are one answer', async () => {
    for (const actor of [leader!, otherLead!, coordinator!])
      expect(await create(actor, maja!)).toMatchObject({ subject: maja });
    const refusals = await Promise.all(
      [create(stranger!, maja!), create(coordinator!, noor!), create(leader!, newId())].map((made) =>
        made.catch((error: unknown) => error),
      ),
    );
    for (const refused of refusals) expect(refused).toMatchObject({ problem: 'resource-unknown', kind: 'rule' });
    expect(new Set(refusals.map(String)).size).toBe(1);
  });

  it('is a feed made before there is a seat, by whoever leads the programme that the family is referred to', async () => {
    const [family, person, child] = [newId(), newId(), newId()];
    await world.referred(family, [person, child]);
    await custodyOf(world, family, child, person);
    const { url } = await create(otherLead!, family, person);
    expect(events(await subscribe(url))).toBe(0);
    await expect(create(leader!, family)).rejects.toMatchObject({ problem: 'resource-unknown' });
    const relative = world.person('elsewhere', 'programme-lead');
    await known.employee(relative.sub, person, 'relative');
    await expect(create(relative, family)).rejects.toMatchObject({ problem: 'relative-record' });
  });

  it('is in a feed by a processing consent of everybody whom its recipient is told of, and gone when it is withdrawn', async () => {
    const { url } = await create(leader!, maja!);
    const persons = [await recipientIn(world, maja!), ...(await enrolledIn(world, maja!, 'child'))];
    expect(events(await subscribe(url))).toBe(0);
    await known.mayHaveFeed(maja!, { persons: persons.slice(1) });
    await known.mayHaveFeed(maja!, { persons: persons.slice(0, 1), toUnit: 'anden-familiestue' });
    await known.mayHaveFeed(maja!, { persons: persons.slice(0, 1), purpose: 'course' });
    await known.mayHaveFeed(maja!, { persons: persons.slice(0, 1), layer: 'disclosure' });
    expect(events(await subscribe(url))).toBe(0);
    expect(await logged()).toMatchObject({ act: 'feed.subscribe', subjects: [maja], categories: [] });
    const basis = await known.mayHaveFeed(maja!, { persons: persons.slice(0, 1) });
    expect(events(await subscribe(url))).toBe(19);
    const said = (await logged()) as { bases: string[]; subjects: string[] };
    expect(said).toMatchObject({ purposes: ['calendar-feed'], categories: ['appointments'] });
    expect(said.bases).toContain(basis);
    expect(new Set(said.subjects)).toEqual(new Set([maja, ...persons]));
    await known.withdraw(basis, maja!);
    expect(await subscribe(url)).toContain('END:VTIMEZONE\r\nEND:VCALENDAR');
    expect(events(await subscribe(url))).toBe(0);
  });

  it('is an invitation for who leads, and for the coordinator within the group’s area; outside, it is empty', async () => {
    for (const actor of [leader!, otherLead!]) expect(events(await invite(actor, maja!))).toBe(1);
    expect(events(await invite(coordinator!, maja!))).toBe(0);
    for (const unit of ['familiestuen', 'familieafdelingen']) await known.insideParent(unit, 'boern-og-unge');
    expect(events(await invite(coordinator!, maja!))).toBe(1);
    for (const [actor, family] of [
      [stranger!, maja!],
      [coordinator!, noor!],
      [leader!, newId()],
    ] as const)
      await expect(invite(actor, family)).rejects.toMatchObject({ problem: 'not-found' });
  });
});
