import { FindHoldings, FindReaders, type Actor } from '@helhed/access';
import { newId } from '@helhed/kernel';
import { holdFunctions, linkedCitizen, seenBy } from '@helhed/testing';
import type { Known } from '../../test/known.js';
import { placedCourse } from '../../test/placed-course.js';
import type { World } from '../../test/world.js';
import { BookRoom } from '../bookings/book-room.js';
import { CancelBooking } from '../bookings/cancel-booking.js';
import { FindBookings } from '../bookings/find-bookings.js';
import { CancelSession } from '../courses/cancel-session.js';
import type { SessionView } from '../courses/courses.dto.js';
import { MakeUpSession } from '../courses/make-up-session.js';
import { MoveSession } from '../courses/move-session.js';
import type { GroupView } from '../groups/groups.dto.js';
import { holdings } from '../groups/held-appointments.js';
import { readers } from '../groups/readers-of-appointments.js';
import { ArrangeNeed } from './arrange-need.js';
import { CallOffNeed } from './call-off-need.js';
import { FindNeeds } from './find-needs.js';
import { NameNeed } from './name-need.js';
import type { NameNeed as Wish } from './needs.dto.js';

describe('what becomes of needs', () => {
  let world: World;
  let known: Known;
  let group: GroupView;
  let sessions: readonly SessionView[];
  let family: string;
  let other: string;
  let mother: string;
  beforeAll(async () => {
    ({ world, known, group, sessions, family, other, mother } = await placedCourse());
  });
  afterAll(() => world.stop());

  const named = async (wish: Wish): Promise<string> =>
    (await world.as(world.leader, () => new NameNeed(world.database, world.looks).run(world.leader, wish))).id;
  const interpreter = (appointment: string, of = family) =>
    named({ kind: 'interpreter', appointment, family: of, language: 'ar' });
  const arrange = (id: string, version: number, reference = 'T-1') =>
    world.as(world.leader, () =>
      new ArrangeNeed(world.database, world.looks).run(world.leader, id, version, { by: 'supplier', reference }),
    );
  const callOff = (id: string, version: number, by: Actor = world.leader) =>
    world.as(by, () => new CallOffNeed(world.database, world.looks).run(by, id, version));
  const list = async (appointment: string, by: Actor = world.leader) =>
    (await world.as(by, () => new FindNeeds(world.looks, world.paging).page(by, { limit: 50, appointment }))).items;
  const stateOf = async (id: string) => {
    const [row] = await world.all<{ state: string }>('SELECT state FROM appointment_need WHERE id = $1', [id]);
    return row?.state;
  };
  const cancel = ({ id, version }: SessionView) =>
    world.as(world.leader, () => new CancelSession(world.database).run(world.leader, id, version));

  it('whose session is moved: they go along, and what was arranged is to be arranged anew', async () => {
    const session = sessions[2]!;
    const ids = [await interpreter(session.id), await interpreter(session.id, other)] as const;
    await arrange(ids[0], 1);
    const to = { date: session.date, startTime: '15:00' };
    const move = new MoveSession(world.database);
    await world.as(world.leader, () => move.run(world.leader, session.id, session.version, to));
    expect([await stateOf(ids[0]), await stateOf(ids[1])]).toEqual(['to-rearrange', 'named']);
    expect((await list(session.id)).map(({ startTime }) => startTime)).toEqual(['15:00', '15:00', '15:00']);
    await expect(arrange(ids[0], 3, 'T-2')).rejects.toMatchObject({ problem: 'need-to-rearrange' });
    expect(await arrange(ids[0], 3)).toEqual({ id: ids[0], version: 4 });
  });

  it('whose session or booking is off: what was arranged must be called off, and the others are over', async () => {
    const session = sessions[3]!;
    const ids = [await interpreter(session.id), await interpreter(session.id, other)] as const;
    await arrange(ids[0], 1);
    await cancel(session);
    expect([await stateOf(ids[0]), await stateOf(ids[1])]).toEqual(['to-call-off', 'not-needed']);
    expect(await list(session.id)).toEqual([expect.objectContaining({ id: ids[0], endedOn: '2026-10-02' })]);
    await expect(interpreter(session.id)).rejects.toMatchObject({ problem: 'session-cancelled' });
    await callOff(ids[0], 3);
    expect(await list(session.id)).toEqual([]);

    const { id: room } = await world.addRoom('Samtalerum');
    const body = { room, date: '2026-10-05', startTime: '09:00', minutes: 60 };
    const book = new BookRoom(world.database, new FindBookings(world.database));
    const booking = await world.as(world.leader, () => book.run(world.leader, body));
    const at = { appointment: booking.id, family, language: 'ar', programme: 'nyborg-familiestue' } as const;
    const id = await named({ kind: 'interpreter', ...at });
    await arrange(id, 1);
    await world.as(world.leader, () => new CancelBooking(world.database).run(world.leader, booking.id, 1));
    expect(await stateOf(id)).toBe('to-call-off');
  });

  it('whose session is made up for: the new one has what the definition says, and no more', async () => {
    const session = sessions[4]!;
    await interpreter(session.id);
    const off = await cancel(session);
    const to = { date: '2027-02-04', startTime: '16:00' };
    const makeUp = new MakeUpSession(world.database);
    const made = await world.as(world.leader, () => makeUp.run(world.leader, session.id, off.version, to));
    expect((await list(made.id)).map(({ kind, state }) => [kind, state])).toEqual([['meal', 'named']]);
  });

  it('are held on whoever is in the family, and seen by who leads the group or its programme', async () => {
    const citizen = await world.inTx((tx) => linkedCitizen(tx, mother));
    const held = async () => {
      const all = await world.as(citizen, () => new FindHoldings(world.looks, holdings).run(citizen, mother));
      return all.find(({ category }) => category === 'appointments')?.count ?? 0;
    };
    const before = await held();
    await interpreter(sessions[5]!.id);
    await interpreter(sessions[5]!.id, other);
    expect(await held()).toBe(before + 1);
    const pairs = ['familiestuen:group-leader', 'anden-familiestue:group-leader', 'elsewhere:programme-lead'];
    await world.inTx((tx) => holdFunctions(tx, ...pairs, 'familiestuen:teacher'));
    const seen = await world.as(citizen, () => new FindReaders(world.looks, readers).run(citizen, mother));
    expect(seenBy(seen)).toEqual({
      'elsewhere:programme-lead': ['appointments'],
      'familiestuen:group-leader': ['appointments'],
    });
  });

  it('of a family that leaves: what was arranged is called off by whoever plans, without whose it was', async () => {
    const session = sessions[6]!;
    const ids = [await interpreter(session.id, other), await interpreter(sessions[7]!.id, other)] as const;
    await arrange(ids[0], 1, 'T-7');
    await world.withdraw(other);
    const left = (await list(session.id)).find(({ id }) => id === ids[0]);
    expect(left).toMatchObject({
      family: null,
      state: 'to-call-off',
      arrangement: { reference: 'T-7' },
    });
    expect(left).not.toHaveProperty('language');
    expect(await list(sessions[7]!.id)).toEqual([expect.objectContaining({ kind: 'meal', people: 4 })]);
    await expect(callOff(ids[0], 3, world.stranger)).rejects.toMatchObject({ problem: 'not-found' });
    expect(await callOff(ids[0], 3)).toEqual({ id: ids[0], version: 4 });
  });

  it('of a family that was erased are gone, and those of its group stay', async () => {
    const { familyId } = await world.seat(group, 2);
    const ids = [await interpreter(sessions[8]!.id, familyId), await interpreter(sessions[8]!.id)] as const;
    await arrange(ids[0], 1);
    await known.erased(familyId);
    expect([await stateOf(ids[0]), await stateOf(ids[1])]).toEqual([undefined, 'named']);
    await expect(interpreter(sessions[9]!.id, familyId)).rejects.toMatchObject({ problem: 'resource-unknown' });
    await expect(interpreter(sessions[9]!.id, newId())).rejects.toMatchObject({ problem: 'resource-unknown' });
  });
});
