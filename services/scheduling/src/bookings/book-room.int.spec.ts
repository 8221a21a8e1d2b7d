import { newId } from '@helhed/kernel';
import { World } from '../../test/world.js';
import { BookRoom } from './book-room.js';
import { CancelBooking } from './cancel-booking.js';
import { FindBookings } from './find-bookings.js';

const time = { date: '2026-10-05', startTime: '09:00', minutes: 60 };

describe('booking a room', () => {
  let world: World;
  let room: string;
  beforeAll(async () => (world = await World.make()));
  beforeEach(async () => (room = (await world.addRoom()).id));
  afterAll(() => world.stop());

  const book = (wish: object = {}, key?: string) =>
    world.as(
      world.leader,
      () =>
        new BookRoom(world.database, new FindBookings(world.database)).run(world.leader, { room, ...time, ...wish }),
      key,
    );
  const cancel = (id: string, version = 1, actor = world.leader) =>
    world.as(actor, () => new CancelBooking(world.database).run(actor, id, version));
  const rows = () => world.all('SELECT FROM booking WHERE resource_id = $1', [room]);
  const problem = (name: string) => expect.objectContaining({ problem: name });

  it('64 at once: exactly one has it, 63 are told that it is taken', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 64 }, () => book()));
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(refused).toHaveLength(63);
    expect(refused).toEqual(Array(63).fill(expect.objectContaining({ kind: 'conflict', problem: 'room-taken' })));
    expect(await rows()).toHaveLength(1);
  });

  it('64 at once for overlapping hours that begin apart: what is booked never overlaps', async () => {
    const starts = Array.from({ length: 64 }, (_, index) => `10:${String(index % 60).padStart(2, '0')}`);
    await Promise.allSettled(starts.map((startTime) => book({ startTime, minutes: 17 })));
    const [{ overlapping }] = (await world.all<{ overlapping: number }>(
      `SELECT count(*)::int AS overlapping FROM booking a JOIN booking b ON a.resource_id = b.resource_id
       AND a.appointment_id < b.appointment_id AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at WHERE a.resource_id = $1`,
      [room],
    )) as [{ overlapping: number }];
    expect(overlapping).toBe(0);
    expect((await rows()).length).toBeGreaterThan(0);
  });

  it('one may begin as another ends', async () => {
    await book();
    await expect(book({ startTime: '10:00' })).resolves.toMatchObject({ startsAt: '2026-10-05T08:00:00.000Z' });
    await expect(book({ startTime: '09:59' })).rejects.toEqual(problem('room-taken'));
  });

  it('the same request twice is one booking', async () => {
    const key = newId();
    expect((await book({}, key)).id).toBe((await book({}, key)).id);
    expect(await rows()).toHaveLength(1);
  });

  it('is rolled back with its log row', async () => {
    const before = await world.all('SELECT FROM helhed.access_log');
    await book();
    await expect(book()).rejects.toEqual(problem('room-taken'));
    expect(await world.all('SELECT FROM helhed.access_log')).toHaveLength(before.length + 1);
    expect(await world.all('SELECT FROM appointment WHERE room_id = $1', [room])).toHaveLength(1);
  });

  it('is refused in a room that is not there, in the past, and far ahead', async () => {
    await expect(book({ room: newId() })).rejects.toEqual(problem('resource-unknown'));
    await expect(book({ date: '2026-08-31' })).rejects.toEqual(problem('from-in-the-past'));
    await expect(book({ date: '9999-12-31' })).rejects.toEqual(problem('too-far-ahead'));
  });

  it('cancelled, the room is free; a second time nothing happens', async () => {
    const { id } = await book();
    expect(await cancel(id)).toMatchObject({ cancelled: true, version: 2 });
    expect(await cancel(id)).toMatchObject({ cancelled: true, version: 2 });
    expect(await rows()).toEqual([]);
    await book();
  });

  it('cannot be cancelled by another unit, from an old version, or once begun', async () => {
    const { id } = await book();
    await expect(cancel(id, 1, world.stranger)).rejects.toEqual(problem('not-found'));
    await expect(cancel(id, 7)).rejects.toEqual(problem('stale'));
    await world.setClock('2026-10-05T07:00:00Z');
    await expect(cancel(id)).rejects.toEqual(problem('booking-begun'));
    await world.setClock('2026-09-01T08:00:00Z');
  });
});
