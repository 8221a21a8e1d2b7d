import { contextOf, snapshotBy, type CloudEvent } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { seededRandom } from '@helhed/testing';
import { makeHistory } from '../../test/history.js';
import { countByHand } from '../../test/oracle.js';
import { World, year, type Here } from '../../test/world.js';

/** Events by source and key, as their owners number them. */
const keysOf = (events: readonly CloudEvent[]) =>
  [...Map.groupBy(events, (event) => `${event.source} ${event.orderkey}`).values()] as CloudEvent[][];

/** What the owner tells of a key: all its events, or those that a restored one still knows. */
function snapshot(
  of: readonly CloudEvent[],
  say = of,
  number: Partial<CloudEvent> = { seq: of.length + 1 },
): CloudEvent {
  const [first] = of as [CloudEvent];
  const events = say.map(({ type, data }) => ({ type, data }));
  const data = { orderKey: first.orderkey, standsAt: (number.seq as number) - 1, events };
  return { ...first, id: newId(), type: snapshotBy(contextOf(first))!.type, ...number, data };
}

describe('a snapshot', () => {
  let world: World;
  let here: Here;
  let history: CloudEvent[];
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world?.stop());
  beforeEach(async () => {
    here = await world.municipality();
    history = makeHistory({ families: 20, seed: 23, municipality: here.code });
  });

  const facts = async (type = '%') => {
    const [row] = await world.rows<{ n: number }>(
      'SELECT count(*)::int AS n FROM fact WHERE municipality = $1 AND type LIKE $2',
      [here.code, type],
    );
    return row?.n;
  };

  it('after any number of a key’s events counts what all of them count, once', async () => {
    const random = seededRandom(5);
    const keys = keysOf(history);
    await world.deliver(keys.flatMap((events) => events.slice(0, Math.floor(random() * (events.length + 1)))));
    await world.deliver(keys.map((events) => snapshot(events)));
    const byHand = countByHand(history, year);
    expect(await here.values()).toEqual(byHand);
    await here.rebuilt();
    expect(await here.values()).toEqual(byHand);
    expect(world.refused).toEqual([]);
  });

  it('is one fact, and none where everything was heard', async () => {
    await world.deliver(history);
    const before = await facts();
    await world.deliver(keysOf(history).map((events) => snapshot(events)));
    expect(await facts()).toBe(before);
    const [first] = keysOf(makeHistory({ families: 1, seed: 9, municipality: here.code })) as [CloudEvent[]];
    await world.deliver([snapshot(first)]);
    expect(await facts()).toBe((before as number) + 1);
  });

  it('of a restored owner leaves nothing of what it has lost, once the read models are made again', async () => {
    await world.deliver(history);
    const keys = keysOf(history);
    const random = seededRandom(6);
    const incarnation = newId();
    const kept = keys.map((events) => events.slice(0, Math.floor(random() * (events.length + 1))));
    await world.deliver(keys.map((events, at) => snapshot(events, kept[at], { incarnation, seq: 2 })));
    await here.rebuilt();
    expect(await here.values()).toEqual(countByHand(kept.flat(), year));
  });
});

describe('an event of a type that only the next release knows', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world?.stop());

  it('is kept raw, and its key goes on', async () => {
    const here = await world.municipality();
    const [first, second] = makeHistory({ families: 1, seed: 3, municipality: here.code }).filter(({ source }) =>
      source.endsWith('referral'),
    ) as [CloudEvent, CloudEvent];
    const type = 'dk.helhed.referral.reconsidered.v1';
    await world.deliver([first, { ...second, type, data: { referralId: newId(), reconsideredOn: '2026-02-01' } }]);
    expect(
      await world.rows('SELECT type, data FROM fact WHERE municipality = $1 AND type = $2', [here.code, type]),
    ).toEqual([{ type, data: { referralId: expect.any(String), reconsideredOn: '2026-02-01' } }]);
    expect(
      await world.rows('SELECT last_seq, missed FROM helhed.inbox WHERE municipality = $1 AND order_key = $2', [
        here.code,
        first.orderkey,
      ]),
    ).toEqual([{ last_seq: '2', missed: [] }]);
  });
});
