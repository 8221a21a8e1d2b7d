import { keepEmployeeRelation } from '@helhed/access';
import type { Actor } from '@helhed/access';
import { newId } from '@helhed/kernel';
import type { Known } from '../../test/known.js';
import { placedCourse } from '../../test/placed-course.js';
import type { World } from '../../test/world.js';
import { BookRoom } from '../bookings/book-room.js';
import { FindBookings } from '../bookings/find-bookings.js';
import type { SessionView } from '../courses/courses.dto.js';
import type { GroupView } from '../groups/groups.dto.js';
import { snapshotOf } from '../snapshot/snapshot-of.js';
import { ArrangeNeed } from './arrange-need.js';
import { CallOffNeed } from './call-off-need.js';
import { ChangeNeed } from './change-need.js';
import { FindNeeds } from './find-needs.js';
import { NameNeed } from './name-need.js';
import type { NeedQuery, NameNeed as Wish } from './needs.dto.js';
import { WithdrawNeed } from './withdraw-need.js';

const programme = 'nyborg-familiestue';
const agency = { by: 'supplier', reference: 'TOLK-117' } as const;
const problem = (name: string, field?: string) =>
  expect.objectContaining({
    problem: name,
    ...(field !== undefined && { fields: [expect.objectContaining({ field })] }),
  });

