import type { Actor } from '@helhed/access';
import { Workers } from '@helhed/database';
import { linkedCitizen } from '@helhed/testing';
import { Known } from '../../test/known.js';
import { recipientIn } from '../../test/members.js';
import { World } from '../../test/world.js';
import { CancelSession } from '../courses/cancel-session.js';
import type { SessionView } from '../courses/courses.dto.js';
import { PlaceCourse } from '../courses/place-course.js';
import { CreateFeed } from '../feeds/create-feed.js';
import { FindFeeds } from '../feeds/find-feeds.js';
import { ReadFeed } from '../feeds/read-feed.js';
import type { GroupView } from '../groups/groups.dto.js';
import { ReadInvitation } from '../invitations/read-invitation.js';
import type { DeliveryQuery } from './deliveries.dto.js';
import { FindDeliveries } from './find-deliveries.js';

const wish = { from: '2026-10-01', weekday: 'thursday', startTime: '16:00' } as const;
const notFound = { problem: 'not-found' };

describe('what was given out of a family’s calendar', () => {
  let world: World;
  let known: Known;
  let group: GroupView;
  let sessions: SessionView[];
  let family: string;
  let coordinator: Actor;
  /** Who was invited first: the same person also once the family has left the group. */
  const mothers = new Map<string, string>();
  beforeEach(async () => {
    world = await World.make();
    known = new Known(world);
    group = await world.group();
    family = (await world.seat(group, 0)).familyId;
    const place = new PlaceCourse(world.database);
    ({ sessions } = await world.as(world.leader, () => place.run(world.leader, group.id, group.version, wish)));
    coordinator = world.person('familieafdelingen', 'family-coordinator');
    await known.coordinator(coordinator.sub, family);
  });
  afterEach(() => world.stop());

  const invite = async (actor: Actor, of = family, session = sessions[0]!) => {
    const recipient = mothers.get(of) ?? (await recipientIn(world, of));
    mothers.set(of, recipient);
    return world.as(actor, () => new ReadInvitation(world.looks).run(actor, session.id, { family: of, recipient }));
  };
  const subscribe = (url: string | null) =>
    world.as(world.stranger, () =>
      new ReadFeed(world.database, world.looks).run(/\/feeds\/(.+)\.ics$/.exec(url ?? '')?.[1] ?? ''),
    );
  const create = async () => {
    const feed = { for: 'family', family, recipient: await recipientIn(world, family) } as const;
    return world.as(world.leader, () =>
      new CreateFeed(world.database, world.looks, new FindFeeds(world.looks)).run(world.leader, feed),
    );
  };
  const deliveries = () => new FindDeliveries(world.looks, world.paging);
  const list = (actor: Actor, of = family, query: DeliveryQuery = { limit: 50 }) =>
    world.as(actor, () => deliveries().ofFamily(actor, of, query));
  const own = (actor: Actor, person: string) =>
    world.as(actor, () => deliveries().ofPerson(actor, person, { limit: 50 }));
  const cancels = async () => (await list(world.leader)).items.map(({ cancel }) => cancel);
  const rows = () => world.all('SELECT FROM delivery');
  const mayCoordinatorSee = () =>
    known.mayHaveFeed(family, { layer: 'disclosure', purpose: 'coordination', toUnit: 'familieafdelingen' });
  /** Lines unfolded (RFC 5545, 3.1). */
  const lines = (file: string) => file.replaceAll('\r\n ', '').split('\r\n');
  const value = (file: string, name: string) =>
    lines(file)
      .find((line) => line.startsWith(`${name}:`))
      ?.slice(name.length + 1);
  const events = (file: string) => file.split('BEGIN:VEVENT').length - 1;

  it('is an invitation once for whoever took it, with the days and how many times', async () => {
    await invite(world.leader);
    await world.setClock('2026-09-08T08:00:00Z');
    await invite(world.leader);
    await invite(world.lead);
    await invite(world.leader, family, sessions[1]);
    const mine = {
      kind: 'invitation',
      unit: 'familiestuen',
      function: 'group-leader',
      feed: null,
      recipient: await recipientIn(world, family),
      cancel: 'none',
      cancelDueSince: null,
    };
    const [first, leads, second] = (await list(world.leader)).items;
    expect(first).toEqual({ id: first!.id, ...mine, firstOn: '2026-09-01', lastOn: '2026-09-08', times: 2 });
    expect(leads).toMatchObject({ unit: 'visitation', function: 'programme-lead', times: 1 });
    expect(second).toMatchObject({ ...mine, firstOn: '2026-09-08', times: 1 });
  });

  it('is called off, once it may no longer be shown: due, then given, and nothing new is told', async () => {
    const basis = await mayCoordinatorSee();
    const request = await invite(coordinator);
    expect([value(request, 'METHOD'), value(request, 'SEQUENCE')]).toEqual(['REQUEST', '0']);
    expect(await cancels()).toEqual(['none']);
    await known.withdraw(basis, family);
    expect(await cancels()).toEqual(['due']);
    const cancel = await invite(coordinator);
    expect([value(cancel, 'METHOD'), value(cancel, 'SEQUENCE')]).toEqual(['CANCEL', '1']);
    expect(value(cancel, 'UID')).toBe(value(request, 'UID'));
    const told = new Set(lines(request));
    const isNew = (line: string) => !told.has(line) && !/^(METHOD:CANCEL|STATUS:CANCELLED|SEQUENCE|DTSTAMP)/.test(line);
    expect(lines(cancel).filter(isNew)).toEqual([]);
    expect(lines(cancel).some((line) => /^(LOCATION|DTEND)/.test(line))).toBe(false);
    expect(await cancels()).toEqual(['given']);
    expect(await invite(coordinator)).toBe(cancel);
    // nobody who was not given it is told of it
    const other = world.person('familieafdelingen', 'family-coordinator');
    await expect(invite(other)).rejects.toMatchObject(notFound);
  });

  it('is an invitation anew, above its CANCEL, where it may be shown again', async () => {
    const basis = await mayCoordinatorSee();
    await invite(coordinator);
    await known.withdraw(basis, family);
    await invite(coordinator);
    await mayCoordinatorSee();
    const request = await invite(coordinator);
    expect([value(request, 'METHOD'), value(request, 'SEQUENCE')]).toEqual(['REQUEST', '2']);
    // whoever else invites the family is heard too
    expect(value(await invite(world.leader), 'SEQUENCE')).toBe('2');
    expect(await cancels()).toEqual(['none', 'none']);
  });

  it('is not called off where nothing was given: the calendar is empty', async () => {
    const file = await invite(coordinator);
    expect([events(file), value(file, 'METHOD')]).toEqual([0, undefined]);
    expect(await rows()).toEqual([]);
  });

  it('is not called off while another coordinator of the unit may see it', async () => {
    const other = world.person('familieafdelingen', 'family-coordinator');
    const basis = await mayCoordinatorSee();
    await invite(coordinator);
    await expect(invite(other)).rejects.toMatchObject(notFound);
    expect(await cancels()).toEqual(['none']);
    await known.withdraw(basis, family);
    await known.coordinator(other.sub, family);
    expect(value(await invite(other), 'METHOD')).toBe('CANCEL');
  });

  it('is called off when the session is, to whoever was given it, and told to whoever was not', async () => {
    const [session] = sessions;
    await invite(world.leader);
    await world.as(world.leader, () =>
      new CancelSession(world.database).run(world.leader, session!.id, session!.version),
    );
    expect(await cancels()).toEqual(['due']);
    const cancel = await invite(world.leader);
    expect([value(cancel, 'METHOD'), value(cancel, 'SEQUENCE')]).toEqual(['CANCEL', '1']);
    expect(await cancels()).toEqual(['given']);
    expect(value(await invite(world.lead), 'METHOD')).toBe('CANCEL');
    expect(await rows()).toHaveLength(1);
  });

  it('is due when the family has left the group, and fetched by whoever reaches it still', async () => {
    await world.referred(family, await known.membersOf(family));
    await invite(world.lead);
    await world.withdraw(family);
    expect((await list(world.lead)).items).toMatchObject([{ cancel: 'due' }]);
    expect(value(await invite(world.lead), 'METHOD')).toBe('CANCEL');
    await expect(invite(world.lead, family, sessions[1])).rejects.toMatchObject(notFound);
    await expect(invite(world.leader)).rejects.toMatchObject(notFound);
  });

  it('is a feed once it has shown something, counted once each time, and nothing to call off', async () => {
    const { id, url } = await create();
    expect(events(await subscribe(url))).toBe(0);
    expect(await rows()).toEqual([]);
    const basis = await known.mayHaveFeed(family);
    await subscribe(url);
    await subscribe(url);
    await known.withdraw(basis, family);
    expect(events(await subscribe(url))).toBe(0);
    const fed = { kind: 'feed', unit: null, function: null, feed: id, times: 2, cancel: 'none' };
    expect((await list(world.leader)).items).toMatchObject([fed]);
  });

  it('is noted with the look, or nothing is shown', async () => {
    await known.mayHaveFeed(family);
    const { url } = await create();
    const owner = new Workers(world.at.owner);
    const looks = async () => (await world.all('SELECT FROM helhed.access_log')).length;
    const before = await looks();
    await owner.query('REVOKE INSERT ON delivery FROM scheduling_app');
    for (const work of [() => invite(world.leader), () => subscribe(url)])
      await expect(work()).rejects.toThrow('permission denied');
    await owner.query('GRANT INSERT ON delivery TO scheduling_app');
    await owner.close();
    expect(await looks()).toBe(before);
    await world.without('access_log', () => invite(world.leader));
    expect(await rows()).toEqual([]);
  });

  it('is a list with its total for whoever reaches the family, in pages', async () => {
    for (const session of sessions.slice(0, 3)) await invite(world.leader, family, session);
    const other = (await world.seat(group, 1)).familyId;
    await invite(world.leader, other, sessions[4]);
    const first = await list(coordinator, family, { limit: 2 });
    expect([first.items.length, first.total]).toEqual([2, 3]);
    const second = await list(coordinator, family, { limit: 2, cursor: first.next! });
    expect([second.items.length, second.total, second.next]).toEqual([1, 3, null]);
    await expect(list(coordinator, other)).rejects.toMatchObject(notFound);
    await expect(list(world.stranger)).rejects.toMatchObject(notFound);
    const relative = world.person('familiestuen', 'group-leader');
    await known.employee(relative.sub, (await known.membersOf(family))[0]!, 'relative');
    await expect(list(relative)).rejects.toMatchObject({ problem: 'relative-record' });
  });

  it('is told of invitations by groups of the programme in which the family is reached, and of its feeds', async () => {
    await invite(world.leader);
    await known.mayHaveFeed(family);
    await subscribe((await create()).url);
    const elsewhere = world.person('familieafdelingen', 'family-coordinator');
    await known.coordinator(elsewhere.sub, family, 'another');
    expect((await list(coordinator)).items.map(({ kind }) => kind)).toEqual(['invitation', 'feed']);
    const { items, total } = await list(elsewhere);
    expect([items.map(({ kind }) => kind), total]).toEqual([['feed'], 1]);
    await known.coordinator(elsewhere.sub, family);
    expect(await list(elsewhere)).toEqual(await list(coordinator));
  });

  it('is gone with a family that was erased', async () => {
    const person = await recipientIn(world, family);
    const citizen = await world.inTx((tx) => linkedCitizen(tx, person));
    await invite(world.leader);
    await known.erased(family);
    expect(await rows()).toEqual([]);
    await expect(list(world.leader)).rejects.toMatchObject(notFound);
    expect(await own(citizen, person)).toMatchObject({ items: [], total: 0 });
  });
});
