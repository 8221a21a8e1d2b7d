import { Looks, noGround, standingBasesIn, type Actor } from '@helhed/access';
import { newId, type DomainError } from '@helhed/kernel';
import type { Known } from '../../test/known.js';
import { placedCourse } from '../../test/placed-course.js';
import type { World } from '../../test/world.js';
import type { SessionView } from '../courses/courses.dto.js';
import { ArrangeNeed } from './arrange-need.js';
import { CallOffNeed } from './call-off-need.js';
import { ChangeNeed } from './change-need.js';
import { NameNeed } from './name-need.js';
import type { NameNeed as Wish } from './needs.dto.js';
import { WithdrawNeed } from './withdraw-need.js';

let world: World;
let known: Known;
let sessions: readonly SessionView[];
let family: string;
let other: string;
/** The family's, in another area than the group's. */
let karen: Actor;
/** One of each state that a need comes to. */
let named: string;
let arranged: string;
let toCallOff: string;
let over: string;
beforeAll(async () => {
  ({ world, known, sessions, family, other } = await placedCourse());
  karen = world.person('familieafdelingen', 'family-coordinator');
  await known.coordinator(karen.sub, family);
  [named, arranged, toCallOff, over] = [
    await interpreter(2),
    await interpreter(3),
    await interpreter(4),
    await interpreter(5),
  ];
  const by = world.leader;
  await arrange(arranged, 1, by);
  await arrange(toCallOff, 1, by);
  await withdraw(toCallOff, 2, by);
  await withdraw(over, 1, by);
});
afterAll(() => world.stop());

type Command = (id: string, version: number, by?: Actor, looks?: Looks) => Promise<unknown>;
const arrange: Command = (id, version, by = karen, looks = world.looks) =>
  world.as(by, () =>
    new ArrangeNeed(world.database, looks).run(by, id, version, { by: 'supplier', reference: 'TOLK-117' }),
  );
const change: Command = (id, version, by = karen, looks = world.looks) =>
  world.as(by, () => new ChangeNeed(world.database, looks).run(by, id, version, { language: 'ti' }));
const changeFor: Command = (id, version, by = karen, looks = world.looks) =>
  world.as(by, () => new ChangeNeed(world.database, looks).run(by, id, version, { language: 'ar', person: newId() }));
const withdraw: Command = (id, version, by = karen, looks = world.looks) =>
  world.as(by, () => new WithdrawNeed(world.database, looks).run(by, id, version));
const callOff: Command = (id, version, by = karen, looks = world.looks) =>
  world.as(by, () => new CallOffNeed(world.database, looks).run(by, id, version));
const name = (wish: Wish, by = karen, looks = world.looks, key = newId()) =>
  world.as(by, () => new NameNeed(world.database, looks).run(by, wish), key);
const wished = (at: number, language = 'ar', of = family) =>
  ({ kind: 'interpreter', appointment: sessions[at]!.id, family: of, language }) as const;
const interpreter = async (at: number): Promise<string> => (await name(wished(at), world.leader)).id;

const commands: [name: string, run: Command][] = [
  ['arranged', arrange],
  ['changed', change],
  ['changed for somebody', changeFor],
  ['withdrawn', withdraw],
  ['called off', callOff],
];
const wishes: [of: string, wish: () => Wish][] = [
  ['one that was named', () => wished(2)],
  ['one that is arranged', () => wished(3)],
  ['one that is over', () => wished(5)],
  ['one that is not there', () => wished(6, 'fi')],
  ['one for somebody else', () => ({ ...wished(6, 'fi'), person: newId() })],
  ['one of what has begun', () => wished(0)],
];

const answerTo = (done: Promise<unknown>): Promise<unknown> =>
  done.then(
    () => 'done',
    ({ kind, problem, detail, fields }: DomainError) => ({ kind, problem, detail, fields }),
  );
const withheld = { kind: 'conflict', problem: 'need-withheld', fields: [] };
const all = () => world.all('SELECT * FROM appointment_need ORDER BY id');
const logged = () =>
  world.all<{ kind: string; act: string; subjects: string[] }>(
    'SELECT kind, act, subjects FROM helhed.access_log ORDER BY id',
  );
/** What lets the coordinator's department know of the family's appointments. */
const tell = (of = family, persons?: readonly string[]) =>
  known.mayHaveFeed(of, {
    layer: 'disclosure',
    purpose: 'coordination',
    toUnit: 'familieafdelingen',
    ...(persons && { persons: [...persons] }),
  });

