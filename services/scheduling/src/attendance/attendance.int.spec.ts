import type { Actor } from '@helhed/access';
import { newId } from '@helhed/kernel';
import { linkedCitizen } from '@helhed/testing';
import type { Known } from '../../test/known.js';
import { away, came, placedCourse } from '../../test/placed-course.js';
import { enrolledIn } from '../../test/members.js';
import type { World } from '../../test/world.js';
import { CancelSession } from '../courses/cancel-session.js';
import type { SessionView } from '../courses/courses.dto.js';
import type { GroupView } from '../groups/groups.dto.js';
import { snapshotOf } from '../snapshot/snapshot-of.js';
import type { Mark } from './attendance.js';
import { CorrectAttendance } from './correct-attendance.js';
import { FindAbsences } from './find-absences.js';
import { FindAttendance } from './find-attendance.js';
import { FindOwnSessions } from './find-own-sessions.js';
import { RecordAttendance } from './record-attendance.js';

describe('attendance', () => {
  let world: World;
  let known: Known;
  let group: GroupView;
  let sessions: readonly SessionView[];
  let family: string;
  let other: string;
  let mother: string;
  let father: string;
  let child: string;
  beforeAll(async () => {
    ({ world, known, group, sessions, family, other, mother, father, child } = await placedCourse());
  });
  afterAll(() => world.stop());

  const record = (
    session: SessionView | undefined,
    marks: readonly Mark[],
    { by = world.leader, of = family, key = newId() }: { by?: Actor; of?: string; key?: string } = {},
  ) => {
    const body = { session: session?.id ?? newId(), family: of, marks: [...marks] };
    return world.as(by, () => new RecordAttendance(world.database, world.looks).run(by, body), key);
  };
  const correct = (id: string, version: number, marks: readonly Mark[], by = world.leader) =>
    world.as(by, () => new CorrectAttendance(world.database, world.looks).run(by, id, version, { marks: [...marks] }));
  const list = (by: Actor, of = family, limit = 50) =>
    world.as(by, () => new FindAttendance(world.looks, world.paging).ofFamily(by, of, { limit }));
  const at = (session: string, of = family) =>
    world.as(world.leader, () =>
      new FindAttendance(world.looks, world.paging).ofFamily(world.leader, of, { limit: 50, session }),
    );
  const ownSessions = (by: Actor, limit = 50, cursor?: string) =>
    new FindOwnSessions(world.database, world.paging).page(by, { limit, cursor });
  const own = (by: Actor, person: string) =>
    world.as(by, () => new FindAttendance(world.looks, world.paging).ofPerson(by, person, { limit: 50 }));
  const told = async (of = family) =>
    (await world.events('attendance-recorded')).filter(({ order_key }) => order_key === of).map(({ data }) => data);

  it('is noted by who runs the session, and told in numbers: neither who nor why', async () => {
    const key = newId();
    const made = await record(sessions[0], [came(mother), away(child)], { key });
    expect(made).toEqual({ id: made.id, session: sessions[0]!.id, family, version: 1 });
    expect(await record(sessions[0], [came(mother), away(child)], { key })).toEqual(made);
    const of = { sessionId: sessions[0]!.id, groupId: group.id, familyId: family, programme: 'nyborg-familiestue' };
    expect(await told()).toEqual([
      { attendanceId: made.id, ...of, kind: 'session', on: '2026-10-01', present: 1, absent: 1 },
    ]);
    expect(await list(world.leader)).toMatchObject({
      total: 1,
      items: [
        {
          id: made.id,
          kind: 'session',
          date: '2026-10-01',
          marks: [came(mother), away(child)].toSorted((a, b) => (a.person < b.person ? -1 : 1)),
          recordedOn: '2026-10-02',
          version: 1,
          withheld: [],
        },
      ],
    });
    await expect(record(sessions[0], [came(father)])).rejects.toMatchObject({ problem: 'attendance-recorded' });
  });

  it('is corrected with the version that the list shows, and told again; the marks are the new ones alone', async () => {
    const [{ id } = { id: '' }] = (await list(world.leader)).items;
    await expect(correct(id, 9, [came(mother)])).rejects.toMatchObject({ problem: 'stale' });
    expect(await correct(id, 1, [came(mother), came(child)])).toMatchObject({ version: 2 });
    expect((await list(world.leader)).items).toMatchObject([{ version: 2, marks: [{}, {}] }]);
    expect((await told()).at(-1)).toMatchObject({ present: 2, absent: 0 });
    expect(await world.inTx((tx) => snapshotOf(tx, family))).toContainEqual(
      expect.objectContaining({ data: (await told()).at(-1) }),
    );
    const many = await Promise.allSettled([2, 2, 2, 2].map((version) => correct(id, version, [came(mother)])));
    expect(many.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [last] = await world.all<{ subjects: string[] }>(
      `SELECT subjects FROM helhed.access_log WHERE act = 'attendance.correct' AND kind = 'command' ORDER BY id DESC LIMIT 1`,
    );
    expect(last?.subjects.toSorted()).toEqual([family, mother, child].toSorted());
  });

  it('is asked for of one session alone', async () => {
    expect(await at(sessions[0]!.id)).toMatchObject({ total: 1, items: [{ session: sessions[0]!.id }] });
    expect(await at(sessions[1]!.id)).toMatchObject({ total: 0, items: [] });
  });

  it('has the sessions that one runs and that are not settled, with the definition’s reasons, page by page', async () => {
    const all = await ownSessions(world.leader);
    expect(all).toMatchObject({ total: sessions.length, next: null });
    expect(all.items.map(({ id }) => id)).toEqual(sessions.map(({ id }) => id));
    const [first] = all.items;
    const { id, kind, number, date, startTime, minutes, startsAt } = sessions[0]!;
    const of = { id, group: group.id, groupName: 'Torsdag', programme: group.programme, kind, number, date };
    expect(first).toMatchObject({ ...of, startTime, minutes, startsAt, heldOn: date, notableUntil: '2026-10-29' });
    expect(first?.reasons).toContainEqual({ code: 'illness', text: { da: 'sygdom', en: 'illness' } });
    const half = await ownSessions(world.leader, 9);
    const rest = await ownSessions(world.leader, 9, half.next ?? '');
    expect([...half.items, ...rest.items]).toEqual(all.items);
    expect(rest).toMatchObject({ total: sessions.length, next: null });
    for (const by of [
      { ...world.leader, sub: newId() },
      { ...world.leader, unit: 'db-solsikken' },
    ])
      expect(await ownSessions(by)).toMatchObject({ total: 0, items: [] });
  });

  it('is rolled back with its event', async () => {
    await world.withoutOutbox(() => record(sessions[1], [away(child)]));
    expect((await list(world.leader)).total).toBe(1);
    const [{ id } = { id: '' }] = (await list(world.leader)).items;
    await world.withoutOutbox(() => correct(id, 3, [away(child)]));
    expect((await list(world.leader)).items).toMatchObject([{ version: 3, marks: [came(mother)] }]);
  });

  it('is refused to who does not run the session, and of what is not there or out of reach alike', async () => {
    const colleague = { ...world.leader, sub: newId() };
    await expect(record(sessions[1], [away(child)], { by: colleague })).rejects.toMatchObject({
      kind: 'forbidden',
      problem: 'not-on-staff',
    });
    const unknown = { problem: 'resource-unknown' };
    await expect(record(undefined, [away(child)])).rejects.toMatchObject(unknown);
    await expect(record(sessions[1], [away(child)], { of: newId() })).rejects.toMatchObject(unknown);
    await expect(record(sessions[1], [away(child)], { by: world.stranger })).rejects.toMatchObject(unknown);
    const [{ id } = { id: '' }] = (await list(world.leader)).items;
    for (const by of [world.stranger, world.lead])
      await expect(correct(id, 3, [came(mother)], by)).rejects.toMatchObject({ problem: 'not-found' });
    await expect(correct(id, 3, [came(mother)], colleague)).rejects.toMatchObject({ problem: 'not-on-staff' });
    await expect(record(sessions[1], [away(newId())])).rejects.toMatchObject({ problem: 'attendance-invalid' });
    expect((await list(world.leader)).total).toBe(1);
  });

  it('at a theme evening is the parents’', async () => {
    const evening = sessions.find(({ kind }) => kind === 'theme-evening');
    await expect(record(evening, [away(child)])).rejects.toMatchObject({ problem: 'attendance-invalid' });
    await record(evening, [away(mother, 'work-or-school')]);
  });

  it('is shown to a coordinator of another area by its basis alone, which names the category', async () => {
    const frida = { ...world.person('familieafdelingen', 'family-coordinator') };
    await expect(list(frida)).rejects.toMatchObject({ problem: 'not-found' });
    await known.coordinator(frida.sub, family);
    expect(await list(frida)).toMatchObject({
      total: 2,
      items: [
        { version: 1, withheld: [{ category: 'attendance', reason: 'no-basis' }] },
        { version: 1, withheld: [{ category: 'attendance', reason: 'no-basis' }] },
      ],
    });
    expect((await list(frida)).items.some((item) => 'marks' in item)).toBe(false);
    await known.mayHaveFeed(family, {
      kind: 'statute',
      layer: 'disclosure',
      purpose: 'coordination',
      categories: ['attendance'],
      toUnit: 'familieafdelingen',
    });
    expect((await list(frida)).items.every(({ withheld, marks }) => withheld.length === 0 && marks)).toBe(true);
  });

  it('is one’s own, and a child’s to who holds custody; of nobody else of the family', async () => {
    const her = await world.inTx((tx) => linkedCitizen(tx, mother));
    const mine = await own(her, mother);
    expect(mine).toMatchObject({
      total: 2,
      items: [
        { session: sessions[0]!.id, unit: 'familiestuen', date: '2026-10-01', present: true, reason: null },
        { kind: 'theme-evening', present: false, reason: 'work-or-school' },
      ],
    });
    expect(JSON.stringify(mine)).not.toContain(child);
    expect(await own(her, child)).toMatchObject({ total: 0 });
    for (const person of [father, ...(await enrolledIn(world, other, 'child'))])
      await expect(own(her, person)).rejects.toMatchObject({ problem: 'not-found' });
  });

  it('is summed over a session’s families by reason, for reporting: neither who nor whose; the look is logged', async () => {
    const sixth = sessions.filter(({ kind }) => kind === 'session')[5];
    const { familyId: third } = await world.seat(group, 2);
    const [theirs = ''] = await enrolledIn(world, third, 'child');
    await record(sixth, [away(mother), away(child, 'other')]);
    await record(sixth, [away(theirs)], { of: third });
    const reporting: Actor = { ...world.leader, kind: 'service', sub: 'reporting', azp: 'reporting', functions: [] };
    const absences = (id: string) => world.as(reporting, () => new FindAbsences(world.database).run(reporting, id));
    const reasons = [
      { code: 'illness', persons: 2 },
      { code: 'other', persons: 1 },
    ];
    expect(await absences(sixth!.id)).toEqual({ sessionId: sixth!.id, reasons });
    const [look] = await world.all<{ subjects: string[] }>(
      `SELECT subjects FROM helhed.access_log WHERE act = 'session.absences' ORDER BY id DESC LIMIT 1`,
    );
    expect(look?.subjects.toSorted()).toEqual([family, third].toSorted());
    expect((await absences(sessions.at(-1)!.id)).reasons).toEqual([]);
    await expect(absences(newId())).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('that was noted beforehand is gone with a session that is called off, or with a family that leaves', async () => {
    const [, , , fourth, fifth] = sessions.filter(({ kind }) => kind === 'session');
    const [theirs = ''] = await enrolledIn(world, other, 'child');
    await record(fourth, [away(theirs)], { of: other });
    await record(fifth, [away(theirs)], { of: other });
    const cancel = new CancelSession(world.database);
    await world.as(world.leader, () => cancel.run(world.leader, fourth!.id, fourth!.version));
    expect(await list(world.leader, other)).toMatchObject({ total: 1, items: [{ session: fifth!.id }] });
    expect((await told(other)).at(-1)).toMatchObject({ sessionId: fourth!.id, present: 0, absent: 0 });
    expect((await ownSessions(world.leader)).items.map(({ id }) => id)).not.toContain(fourth!.id);
    await record(sessions[0], [away(theirs)], { of: other });
    await world.withdraw(other);
    expect(await world.all('SELECT session_id FROM attendance WHERE family_id = $1', [other])).toEqual([
      { session_id: sessions[0]!.id },
    ]);
    expect((await told(other)).at(-1)).toMatchObject({ sessionId: fifth!.id, present: 0, absent: 0 });
  });

  it('is settled some days after the session, which is no longer among those to note', async () => {
    const listed = async () => (await ownSessions(world.leader)).items.map(({ id }) => id);
    await world.setClock('2026-10-29T08:00:00Z');
    expect(await listed()).toContain(sessions[0]!.id);
    await world.setClock('2026-10-30T08:00:00Z');
    expect(await listed()).not.toContain(sessions[0]!.id);
    const [{ id, version } = { id: '', version: 0 }] = (await at(sessions[0]!.id)).items;
    await expect(correct(id, version, [came(mother)])).rejects.toMatchObject({ problem: 'attendance-settled' });
    await world.setClock('2026-10-02T08:00:00Z');
  });

  it('goes with its family, marks and all', async () => {
    await known.erased(family);
    expect(await world.all('SELECT id FROM attendance WHERE family_id = $1', [family])).toEqual([]);
    expect(await world.all('SELECT person_id FROM attendance_mark WHERE person_id = $1', [mother])).toEqual([]);
  });
});
