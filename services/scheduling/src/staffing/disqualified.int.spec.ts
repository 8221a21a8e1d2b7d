import { endEmployeeRelation, keepEmployeeRelation } from '@helhed/access';
import { newId } from '@helhed/kernel';
import { Known } from '../../test/known.js';
import { World } from '../../test/world.js';
import { FindAlarms } from './find-alarms.js';
import { JoinStaff } from './join-staff.js';
import { ReleaseStaff } from './release-staff.js';
import { StaffingTimer } from './staffing-timer.js';

const unsuitable = { kind: 'rule', problem: 'staff-unsuitable' };

describe('who may not run a group with a family', () => {
  let world: World;
  let known: Known;
  beforeAll(async () => {
    world = await World.make();
    known = new Known(world);
  });
  afterAll(() => world.stop());

  type Group = Awaited<ReturnType<World['group']>>;
  const subOf = async (staff: string) =>
    (await world.all<{ sub: string }>('SELECT sub FROM staff WHERE id = $1', [staff]))[0]?.sub ?? '';
  const change = (Command: typeof JoinStaff | typeof ReleaseStaff, { id }: { id: string }, staff: string) =>
    world.as(world.leader, async () => {
      const { version } = await world.read({ id });
      return new Command(world.database).run(world.leader, id, version, { staff });
    });
  const join = (group: { id: string }, staff: string) => change(JoinStaff, group, staff);
  const alarms = async ({ id }: { id: string }) => {
    const { items } = await world.as(world.lead, () =>
      new FindAlarms(world.database, world.paging).page(world.lead, { limit: 200, programme: undefined }),
    );
    return items
      .filter(({ group }) => group === id)
      .map(({ function: code, needed, present }) => [code, needed, present]);
  };
  /** A family of which persons are known, before it has a place. */
  const family = async () => {
    const [familyId, parent] = [newId(), newId()];
    await world.referred(familyId, [parent, newId()]);
    return { familyId, parent };
  };
  const leaderOf = ({ staff }: Group) => subOf(staff[0] as string);
  const oneShort = [['group-leader', 2, 1]];

  it.each(['own-person', 'relative'] as const)(
    'does not join it where somebody in the family is their %s, and is told neither whom nor why',
    async (kind) => {
      const group = await world.group();
      const { familyId, parent } = await family();
      await world.assign(group, 0, familyId);
      const { id: staff } = await world.addStaff('Vikar');
      await known.employee(await subOf(staff), parent, kind);
      const refused: unknown = await join(group, staff).catch((error: unknown) => error);
      expect(refused).toMatchObject({
        ...unsuitable,
        fields: [{ field: 'staff', rule: 'staff-unsuitable' }],
        extension: {},
      });
      expect(JSON.stringify(refused)).not.toMatch(new RegExp(`${familyId}|${parent}|own|relative|family`));
      expect((await world.read(group)).staff).not.toContain(staff);
      // in another group there is nobody
      const other = await world.group();
      expect((await join(other, staff)).staff).toContain(staff);
    },
  );

  it('is refused as a look, in the log: of that family and of who is theirs, not of whom on the staff', async () => {
    const group = await world.group();
    const { familyId, parent } = await family();
    await world.assign(group, 0, familyId);
    await world.seat(group, 1);
    const { id: staff } = await world.addStaff('Vikar');
    await known.employee(await subOf(staff), parent, 'relative');
    const logged = () =>
      world.all<{ kind: string; subjects: string[] }>(
        `SELECT kind, act, subjects, categories, refused, actor_sub AS by FROM helhed.access_log
         WHERE act = 'group.join-staff' ORDER BY id`,
      );
    const before = await logged();
    for (let tries = 0; tries < 2; tries++) await expect(join(group, staff)).rejects.toMatchObject(unsuitable);
    const looks = (await logged()).slice(before.length);
    const look = { kind: 'look', act: 'group.join-staff', categories: [], refused: false, by: world.leader.sub };
    expect(looks.map(({ subjects, ...rest }) => [rest, new Set(subjects)])).toEqual(
      Array.from({ length: 2 }, () => [look, new Set([familyId, parent])]),
    );
    // what is refused for another reason tells nothing of anybody
    const { id, version } = await world.read(group);
    const stale = world.as(world.leader, () =>
      new JoinStaff(world.database).run(world.leader, id, version + 1, { staff }),
    );
    await expect(stale).rejects.toMatchObject({ problem: 'stale' });
    const other = await world.group();
    expect((await join(other, staff)).staff).toContain(staff);
    expect((await logged()).slice(before.length + 2)).toMatchObject([{ kind: 'command', subjects: [staff] }]);
  });

  it('is not counted as there when such a family comes: an alarm, until somebody else runs it or the family leaves', async () => {
    const group = await world.group();
    const { familyId, parent } = await family();
    await known.employee(await leaderOf(group), parent, 'relative');
    expect(await alarms(group)).toEqual([]);
    await world.assign(group, 0, familyId);
    expect(await alarms(group)).toEqual(oneShort);
    const { id: substitute } = await world.addStaff('Vikar');
    expect((await join(group, substitute)).short).toEqual([]);
    expect(await alarms(group)).toEqual([]);
    await change(ReleaseStaff, group, substitute);
    expect(await alarms(group)).toEqual(oneShort);
    await world.withdraw(familyId);
    expect(await alarms(group)).toEqual([]);
  });

  it('is found by who is enrolled too, and no more once the family’s referral is closed', async () => {
    const group = await world.group();
    const { familyId } = await world.seat(group, 0);
    const [member = ''] = await known.membersOf(familyId);
    const { id: staff } = await world.addStaff('Vikar');
    await known.employee(await subOf(staff), member, 'own-person');
    await expect(join(group, staff)).rejects.toMatchObject(unsuitable);
    await known.closed(familyId);
    expect((await join(group, staff)).staff).toContain(staff);
  });

  it('is looked for each hour, as it may be declared, begin and end at any time', async () => {
    const group = await world.group();
    const { familyId, parent } = await family();
    await world.assign(group, 0, familyId);
    const timer = new StaffingTimer(world.database, world.workers);
    const relationId = newId();
    const row = { relationId, sub: await leaderOf(group), personId: parent, kind: 'relative' as const };
    await world.inTx((tx) => keepEmployeeRelation(tx, { ...row, from: '2026-09-02', to: null }));
    await timer.run();
    expect(await alarms(group)).toEqual([]);
    await world.setClock('2026-09-02T08:00:00Z');
    await timer.run();
    expect(await alarms(group)).toEqual(oneShort);
    await world.inTx((tx) => endEmployeeRelation(tx, { relationId, personId: parent, to: '2026-09-02' }));
    await timer.run();
    expect(await alarms(group)).toEqual([]);
    await world.setClock('2026-09-01T08:00:00Z');
  });

  it('joins while the family comes: refused, or an alarm says that the group is short', async () => {
    for (let round = 0; round < 8; round++) {
      const group = await world.group();
      const [leaves] = group.staff as [string];
      await change(ReleaseStaff, group, leaves);
      const { familyId, parent } = await family();
      const { id: staff } = await world.addStaff('Vikar');
      await known.employee(await subOf(staff), parent, 'relative');
      const [joined] = await Promise.allSettled([join(group, staff), world.assign(group, 0, familyId)]);
      if (joined.status === 'rejected') expect(joined.reason).toMatchObject(unsuitable);
      expect(await alarms(group)).toEqual(oneShort);
    }
  });
});
