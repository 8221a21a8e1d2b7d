import { newId } from '@helhed/kernel';
import { as, personIn } from '../../test/actors.js';
import { barredFrom, events, logged, received } from '../../test/told.js';
import { esbjerg, nyborg, startWorld, type World } from '../../test/world.js';
import { daysAfter } from '../families/days-after.js';
import { EndClearance } from './end-clearance.js';
import { GiveClearance } from './give-clearance.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

const lone = personIn(nyborg, 'programme-lead', 'familiestuen');
const from = '2026-10-05';
const wish = (familyId: string) => ({
  familyId,
  sub: 'gitte',
  unit: 'familiestuen',
  function: 'group-leader',
  from,
  to: '2026-12-05',
});
const give = (familyId: string, changes: object = {}, key?: string, actor = lone) =>
  as(
    actor,
    (someone) => new GiveClearance(world.database, world.families).run(someone, { ...wish(familyId), ...changes }),
    key,
  );
const end = (id: string, version: number, on?: string, actor = lone) =>
  as(actor, (someone) => new EndClearance(world.database, world.families).run(someone, id, version, on));

describe('a clearance', () => {
  it('is told, logged and kept for the decision', async () => {
    const { familyId } = await received(world);
    const { id } = await give(familyId);
    const [event] = await events(world, familyId, 'clearance-given');
    expect(event?.data).toEqual({ clearanceId: id, ...wish(familyId) });
    expect(await logged(world, familyId)).toEqual([{ kind: 'command', act: 'clearance.give' }]);
    expect(await world.rows('SELECT sub, function FROM helhed.clearance WHERE id = $1', [id])).toEqual([
      { sub: 'gitte', function: 'group-leader' },
    ]);
  });

  it('ends before its time, once', async () => {
    const { familyId } = await received(world);
    const { id } = await give(familyId);
    const ends = await Promise.allSettled(Array.from({ length: 8 }, () => end(id, 1, '2026-10-20')));
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await events(world, familyId, 'clearance-ended')).map(({ data }) => data['to'])).toEqual(['2026-10-20']);
    await expect(end(id, 2, '2026-12-05')).rejects.toMatchObject({ problem: 'already-ended' });
  });

  it('is given by somebody else, for a family that is known, and for no longer than the ground rules say', async () => {
    const { familyId } = await received(world);
    await expect(give(familyId, { sub: lone.sub })).rejects.toMatchObject({ problem: 'own-relation' });
    await expect(give(newId())).rejects.toMatchObject({ problem: 'family-unknown' });
    const stranger = personIn(esbjerg, 'programme-lead', 'familiestuen');
    await expect(give(familyId, {}, undefined, stranger)).rejects.toMatchObject({ problem: 'family-unknown' });
    await expect(give(familyId, { to: daysAfter(from, 91) })).rejects.toMatchObject({ problem: 'period-too-long' });
    expect(await give(familyId, { to: daysAfter(from, 90) })).toMatchObject({ from });
    const { id } = await give(familyId);
    await expect(end(id, 1, undefined, stranger)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('is answered again, and logged, only to whom it still would be', async () => {
    const family = await received(world);
    const { familyId } = family;
    const key = newId();
    const made = await give(familyId, {}, key);
    expect(await give(familyId, {}, key)).toEqual(made);
    expect(await logged(world, familyId)).toEqual([{ kind: 'look', act: 'clearance.give' }]);
    await barredFrom(world, lone, family.maja);
    await expect(give(familyId, {}, key)).rejects.toMatchObject({ problem: 'relative-record' });
  });

  it('happens once for one Idempotency-Key, and leaves nothing behind when its transaction fails', async () => {
    const { familyId } = await received(world);
    const key = newId();
    expect(await give(familyId, {}, key)).toEqual(await give(familyId, {}, key));
    await expect(new GiveClearance(world.database, world.families).run(lone, wish(familyId))).rejects.toThrow(
      'needs an actor',
    );
    expect(await events(world, familyId, 'clearance-given')).toHaveLength(1);
    expect(await world.rows('SELECT id FROM clearance WHERE family_id = $1', [familyId])).toHaveLength(1);
  });
});
