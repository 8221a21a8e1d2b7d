import { World } from '../../test/world.js';
import type { GroupView } from '../groups/groups.dto.js';
import type { SessionView } from './courses.dto.js';
import { MarkHeld } from './mark-held.js';
import { PlaceCourse } from './place-course.js';

describe('marking a session as held', () => {
  let world: World;
  let group: GroupView;
  let families: string[];
  let sessions: SessionView[];
  beforeAll(async () => {
    world = await World.make();
    group = await world.group();
    families = [(await world.seat(group, 0)).familyId, (await world.seat(group, 1)).familyId];
    const wish = { from: '2026-10-01', weekday: 'thursday', startTime: '16:00' } as const;
    const course = await world.as(world.leader, () =>
      new PlaceCourse(world.database).run(world.leader, group.id, group.version, wish),
    );
    ({ sessions } = course);
  });
  afterAll(() => world.stop());

  const mark = (session: SessionView, version = session.version, actor = world.leader) =>
    world.as(actor, () => new MarkHeld(world.database).run(actor, session.id, version));
  const told = async (session: SessionView) =>
    (await world.events('session-held')).filter(({ data }) => data['sessionId'] === session.id);

  it("is refused before it has begun by the municipality's clock", async () => {
    await world.setClock('2026-10-01T13:59:00Z');
    await expect(mark(sessions[0]!)).rejects.toMatchObject({ kind: 'rule', problem: 'session-not-begun' });
    expect(await told(sessions[0]!)).toEqual([]);
  });

  it('tells each seated family, with the date it was held and not the date it was entered', async () => {
    await world.setClock('2026-10-20T10:00:00Z');
    expect(await mark(sessions[0]!)).toMatchObject({ heldOn: '2026-10-01', version: 2 });
    const events = await told(sessions[0]!);
    expect(events.map(({ order_key }) => order_key).toSorted()).toEqual(families.toSorted());
    expect(events[0]!.data).toMatchObject({
      groupId: group.id,
      kind: 'session',
      heldOn: '2026-10-01',
      programme: 'nyborg-familiestue',
    });
    const [row] = await world.all<{ recorded: Date }>(
      'SELECT held_recorded_at AS recorded FROM appointment WHERE id = $1',
      [sessions[0]!.id],
    );
    expect(row!.recorded.toISOString().slice(0, 10)).toBe('2026-10-20');
  });

  it('happens once, whatever version is sent', async () => {
    expect(await mark(sessions[0]!)).toMatchObject({ version: 2 });
    expect(await mark(sessions[0]!, 2)).toMatchObject({ version: 2 });
    expect(await told(sessions[0]!)).toHaveLength(2);
  });

  it('by many at once tells each family once', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 16 }, () => mark(sessions[1]!)));
    expect(outcomes.every(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await told(sessions[1]!)).toHaveLength(2);
  });

  it('is rolled back with its events', async () => {
    await world.withoutOutbox(() => mark(sessions[2]!));
    expect((await world.read(group)).course!.sessions[2]).toMatchObject({ heldOn: null, version: 1 });
  });

  it('does not tell a family that was seated afterwards', async () => {
    const late = (await world.seat(group, 2)).familyId;
    await world.inTx((tx) => tx.query('UPDATE seat SET taken_on = $1 WHERE family_id = $2', ['2026-10-19', late]));
    await mark(sessions[2]!);
    expect((await told(sessions[2]!)).map(({ order_key }) => order_key)).not.toContain(late);
  });

  it('is out of reach for another unit, and stale from an old version', async () => {
    await expect(mark(sessions[3]!, 1, world.stranger)).rejects.toMatchObject({ problem: 'not-found' });
    await expect(mark(sessions[3]!, 9)).rejects.toMatchObject({ problem: 'stale' });
  });
});
