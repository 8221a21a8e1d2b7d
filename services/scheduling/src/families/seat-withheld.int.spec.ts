import { Looks, noGround, theRegister, type Actor } from '@helhed/access';
import { newId, type DomainError } from '@helhed/kernel';
import type { Known } from '../../test/known.js';
import { away, came, placedCourse } from '../../test/placed-course.js';
import type { World } from '../../test/world.js';
import { CorrectAttendance } from '../attendance/correct-attendance.js';
import { RecordAttendance } from '../attendance/record-attendance.js';
import type { Mark } from '../attendance/attendance.js';
import { CancelConversation } from '../conversations/cancel-conversation.js';
import { MarkConversationHeld } from '../conversations/mark-conversation-held.js';
import { MoveConversation } from '../conversations/move-conversation.js';
import { PlaceConversation } from '../conversations/place-conversation.js';
import type { SessionView } from '../courses/courses.dto.js';
import type { GroupView } from '../groups/groups.dto.js';

let world: World;
let known: Known;
let group: GroupView;
let sessions: readonly SessionView[];
let family: string;
let other: string;
let [mother, child]: string[] = [];
/** The family's: one that is off, and one to come. */
let off: string;
let coming: string;
/** What was noted of it at the first session. */
let noted: string;
/** Where the programme lets nobody see its families’ appointments but by what they say yes to. */
let blind: Looks;
beforeAll(async () => {
  ({ world, known, group, sessions, family, other, mother, child } = await placedCourse());
  blind = new Looks(world.database, theRegister);
  const talks = await world.all<{ id: string; conversation: string }>(
    `SELECT id, conversation FROM appointment WHERE family_id = $1`,
    [family],
  );
  const called = (code: string) => talks.find(({ conversation }) => conversation === code)!.id;
  [off, coming] = [called('midway'), called('evaluation')];
  await cancel(off, 1, world.looks);
  noted = (await record(0, [came(mother), away(child)], world.looks)).id;
});
afterAll(() => world.stop());

const by = (): Actor => world.leader;
const as = <T>(work: () => Promise<T>, key = newId()): Promise<T> => world.as(by(), work, key);
const record = (at: number, marks: readonly Mark[], looks = blind, { of = family, key = newId() } = {}) =>
  as(
    () =>
      new RecordAttendance(world.database, looks).run(by(), {
        session: sessions[at]!.id,
        family: of,
        marks: [...marks],
      }),
    key,
  );
const correct = (version: number, marks: readonly Mark[], looks = blind) =>
  as(() => new CorrectAttendance(world.database, looks).run(by(), noted, version, { marks: [...marks] }));
const cancel = (id: string, version = 1, looks = blind) =>
  as(() => new CancelConversation(world.database, looks).run(by(), id, version));
const held = (id: string, version = 1, looks = blind) =>
  as(() => new MarkConversationHeld(world.database, looks).run(by(), id, version));
const to = { date: '2026-11-24', startTime: '11:00' };
const move = (id: string, version = 1, looks = blind) =>
  as(() => new MoveConversation(world.database, looks).run(by(), id, version, to));
const place = (conversation: string, looks = blind, of = family) =>
  as(() =>
    new PlaceConversation(world.database, looks).run(by(), { group: group.id, family: of, conversation, ...to }),
  );

type Commands = readonly (readonly [what: string, run: (looks?: Looks) => Promise<unknown>])[];
const commands: Commands = [
  ['that somebody stays away', (looks) => record(1, [away(child!)], looks)],
  ['that a stranger stays away', (looks) => record(1, [away(newId())], looks)],
  ['that somebody of another family stays away', (looks) => record(1, [away(other)], looks)],
  ['that somebody came to what has not begun', (looks) => record(1, [came(mother!)], looks)],
  ['what was noted already', (looks) => record(0, [came(mother!)], looks)],
  ['what was noted, corrected', (looks) => correct(1, [came(mother!)], looks)],
  ['the same by another version', (looks) => correct(7, [came(mother!)], looks)],
  ['the same of a stranger', (looks) => correct(1, [came(newId())], looks)],
  ['a conversation cancelled', (looks) => cancel(coming, 1, looks)],
  ['one that is off cancelled', (looks) => cancel(off, 2, looks)],
  ['one moved', (looks) => move(coming, 1, looks)],
  ['one that is off moved', (looks) => move(off, 2, looks)],
  ['one moved by another version', (looks) => move(coming, 7, looks)],
  ['one held', (looks) => held(coming, 1, looks)],
  ['one that is off held', (looks) => held(off, 2, looks)],
  ['one placed', (looks) => place('midway', looks)],
  ['one placed that there is', (looks) => place('evaluation', looks)],
  ['one placed that the programme has not', (looks) => place('none', looks)],
];

