import { newId } from '@helhed/kernel';
import type { Known } from '../../test/known.js';
import { placedCourse } from '../../test/placed-course.js';
import type { World } from '../../test/world.js';
import { CancelConversation } from '../conversations/cancel-conversation.js';
import { MoveConversation } from '../conversations/move-conversation.js';
import type { GroupView } from '../groups/groups.dto.js';
import { snapshotOf } from '../snapshot/snapshot-of.js';
import { ArrangeNeed } from './arrange-need.js';
import { FindNeeds } from './find-needs.js';
import { NameNeed } from './name-need.js';
import type { NameNeed as Wish } from './needs.dto.js';

interface Talk {
  readonly id: string;
  readonly conversation: string;
  readonly date: string;
  readonly start: string;
}

describe('what a family needs at its own conversation', () => {
  let world: World;
  let known: Known;
  let group: GroupView;
  let family: string;
  let other: string;
  beforeEach(async () => {
    ({ world, known, group, family, other } = await placedCourse());
  });
  afterEach(() => world.stop());

  const talk = async (code = 'midway', of = family): Promise<Talk> => {
    const [found] = await world.all<Talk>(
      `SELECT id, conversation, local_date::text AS date, start_time AS start FROM appointment
       WHERE family_id = $1 AND conversation = $2`,
      [of, code],
    );
    return found!;
  };
  const name = (wish: Wish, by = world.leader) =>
    world.as(by, () => new NameNeed(world.database, world.looks).run(by, wish));
  const interpreter = (appointment: string, of = family) =>
    name({ kind: 'interpreter', appointment, family: of, language: 'ar' });
  const arrange = (id: string) =>
    world.as(world.leader, () =>
      new ArrangeNeed(world.database, world.looks).run(world.leader, id, 1, { by: 'supplier', reference: 'T-1' }),
    );
  const list = async (appointment: string, by = world.leader) =>
    (await world.as(by, () => new FindNeeds(world.looks, world.paging).page(by, { limit: 50, appointment }))).items;
  const cancel = (id: string) =>
    world.as(world.leader, () => new CancelConversation(world.database, world.looks).run(world.leader, id, 1));

  /** Of needs, by the appointment: also to who missed it. */
  const told = async (of: string) => [
    ...(await world.events('need-recorded')).filter(({ order_key: key }) => key === of),
    ...(await world.inTx((tx) => snapshotOf(tx, of))),
  ];

  it('is named, listed and arranged as any need of the family, and is told nobody: whose it is, the conversation tells', async () => {
    const { id: appointment, date, start } = await talk();
    const { id } = await interpreter(appointment);
    expect(await list(appointment)).toMatchObject([
      { id, appointment, group: group.id, family, date, startTime: start, kind: 'interpreter', state: 'named' },
    ]);
    await expect(interpreter(appointment)).rejects.toMatchObject({ problem: 'need-named-already' });
    expect(await arrange(id)).toEqual({ id, version: 2 });
    const minding = { kind: 'child-minding', appointment, family, children: 2 } as const;
    expect(await name(minding)).toMatchObject({ version: 1 });
    expect(await told(appointment)).toEqual([]);
  });

  it('is nobody else’s there: whose it is not, and a whole group, is told what of no appointment is', async () => {
    const { id: appointment } = await talk();
    const unknown = await interpreter(newId()).catch((error: unknown) => error);
    expect(unknown).toMatchObject({ kind: 'rule', problem: 'resource-unknown' });
    const minding = { kind: 'child-minding', appointment } as const;
    for (const refused of [interpreter(appointment, other), name({ kind: 'meal', appointment }), name(minding)])
      await expect(refused).rejects.toEqual(unknown);
    expect(await list(appointment)).toEqual([]);
  });

  it('moves with it, and ends with it', async () => {
    const [moved, off] = [await talk(), await talk('evaluation')];
    const [first, second, third] = [
      (await interpreter(moved.id)).id,
      (await interpreter(off.id)).id,
      (await name({ kind: 'child-minding', appointment: off.id, family, children: 1 })).id,
    ];
    for (const id of [first, second]) await arrange(id);
    const to = { date: '2026-11-24', startTime: '11:00' };
    await world.as(world.leader, () =>
      new MoveConversation(world.database, world.looks).run(world.leader, moved.id, 1, to),
    );
    expect(await list(moved.id)).toMatchObject([{ id: first, state: 'to-rearrange', ...to }]);
    await cancel(off.id);
    expect(await list(off.id)).toMatchObject([{ id: second, state: 'to-call-off' }]);
    expect(await world.all('SELECT state FROM appointment_need WHERE id = $1', [third])).toEqual([
      { state: 'not-needed' },
    ]);
    for (const { id } of [moved, off]) expect(await told(id)).toEqual([]);
    await expect(interpreter(off.id)).rejects.toMatchObject({ problem: 'conversation-cancelled' });
  });

  it('of a family that leaves is the planner’s to call off, and gone once the family is erased', async () => {
    const { id: appointment } = await talk();
    const { id } = await interpreter(appointment);
    await arrange(id);
    await world.withdraw(family);
    expect(await list(appointment)).toMatchObject([{ id, family: null, state: 'to-call-off' }]);
    expect(await told(appointment)).toEqual([]);
    await known.erased(family);
    expect(await world.all('SELECT id FROM appointment WHERE id = $1', [appointment])).toEqual([]);
    expect(await world.all('SELECT id FROM appointment_need WHERE id = $1', [id])).toEqual([]);
  });
});