describe('needs of sessions and bookings', () => {
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

  const name = (wish: Wish, by: Actor = world.leader, key = newId()) =>
    world.as(by, () => new NameNeed(world.database, world.looks).run(by, wish), key);
  const interpreter = (at: number, language = 'ar', of = family): Wish => ({
    kind: 'interpreter',
    appointment: sessions[at]!.id,
    family: of,
    language,
  });
  const arrange = (id: string, version: number, reference: string = agency.reference, by: Actor = world.leader) =>
    world.as(by, () =>
      new ArrangeNeed(world.database, world.looks).run(by, id, version, { by: 'supplier', reference }),
    );
  const change = (id: string, version: number, wish: object, by: Actor = world.leader) =>
    world.as(by, () => new ChangeNeed(world.database, world.looks).run(by, id, version, wish));
  const withdraw = (id: string, version: number, by: Actor = world.leader) =>
    world.as(by, () => new WithdrawNeed(world.database, world.looks).run(by, id, version));
  const callOff = (id: string, version: number, by: Actor = world.leader) =>
    world.as(by, () => new CallOffNeed(world.database, world.looks).run(by, id, version));
  const list = (asked: Partial<NeedQuery> = {}, by: Actor = world.leader) =>
    world.as(by, () => new FindNeeds(world.looks, world.paging).page(by, { limit: 50, ...asked }));
  const told = async (id: string) =>
    (await world.events('need-recorded')).filter(({ data }) => data['needId'] === id).map(({ data }) => data);

  it('that the definition says every session has are there by themselves, counted by who comes', async () => {
    const { items, total } = await list();
    expect(total).toBe(13);
    expect(new Set(items.map(({ kind, state, people, family: of }) => [kind, state, people, of].join()))).toEqual(
      new Set(['meal,named,8,']),
    );
    expect(items[0]).toMatchObject({ date: '2026-10-01', group: group.id, heads: { families: 0 }, withheld: [] });
    const { needs } = await world.read(group);
    expect(needs).toHaveLength(13);
    expect(needs[0]).toEqual({ session: items[0]!.appointment, kind: 'meal', people: 8, open: true });
    // to a theme evening the parents come alone; it has its dinner where somebody names it
    const { id: evening } = sessions.find(({ kind }) => kind === 'theme-evening')!;
    await name({ kind: 'meal', appointment: evening });
    expect((await list({ appointment: evening })).items).toEqual([expect.objectContaining({ people: 4, heads: null })]);
  });

  it('tell not how many a whole group’s is for where a seat in it is withheld', async () => {
    const barred = { ...world.leader, sub: newId() };
    const row = { relationId: newId(), sub: barred.sub, personId: mother, kind: 'relative' as const };
    await world.inTx((tx) => keepEmployeeRelation(tx, { ...row, from: '2020-01-01', to: null }));
    const { items } = await list({}, barred);
    expect(new Set(items.map(({ people }) => people))).toEqual(new Set([null]));
    expect(items[0]).toMatchObject({ kind: 'meal', heads: { withheld: 1 } });
    const { needs } = await world.read(group, barred);
    expect(new Set(needs.map(({ people }) => people))).toEqual(new Set([null]));
    expect((await list()).items[0]).toMatchObject({ people: 8, heads: { withheld: 0 } });
  });

  it('of a family are told by kind and state, and neither whose nor in which language', async () => {
    const key = newId();
    const made = await name({ ...interpreter(2), person: mother } as Wish, world.leader, key);
    expect(made).toEqual({ id: made.id, version: 1 });
    expect(await name({ ...interpreter(2), person: mother } as Wish, world.leader, key)).toEqual(made);
    const { appointment } = interpreter(2);
    expect(await told(made.id)).toEqual([
      { needId: made.id, bookingId: appointment, kind: 'interpreter', state: 'named', on: '2026-10-02' },
    ]);
    const { items } = await list({ appointment, family });
    expect(items).toEqual([
      expect.objectContaining({ id: made.id, language: 'ar', person: mother, people: null, arrangement: null }),
    ]);
    const [log] = await world.all<{ subjects: string[]; categories: string[] }>(
      `SELECT subjects, categories FROM helhed.access_log WHERE act = 'need.list' ORDER BY id DESC LIMIT 1`,
    );
    expect(log).toEqual({ subjects: expect.arrayContaining([family, mother]), categories: ['appointments'] });
    const again = await world.inTx((tx) => snapshotOf(tx, appointment));
    expect(again.map(({ data }) => data)).toEqual(expect.arrayContaining(await told(made.id)));
  });

  it('are each there once, of whoever comes, and of nobody else', async () => {
    const unknown = problem('resource-unknown', 'appointment');
    await expect(name(interpreter(2))).rejects.toEqual(problem('need-named-already'));
    await expect(name({ kind: 'meal', appointment: sessions[2]!.id })).rejects.toEqual(problem('need-named-already'));
    await expect(name(interpreter(2, 'ar', newId()))).rejects.toEqual(unknown);
    await expect(name({ ...interpreter(2), appointment: newId() })).rejects.toEqual(unknown);
    await expect(name(interpreter(3), world.stranger)).rejects.toEqual(unknown);
    await expect(name({ kind: 'meal', appointment: sessions[3]!.id }, world.stranger)).rejects.toEqual(unknown);
    const elsewhere = { ...interpreter(3), person: newId() } as Wish;
    await expect(name(elsewhere)).rejects.toEqual(problem('need-invalid', 'person'));
    await expect(name({ ...interpreter(3), programme } as Wish)).rejects.toEqual(problem('need-invalid', 'programme'));
    await expect(name(interpreter(0))).rejects.toEqual(problem('booking-begun'));
    const [one, two] = await Promise.allSettled([name(interpreter(4)), name(interpreter(4))]);
    expect([one.status, two.status].toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await list({ appointment: sessions[4]!.id, family })).toMatchObject({ total: 1 });
  });

  it('are out of reach of other units, and the lead of the programme reaches them all', async () => {
    const { items } = await list({ family });
    const { id } = items[0]!;
    expect(await list({}, world.stranger)).toEqual({ items: [], next: null, total: 0 });
    await expect(arrange(id, 1, 'T-1', world.stranger)).rejects.toEqual(problem('not-found'));
    await expect(withdraw(id, 1, world.stranger)).rejects.toEqual(problem('not-found'));
    await expect(callOff(newId(), 1)).rejects.toEqual(problem('not-found'));
    expect((await list({ family }, world.lead)).items).toEqual(items);
  });

  it('are listed page by page, each once, with how many there are', async () => {
    const { total } = await list();
    const seen: string[] = [];
    for (let cursor: string | undefined, more = true; more;) {
      const page = await list({ limit: 4, ...(cursor !== undefined && { cursor }) });
      expect(page.total).toBe(total);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? undefined;
      more = page.next !== null;
    }
    expect([seen.length, new Set(seen).size]).toEqual([total, total]);
    const { date } = sessions[4]!;
    const day = await list({ from: date, until: sessions[5]!.date });
    expect(new Set(day.items.map((need) => need.date))).toEqual(new Set([date]));
    expect(day.total).toBe(2);
  });

  it('are arranged once: of two planners at a time the other is told that it changed', async () => {
    const { id } = await name(interpreter(5));
    const at = await Promise.allSettled([arrange(id, 1, 'T-1'), arrange(id, 1, 'T-2', world.lead)]);
    expect(at.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(at.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { problem: 'stale' } });
    const [won] = at[0].status === 'fulfilled' ? ['T-1'] : ['T-2'];
    const { items } = await list({ appointment: sessions[5]!.id, state: 'arranged' });
    expect(items).toEqual([
      expect.objectContaining({ id, arrangement: { by: 'supplier', reference: won, on: '2026-10-02' }, version: 2 }),
    ]);
    expect((await told(id)).map(({ state }) => state)).toEqual(['named', 'arranged']);
    expect(await arrange(id, 1, won)).toEqual({ id, version: 2 });
    await expect(change(id, 2, { language: 'so' })).rejects.toEqual(problem('need-arranged'));
  });

  it('are changed until they are arranged, and withdrawn; what was arranged is called off', async () => {
    const minding = { kind: 'child-minding', appointment: sessions[6]!.id, family, children: 2 } as const;
    await expect(name({ ...minding, children: undefined })).rejects.toEqual(problem('need-invalid', 'children'));
    const { id } = await name(minding);
    await expect(change(id, 1, { language: 'ar' })).rejects.toEqual(problem('need-invalid', 'language'));
    expect(await change(id, 1, { children: 1 })).toEqual({ id, version: 2 });
    await name({ ...minding, family: other });
    const { needs } = await world.read(group);
    const summed = { session: minding.appointment, kind: 'child-minding', people: 3, open: true };
    expect(needs).toContainEqual(summed);
    const whole = await name({ kind: 'child-minding', appointment: minding.appointment });
    // all children of the two families: nobody is minded twice
    expect((await world.read(group)).needs).toContainEqual({ ...summed, people: 4 });
    expect(await withdraw(whole.id, 1)).toEqual({ id: whole.id, version: 2 });
    expect(await withdraw(whole.id, 1)).toEqual({ id: whole.id, version: 2 });
    await arrange(id, 2);
    await withdraw(id, 3);
    await expect(callOff(id, 2)).rejects.toEqual(problem('stale'));
    expect(await callOff(id, 4)).toEqual({ id, version: 5 });
    expect(await callOff(id, 4)).toEqual({ id, version: 5 });
    expect((await told(id)).map(({ state }) => state)).toEqual([
      'named',
      'named',
      'arranged',
      'to-call-off',
      'not-needed',
    ]);
  });

  it('are rolled back with what is told and logged of them', async () => {
    const before = await list();
    await world.withoutOutbox(() => name(interpreter(7)));
    await world.without('access_log', () => name(interpreter(7)));
    expect((await list()).total).toBe(before.total);
  });

  it('of a conversation are a family’s at a booking, in a programme in which somebody knows it', async () => {
    const coordinator = world.person('familieafdelingen', 'family-coordinator');
    await known.coordinator(coordinator.sub, family);
    const room = (await world.addRoom('Samtalerum')).id;
    const body = { room, date: '2026-10-05', startTime: '09:00', minutes: 60 };
    const book = new BookRoom(world.database, new FindBookings(world.database));
    const booking = await world.as(coordinator, () => book.run(coordinator, body));
    const wish: Wish = { kind: 'interpreter', appointment: booking.id, family, language: 'uk', programme };
    await expect(name(wish, world.leader)).rejects.toEqual(problem('resource-unknown'));
    await expect(name({ ...wish, family: newId() }, coordinator)).rejects.toEqual(problem('resource-unknown'));
    await expect(name({ ...wish, programme: 'another' }, coordinator)).rejects.toEqual(problem('resource-unknown'));
    await expect(name({ ...wish, programme: undefined }, coordinator)).rejects.toEqual(
      problem('need-invalid', 'programme'),
    );
    const meal: Wish = { kind: 'meal', appointment: booking.id };
    await expect(name(meal, coordinator)).rejects.toEqual(problem('need-invalid', 'family'));
    const { id } = await name(wish, coordinator);
    expect(await arrange(id, 1, 'T-9', coordinator)).toEqual({ id, version: 2 });
    const { items } = await list({}, coordinator);
    expect(items).toEqual([expect.objectContaining({ id, group: null, language: 'uk', state: 'arranged' })]);
    // in another area than the group's it is not told what that needs, and so nothing is named there (A-CMD-04)
    await expect(name({ ...interpreter(8), language: 'so' } as Wish, coordinator)).rejects.toEqual(
      problem('need-withheld'),
    );
    expect(await list({ family }, coordinator)).toMatchObject({ total: 1 });
  });
});