describe('a family’s need that may not be read (A-CMD-04)', () => {
  it.each(commands)('is %s by nobody, and that tells not how it stands', async (_, run) => {
    const [before, looked] = [await all(), await logged()];
    const asked = async () => {
      for (const id of [named, arranged, toCallOff, over])
        for (const version of [1, 2, 3, 999]) expect(await answerTo(run(id, version))).toMatchObject(withheld);
    };
    await asked();
    await known.withdraw(await tell(), family);
    await asked();
    expect([await all(), await logged()]).toEqual([before, looked]);
  });

  it.each(wishes)('is not named either, be it %s', async (_, wish) => {
    const [before, looked] = [await all(), await logged()];
    expect(await answerTo(name(wish()))).toMatchObject(withheld);
    await known.withdraw(await tell(), family);
    expect(await answerTo(name(wish()))).toMatchObject(withheld);
    expect([await all(), await logged()]).toEqual([before, looked]);
  });

  it('of whom does not come to the session tells no more of it', async () => {
    const [unseated, stranger] = [newId(), newId()];
    const member = newId();
    await known.coordinator(karen.sub, unseated);
    await world.referred(unseated, [member]);
    expect(await answerTo(name(wished(2, 'ar', unseated)))).toMatchObject(withheld);
    // out of reach is another's family alone, whether or not it comes
    const unknown = await answerTo(name(wished(2, 'ar', stranger)));
    expect(unknown).toMatchObject({ problem: 'resource-unknown' });
    expect(await answerTo(name(wished(2, 'ar', other)))).toEqual(unknown);
    await tell(unseated, [member]);
    const looked = await logged();
    expect(await answerTo(name(wished(2, 'ar', unseated)))).toEqual(unknown);
    // to whom its needs would be shown, it tells that it comes not there: that is in the log
    const [told, ...more] = (await logged()).slice(looked.length);
    expect(told).toMatchObject({ kind: 'look', act: 'need.name', subjects: [unseated, member] });
    expect(more).toEqual([]);
  });

  it('is changed by its own rules once it was disclosed, and a refusal is a look in the log', async () => {
    const basis = await tell();
    const refused = async (done: Promise<unknown>, problem: string, act: string) => {
      expect(await answerTo(done)).toMatchObject({ problem });
      const last = (await logged()).at(-1);
      expect(last).toMatchObject({ kind: 'look', act, subjects: expect.arrayContaining([family]) });
    };
    await refused(change(arranged, 2), 'need-arranged', 'need.change');
    await refused(changeFor(named, 1), 'need-invalid', 'need.change');
    await refused(arrange(named, 7), 'stale', 'need.arrange');
    await refused(callOff(named, 1), 'need-named', 'need.call-off');
    await refused(name(wished(2)), 'need-named-already', 'need.name');
    await refused(name({ ...wished(6, 'fi'), person: newId() }), 'need-invalid', 'need.name');
    const key = newId();
    const made = await name(wished(7), karen, world.looks, key);
    expect(await change(made.id, 1)).toEqual({ id: made.id, version: 2 });
    expect(await name(wished(7), karen, world.looks, key)).toEqual({ id: made.id, version: 2 });
    expect((await logged()).at(-1)).toMatchObject({ kind: 'look', act: 'need.name' });
    await known.withdraw(basis, family);
    // nor is it told again
    expect(await answerTo(name(wished(7), karen, world.looks, key))).toMatchObject(withheld);
    expect(await answerTo(change(made.id, 2))).toMatchObject(withheld);
  });

  it('waits until somebody can say whether it may still be read', async () => {
    const looks = new Looks(world.database, noGround, standingBasesIn('programme_copy'));
    const unavailable = { problem: 'consent-unavailable' };
    for (const [, run] of commands) expect(await answerTo(run(named, 1, karen, looks))).toMatchObject(withheld);
    const basis = await tell();
    for (const [, run] of commands) expect(await answerTo(run(named, 1, karen, looks))).toMatchObject(unavailable);
    for (const [, wish] of wishes) expect(await answerTo(name(wish(), karen, looks))).toMatchObject(unavailable);
    await known.withdraw(basis, family);
    // what rests on no consent goes on: the group's own leader, and what is the whole group's
    expect(await answerTo(change(named, 1, world.leader, looks))).toBe('done');
    const minding = { kind: 'child-minding', appointment: sessions[8]!.id } as const;
    expect(await answerTo(name(minding, world.leader, looks))).toBe('done');
  });

  it('is not what a whole group needs: that is about nobody, and a refusal of it no look', async () => {
    const meal = { kind: 'meal', appointment: sessions[2]!.id } as const;
    const looked = await logged();
    expect(await answerTo(name(meal, world.leader))).toMatchObject({ problem: 'need-named-already' });
    expect(await answerTo(name(meal))).toMatchObject({ problem: 'resource-unknown' });
    expect(await logged()).toEqual(looked);
  });
});
