import { World } from '../../test/world.js';
import { PlaceCourse } from '../courses/place-course.js';
import { snapshotOf } from '../snapshot/snapshot-of.js';
import { BookRoom } from './book-room.js';
import type { BookingView } from './bookings.dto.js';
import { CancelBooking } from './cancel-booking.js';
import { FindBookings } from './find-bookings.js';
import { MarkBookingHeld } from './mark-booking-held.js';

describe('marking a booking as held', () => {
  let world: World;
  let find: FindBookings;
  beforeAll(async () => {
    world = await World.make();
    find = new FindBookings(world.database);
  });
  beforeEach(() => world.setClock('2026-09-01T08:00:00Z'));
  afterAll(() => world.stop());

  /** On 5 October at 9 in a room of its own. */
  const book = async (): Promise<BookingView> => {
    const { id: room } = await world.addRoom();
    const wish = { room, date: '2026-10-05', startTime: '09:00', minutes: 60 };
    return world.as(world.leader, () => new BookRoom(world.database, find).run(world.leader, wish));
  };
  const mark = ({ id, version }: BookingView, at = version, actor = world.leader) =>
    world.as(actor, () => new MarkBookingHeld(world.database).run(actor, id, at));
  const cancel = ({ id, version }: BookingView) =>
    world.as(world.leader, () => new CancelBooking(world.database).run(world.leader, id, version));
  const told = async ({ id }: BookingView) =>
    (await world.events('booking-held')).filter(({ order_key: key }) => key === id);
  const logged = () =>
    world.all<{ subjects: string[] }>("SELECT subjects FROM helhed.access_log WHERE act = 'booking.mark-held'");

  it("is refused before it has begun by the municipality's clock", async () => {
    const booking = await book();
    await world.setClock('2026-10-05T06:59:00Z');
    await expect(mark(booking)).rejects.toMatchObject({ kind: 'rule', problem: 'booking-not-begun' });
    expect(await told(booking)).toEqual([]);
  });

  it('tells the date it was held, and no family; the log has no person', async () => {
    const booking = await book();
    await world.setClock('2026-10-20T10:00:00Z');
    const before = (await logged()).length;
    const held = await mark(booking);
    expect(held).toEqual({ ...booking, heldOn: '2026-10-05', version: 2 });
    expect(await world.as(world.leader, () => find.get(world.leader, booking.id))).toEqual(held);
    expect((await told(booking)).map(({ data }) => data)).toEqual([{ bookingId: booking.id, heldOn: '2026-10-05' }]);
    expect((await logged()).slice(before)).toEqual([{ subjects: [] }]);
  });

  it('happens once, whatever version is sent', async () => {
    const booking = await book();
    await world.setClock('2026-10-05T07:00:00Z');
    await mark(booking);
    expect(await mark(booking)).toMatchObject({ version: 2 });
    expect(await mark(booking, 2)).toMatchObject({ version: 2 });
    expect(await told(booking)).toHaveLength(1);
  });

  it('by many at once is told once', async () => {
    const booking = await book();
    await world.setClock('2026-10-05T07:00:00Z');
    const outcomes = await Promise.allSettled(Array.from({ length: 16 }, () => mark(booking)));
    expect(outcomes.every(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await told(booking)).toHaveLength(1);
  });

  it('is rolled back with its event, and with its log row', async () => {
    const booking = await book();
    await world.setClock('2026-10-05T07:00:00Z');
    await world.withoutOutbox(() => mark(booking));
    await world.without('access_log', () => mark(booking));
    expect(await world.as(world.leader, () => find.get(world.leader, booking.id))).toEqual(booking);
    expect(await told(booking)).toEqual([]);
  });

  it('is out of reach for another unit, stale from an old version, and not of what was cancelled', async () => {
    const [booking, off] = [await book(), await book()];
    const gone = await cancel(off);
    await world.setClock('2026-10-05T07:00:00Z');
    await expect(mark(booking, 1, world.stranger)).rejects.toMatchObject({ problem: 'not-found' });
    await expect(mark(booking, 9)).rejects.toMatchObject({ problem: 'stale' });
    await expect(mark(gone)).rejects.toMatchObject({ kind: 'conflict', problem: 'booking-cancelled' });
    expect(await mark(booking, 1, world.lead)).toMatchObject({ heldOn: '2026-10-05' });
  });

  it('is not of a session', async () => {
    const group = await world.group();
    const wish = { from: '2026-10-01', weekday: 'thursday', startTime: '16:00' } as const;
    const { sessions } = await world.as(world.leader, () =>
      new PlaceCourse(world.database).run(world.leader, group.id, group.version, wish),
    );
    const booking = await book();
    await world.setClock('2026-10-05T07:00:00Z');
    await expect(mark({ ...booking, id: sessions[0]!.id })).rejects.toMatchObject({ problem: 'not-found' });
  });

  it('is told again to who missed it, and of a booking that was not held nothing', async () => {
    const booking = await book();
    const again = () => world.inTx((tx) => snapshotOf(tx, booking.id));
    expect(await again()).toEqual([]);
    await world.setClock('2026-10-05T07:00:00Z');
    await mark(booking);
    expect(await again()).toEqual((await told(booking)).map(({ type, data }) => ({ type, data })));
  });
});