const answerTo = (done: Promise<unknown>): Promise<unknown> =>
  done.then(
    () => 'done',
    ({ kind, problem, fields }: DomainError) => ({ kind, problem, fields }),
  );
const withheld = { kind: 'conflict', problem: 'seat-withheld', fields: [] };
const all = async () => [
  await world.all('SELECT * FROM appointment ORDER BY id'),
  await world.all('SELECT * FROM attendance_mark ORDER BY attendance_id, person_id'),
];
const logged = () =>
  world.all<{ kind: string; act: string; subjects: string[] }>(
    'SELECT kind, act, subjects FROM helhed.access_log ORDER BY id',
  );
/** The family says yes to that the group's unit knows of its appointments. */
const letSee = () => known.mayHaveFeed(family, { purpose: 'course' });

describe('where a family’s seat is withheld (A-CMD-06)', () => {
  it.each(commands)('nobody notes or changes %s, and that tells not how it stands', async (_, run) => {
    const [before, looked] = [await all(), await logged()];
    expect(await answerTo(run())).toEqual(withheld);
    await known.withdraw(await letSee(), family);
    expect(await answerTo(run())).toEqual(withheld);
    expect([await all(), await logged()]).toEqual([before, looked]);
  });

  it.each(commands)('nor is it told of %s while nobody can say whether it may be seen', async (_, run) => {
    const looks = new Looks(world.database, noGround);
    expect(await answerTo(run(looks))).toEqual(withheld);
    const basis = await letSee();
    const [before, looked] = [await all(), await logged()];
    expect(await answerTo(run(looks))).toMatchObject({ problem: 'consent-unavailable' });
    expect([await all(), await logged()]).toEqual([before, looked]);
    await known.withdraw(basis, family);
  });

  it('a family that does not come there is unknown, as before', async () => {
    const unknown = await answerTo(record(1, [away(child!)], blind, { of: newId() }));
    expect(unknown).toMatchObject({ problem: 'resource-unknown' });
    expect(await answerTo(place('midway', blind, newId()))).toMatchObject({ problem: 'resource-unknown' });
    expect(await answerTo(cancel(newId()))).toMatchObject({ problem: 'not-found' });
  });

  it('to whom it is shown, a refusal is a look in the log, and says which name is wrong', async () => {
    const basis = await letSee();
    const refused = async (done: Promise<unknown>, problem: string, act: string, fields: unknown = []) => {
      expect(await answerTo(done)).toMatchObject({ problem, fields });
      const last = (await logged()).at(-1);
      expect(last).toMatchObject({ kind: 'look', act, subjects: expect.arrayContaining([family]) });
    };
    const wrong = (at: number) => [expect.objectContaining({ field: `marks.${at}.person`, rule: 'not-expected' })];
    const invalid = 'attendance-invalid';
    await refused(record(1, [away(child!), away(newId())]), invalid, 'attendance.record', wrong(1));
    await refused(record(0, [came(mother!)]), 'attendance-recorded', 'attendance.record');
    await refused(correct(1, [came(newId())]), invalid, 'attendance.correct', wrong(0));
    await refused(cancel(coming, 7), 'stale', 'conversation.cancel');
    await refused(move(off, 2), 'conversation-cancelled', 'conversation.move');
    await refused(held(coming), 'conversation-not-begun', 'conversation.mark-held');
    await refused(place('evaluation'), 'conversation-placed-already', 'conversation.place');
    const before = (await logged()).length;
    expect(await cancel(coming)).toEqual({ id: coming, version: 2 });
    expect((await logged()).slice(before)).toMatchObject([{ kind: 'command', act: 'conversation.cancel' }]);
    await known.withdraw(basis, family);
  });

  it('nor is what was done told again, by the same key', async () => {
    const basis = await letSee();
    const key = newId();
    const { id } = await record(2, [away(child!)], blind, { key });
    expect(await record(2, [away(child!)], blind, { key })).toMatchObject({ id });
    await known.withdraw(basis, family);
    expect(await answerTo(record(2, [away(child!)], blind, { key }))).toEqual(withheld);
  });
});
