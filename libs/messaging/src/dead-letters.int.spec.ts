import { DomainError } from '@helhed/kernel';
import { until } from './test/until.js';
import { families, World } from './test/world.js';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('an event that cannot be applied', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.make();
  });
  afterEach(() => world?.stop());

  it('becomes a dead letter after bounded tries; its family waits, others go on; replay puts it back', async () => {
    const writer = await world.writer();
    const [poisoned, healthy] = families(2) as [string, string];
    let cured = false;
    let tries = 0;
    const reader = await world.reader({
      effect: async (event) => {
        if (event.orderkey !== poisoned || event.seq !== 1 || cured) return;
        tries++;
        throw new Error('a rule that does not hold');
      },
    });
    for (let n = 0; n < 3; n++) {
      await world.write(writer.database, poisoned);
      await world.write(writer.database, healthy);
    }
    const letters = await until(
      () => reader.messaging.deadLetters.list(),
      (found) => found.length > 0,
    );
    expect(letters).toEqual([
      expect.objectContaining({ orderKey: poisoned, seq: 1, source: 'referral', reason: 'Error' }),
    ]);
    expect(tries).toBeLessThanOrEqual(8);
    await world.write(writer.database, poisoned);
    const applied = await until(
      () => world.applied(),
      (found) => found.get(healthy)?.length === 3,
    );
    expect([applied.get(poisoned), applied.get(healthy)?.length]).toEqual([undefined, 3]);

    cured = true;
    await reader.messaging.deadLetters.replay(letters[0]?.id as string);
    const all = await world.settled();
    expect(all.applied).toEqual(all.expected);
    expect(await reader.messaging.deadLetters.count()).toBe(0);
  });

  it('waits without limit while what it needs is down', async () => {
    const writer = await world.writer();
    const [family] = families(1) as [string];
    let down = true;
    const reader = await world.reader({
      effect: async () => {
        if (down) throw new DomainError('unavailable', 'unavailable', { da: 'Nede.', en: 'Down.' });
      },
    });
    await world.write(writer.database, family);
    await world.write(writer.database, family);
    await pause(6_000);
    expect(await reader.messaging.deadLetters.count()).toBe(0);
    down = false;
    const { expected, applied } = await world.settled();
    expect(applied).toEqual(expected);
  });

  it('is unknown when its id is', async () => {
    const reader = await world.reader();
    await expect(reader.messaging.deadLetters.replay(families(1)[0] as string)).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});
