import { newId } from '@helhed/kernel';
import { Known } from '../../test/known.js';
import { recipientIn } from '../../test/members.js';
import { World } from '../../test/world.js';
import { PlaceCourse } from '../courses/place-course.js';
import type { GroupView } from '../groups/groups.dto.js';
import { ReadInvitation } from '../invitations/read-invitation.js';
import { snapshotOf } from '../snapshot/snapshot-of.js';
import { AddStaff } from '../staff/add-staff.js';
import { FindStaff } from '../staff/find-staff.js';
import { JoinStaff } from '../staffing/join-staff.js';
import { ReleaseStaff } from '../staffing/release-staff.js';
import { CancelConversation } from './cancel-conversation.js';
import type { ConversationView, PlaceConversation as Wish } from './conversations.dto.js';
import { MarkConversationHeld } from './mark-conversation-held.js';
import { MoveConversation } from './move-conversation.js';
import { PlaceConversation } from './place-conversation.js';

const course = { from: '2026-10-01', weekday: 'thursday', startTime: '16:00' } as const;
const to = { date: '2026-10-06', startTime: '11:00' };

describe('a conversation that was placed', () => {
  let world: World;
  let group: GroupView;
  let family: string;
  let other: string;
  beforeAll(async () => {
    world = await World.make();
  });
  beforeEach(async () => {
    await world.setClock('2026-09-01T08:00:00Z');
    group = await world.group();
    family = (await world.seat(group, 0)).familyId;
    other = (await world.seat(group, 1)).familyId;
    const place = new PlaceCourse(world.database);
    await world.as(world.leader, () => place.run(world.leader, group.id, group.version, course));
  });
  afterAll(() => world.stop());

  const conversations = async (of = family): Promise<readonly ConversationView[]> =>
    (await world.read(group)).places.find(({ seat }) => seat?.familyId === of)?.seat?.conversations ?? [];
  const start = async (of = family) => (await conversations(of))[0]!;
  const change = (
    Command: typeof CancelConversation | typeof MarkConversationHeld,
    id: string,
    version = 1,
    by = world.leader,
  ) => world.as(by, () => new Command(world.database, world.looks).run(by, id, version));
  const move = (id: string, where: object = to, version = 1, by = world.leader) =>
    world.as(by, () => new MoveConversation(world.database, world.looks).run(by, id, version, { ...to, ...where }));
  const place = (wish: Partial<Wish> = {}, by = world.leader, key = newId()) => {
    const body = { group: group.id, family, conversation: 'start', ...to, ...wish };
    return world.as(by, () => new PlaceConversation(world.database, world.looks).run(by, body), key);
  };
  const booked = (id: string) =>
    world.all<{ starts_at: Date }>('SELECT starts_at FROM booking WHERE appointment_id = $1', [id]);
  const told = async (name: string) => (await world.events(name)).filter(({ order_key: key }) => key === family);
  const invite = async (id: string) => {
    const recipient = await recipientIn(world, family);
    return world.as(world.leader, () => new ReadInvitation(world.looks).run(world.leader, id, { family, recipient }));
  };

  it('is moved for all who come, once, and its family alone is told', async () => {
    const { id } = await start();
    await new Known(world).mayHaveFeed(family);
    expect(await invite(id)).toContain('SEQUENCE:0');
    expect(await move(id)).toEqual({ id, version: 2 });
    expect(await move(id)).toEqual({ id, version: 2 });
    expect(await start()).toMatchObject({ id, ...to, version: 2 });
    expect(new Set((await booked(id)).map(({ starts_at: at }) => at.toISOString()))).toEqual(
      new Set(['2026-10-06T09:00:00.000Z']),
    );
    expect(await told('conversation-moved')).toMatchObject([
      { data: { appointmentId: id, familyId: family, startsAt: '2026-10-06T09:00:00.000Z', movedOn: '2026-09-01' } },
    ]);
    expect(await invite(id)).toContain('SEQUENCE:1');
  });

  it('is not moved where somebody is taken, the day is closed or the time is not the definition’s', async () => {
    const [{ id }, theirs] = [await start(), await start(other)];
    const { date, startTime } = theirs;
    const refused = await move(id, { date, startTime }).catch((error: unknown) => error);
    const of = { session: 'conversation', conversation: 'start', date, startTime };
    expect(refused).toMatchObject({
      problem: 'course-clashes',
      extension: {
        reasons: expect.arrayContaining([
          { resource: 'room', id: group.room, ...of },
          { resource: 'staff', id: group.staff[0], ...of },
        ]),
        alternatives: [],
      },
    });
    await expect(move(id, { startTime: '15:00' })).rejects.toMatchObject({ problem: 'outside-template' });
    await expect(move(id, { date: '2026-12-24' })).rejects.toMatchObject({ problem: 'day-closed' });
    await expect(move(id, { room: newId() })).rejects.toMatchObject({ problem: 'resource-unknown' });
    await expect(move(id, {}, 9)).rejects.toMatchObject({ problem: 'stale' });
    expect(await start()).toMatchObject({ id, version: 1 });
  });

  it('is called off once: all it took up is free, the invitation is due, and another can be placed', async () => {
    const { id } = await start();
    await new Known(world).mayHaveFeed(family);
    await invite(id);
    expect(await change(CancelConversation, id)).toEqual({ id, version: 2 });
    expect(await change(CancelConversation, id)).toEqual({ id, version: 2 });
    expect(await booked(id)).toEqual([]);
    expect(await told('conversation-cancelled')).toMatchObject([
      { data: { appointmentId: id, cancelledOn: '2026-09-01' } },
    ]);
    expect(await told('cancel-due')).toHaveLength(1);
    expect(await invite(id)).toContain('METHOD:CANCEL');
    await expect(move(id, {}, 2)).rejects.toMatchObject({ problem: 'conversation-cancelled' });
    const key = newId();
    const made = await place({}, world.leader, key);
    expect(await place({}, world.leader, key)).toEqual(made);
    expect(
      (await conversations()).filter(({ cancelled }) => !cancelled).map(({ conversation }) => conversation),
    ).toEqual(['start', 'midway', 'evaluation']);
    expect((await told('conversation-placed')).at(-1)).toMatchObject({
      data: { appointmentId: made.id, replacesId: id },
    });
  });

  it('placed anew is told with the one that it is in the place of: each time the last that is off, told again alike', async () => {
    const [{ id: first }, theirs] = [await start(), await start(other)];
    const [, midway] = await conversations();
    for (const { id } of [theirs, midway!]) await change(CancelConversation, id);
    const placedWith = async () => (await told('conversation-placed')).map(({ data }) => data);
    expect((await placedWith()).filter((data) => 'replacesId' in data)).toEqual([]);
    await change(CancelConversation, first);
    const { id: second } = await place();
    await change(CancelConversation, second);
    const { id: third } = await place();
    const anew = (await placedWith()).filter((data) => 'replacesId' in data);
    expect(anew).toMatchObject([
      { appointmentId: second, replacesId: first },
      { appointmentId: third, replacesId: second },
    ]);
    const again = (await world.inTx((tx) => snapshotOf(tx, family))).map(({ data }) => data);
    for (const data of anew) expect(again).toContainEqual(data);
    await new Known(world).erased(family);
    expect(await world.all('SELECT FROM appointment WHERE family_id = $1', [family])).toEqual([]);
  });

  it('is placed by hand only where there is none, for a family of the group, of the definition’s', async () => {
    await expect(place()).rejects.toMatchObject({ problem: 'conversation-placed-already' });
    await expect(place({ conversation: 'none' })).rejects.toMatchObject({ problem: 'conversation-unknown' });
    await expect(place({ family: newId() })).rejects.toMatchObject({ problem: 'resource-unknown' });
    await expect(place({}, world.stranger)).rejects.toMatchObject({ problem: 'resource-unknown' });
    const unplaced = await world.group();
    const { familyId } = await world.seat(unplaced, 0);
    await expect(place({ group: unplaced.id, family: familyId })).rejects.toMatchObject({
      problem: 'course-not-placed',
    });
  });

  it('is held once it has begun, and told again with all else to who missed it', async () => {
    const { id, endsAt } = await start();
    await expect(change(MarkConversationHeld, id)).rejects.toMatchObject({ problem: 'conversation-not-begun' });
    await world.setClock(endsAt);
    expect(await change(MarkConversationHeld, id)).toEqual({ id, version: 2 });
    expect(await change(MarkConversationHeld, id)).toEqual({ id, version: 2 });
    expect(await told('conversation-held')).toMatchObject([{ data: { appointmentId: id, conversation: 'start' } }]);
    const again = (await world.inTx((tx) => snapshotOf(tx, family))).filter(({ type }) =>
      type.includes('.conversation-'),
    );
    const before = [...(await told('conversation-placed')), ...(await told('conversation-held'))];
    expect(new Set(again.map(({ data }) => data))).toEqual(new Set(before.map(({ data }) => data)));
  });

  it('is out of reach for another unit, and rolled back without its event', async () => {
    const { id } = await start();
    for (const refused of [
      change(CancelConversation, id, 1, world.stranger),
      change(MarkConversationHeld, id, 1, world.stranger),
      move(id, {}, 1, world.stranger),
      change(CancelConversation, newId()),
    ])
      await expect(refused).rejects.toMatchObject({ problem: 'not-found' });
    await world.withoutOutbox(() => move(id));
    expect(await start()).toMatchObject({ id, version: 1, cancelled: false });
    expect(await change(CancelConversation, id, 1, world.lead)).toEqual({ id, version: 2 });
  });

  it('is its group’s staff’s: who lets go has none to come, who joins has them all', async () => {
    const { id } = await start();
    const [first] = group.staff as [string];
    const has = async (staff: string) =>
      (await world.all('SELECT FROM booking WHERE appointment_id = $1 AND resource_id = $2', [id, staff])).length;
    const { version } = await world.read(group);
    const release = new ReleaseStaff(world.database);
    const left = await world.as(world.leader, () => release.run(world.leader, group.id, version, { staff: first }));
    expect(await has(first)).toBe(0);
    const add = new AddStaff(world.database, new FindStaff(world.database, world.paging));
    const body = { sub: newId(), unit: 'familiestuen', function: 'group-leader', name: 'Vikar' };
    const { id: staff } = await world.as(world.leader, () => add.run(world.leader, body));
    const join = new JoinStaff(world.database);
    await world.as(world.leader, () => join.run(world.leader, group.id, left.version, { staff }));
    expect(await has(staff)).toBe(1);
  });
});
