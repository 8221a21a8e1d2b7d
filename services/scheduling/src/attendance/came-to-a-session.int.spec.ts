import { newId } from '@helhed/kernel';
import { away, came, placedCourse, type PlacedCourse } from '../../test/placed-course.js';
import { enrolledIn } from '../../test/members.js';
import { MarkHeld } from '../courses/mark-held.js';
import type { Mark } from './attendance.js';
import { CorrectAttendance } from './correct-attendance.js';
import { RecordAttendance } from './record-attendance.js';

describe('that somebody came to a session', () => {
  let at: PlacedCourse;
  let evening: number;
  beforeAll(async () => {
    at = await placedCourse();
    evening = at.sessions.findIndex(({ kind }) => kind === 'theme-evening');
  });
  afterAll(() => at.world.stop());

  const run = <T>(work: (by: typeof at.world.leader) => Promise<T>, key = newId()) =>
    at.world.as(at.world.leader, () => work(at.world.leader), key);
  const record = (session: number, of: string, ...marks: Mark[]) =>
    run((by) =>
      new RecordAttendance(at.world.database, at.world.looks).run(by, {
        session: at.sessions[session]!.id,
        family: of,
        marks,
      }),
    );
  const correct = ({ id, version }: { id: string; version: number }, ...marks: Mark[]) =>
    run((by) => new CorrectAttendance(at.world.database, at.world.looks).run(by, id, version, { marks }));
  const markHeld = (session: number) =>
    run((by) => new MarkHeld(at.world.database).run(by, at.sessions[session]!.id, at.sessions[session]!.version));
  const told = async (session: number) =>
    (await at.world.events('session-held')).filter(({ data }) => data['sessionId'] === at.sessions[session]!.id);
  const heldOn = async (session: number) => {
    const sql = 'SELECT held_on::text AS on, version FROM appointment WHERE id = $1';
    return (await at.world.all<{ on: string | null; version: number }>(sql, [at.sessions[session]!.id]))[0];
  };
  /** What the log says the last command was, and of whom. */
  const logged = async () => {
    const sql = 'SELECT act, subjects FROM helhed.access_log ORDER BY id DESC LIMIT 1';
    const [{ act, subjects } = { act: '', subjects: [] }] = await at.world.all<{ act: string; subjects: string[] }>(
      sql,
    );
    return { act, subjects: subjects.toSorted() };
  };

  it('marks it as held on its date, tells each family and is in the log, all once', async () => {
    const { world, family, other, mother, child, group, sessions } = at;
    const noted = await record(0, family, came(mother), away(child));
    const act = 'attendance.record';
    expect(await logged()).toEqual({ act, subjects: [family, other, mother, child].toSorted() });
    expect(await heldOn(0)).toEqual({ on: sessions[0]?.date, version: 2 });
    expect((await told(0)).map(({ order_key }) => order_key).toSorted()).toEqual([family, other].toSorted());
    expect((await told(0))[0]?.data).toMatchObject({ groupId: group.id, kind: 'session', heldOn: sessions[0]?.date });
    const [theirs = ''] = await enrolledIn(world, other, 'child');
    await record(0, other, came(theirs));
    expect(await logged()).toEqual({ act, subjects: [other, theirs].toSorted() });
    await correct(noted, came(child));
    expect(await markHeld(0)).toMatchObject({ heldOn: sessions[0]?.date, version: 2 });
    expect(await told(0)).toHaveLength(2);
  });

  it('is not said where everybody stayed away, until it is corrected', async () => {
    const { world, family, mother, sessions } = at;
    const noted = await record(1, family, away(mother));
    expect(await heldOn(1)).toEqual({ on: null, version: 1 });
    await world.setClock(`${sessions[1]!.date}T20:00:00Z`);
    const again = await correct(noted, away(mother, 'other'));
    expect(await heldOn(1)).toEqual({ on: null, version: 1 });
    expect(await told(1)).toEqual([]);
    await correct(again, came(mother));
    expect(await heldOn(1)).toEqual({ on: sessions[1]?.date, version: 2 });
    expect(await told(1)).toHaveLength(2);
  });

  it('by many at once is said once, and leaves a session alone that somebody marked', async () => {
    const { world, family, other, mother, sessions } = at;
    await world.setClock(`${sessions[evening]!.date}T21:00:00Z`);
    const [theirs = ''] = await enrolledIn(world, other, 'parent');
    const all = [record(evening, family, came(mother)), record(evening, other, came(theirs)), markHeld(evening)];
    expect((await Promise.allSettled(all)).map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ]);
    expect(await heldOn(evening)).toEqual({ on: sessions[evening]?.date, version: 2 });
    expect(await told(evening)).toHaveLength(2);
  });

  it('is rolled back with what it says', async () => {
    const { world, family, mother, sessions } = at;
    const third = sessions.findIndex(({ kind, number }) => kind === 'session' && number === 3);
    await world.setClock(`${sessions[third]!.date}T21:00:00Z`);
    await world.withoutOutbox(() => record(third, family, came(mother)));
    expect(await heldOn(third)).toEqual({ on: null, version: 1 });
  });
});
