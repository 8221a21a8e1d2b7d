import { newId } from '@helhed/kernel';
import { exchangesIn, type MatchedFamily } from '../../test/exchanges.js';
import { conversationHeld, sessionHeld } from '../../test/families.js';
import { nyborg, startWorld, type World } from '../../test/world.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());
beforeEach(() => world.live('2026-10-05'));

const { known, exchange, get } = exchangesIn(() => world);

describe.each([
  ['a session', sessionHeld],
  ['a conversation', conversationHeld],
])('a single exchange for %s', (_, held) => {
  const hold = (family: MatchedFamily, meeting: string, on = '2026-10-05') =>
    world.hear(held(nyborg, family.familyId, meeting, on));

  it('is used up by the meeting that it names, once that is marked held, and by no other', async () => {
    const [family, meeting] = [await known(), newId()];
    const basis = await exchange(family, meeting);
    await hold(family, newId());
    expect((await get(basis.id)).ended).toBeNull();
    await hold(family, meeting);
    const after = await get(basis.id);
    expect([after.ended, after.version]).toEqual(['used-up', 2]);
    const last = (await world.events(family.familyId)).at(-1);
    expect(last).toMatchObject({ data: { basisId: basis.id, ended: 'used-up', raised: true } });
    await hold(family, meeting);
    expect(await get(basis.id)).toEqual(after);
  });

  it('is not used up by another family’s part in the same meeting', async () => {
    const [family, other, meeting] = [await known(), await known(), newId()];
    const basis = await exchange(family, meeting);
    await hold(other, meeting);
    expect((await get(basis.id)).ended).toBeNull();
  });

  it('cannot be recorded for a meeting that was held, also not at the same moment', async () => {
    const [family, meeting] = [await known(), newId()];
    await hold(family, meeting);
    await expect(exchange(family, meeting)).rejects.toMatchObject({
      problem: 'basis-incomplete',
      fields: [{ field: 'meeting', rule: 'already-held' }],
    });
    for (let round = 0; round < 20; round++) {
      const session = newId();
      const [recorded] = await Promise.allSettled([exchange(family, session), hold(family, session)]);
      if (recorded.status === 'fulfilled') expect((await get(recorded.value.id)).ended).toBe('used-up');
    }
  });

  it('with a follow-up holds until that is held, some days after the first at most', async () => {
    const [family, meeting, next] = [await known(), newId(), newId()];
    const basis = await exchange(family, meeting, next);
    await hold(family, meeting);
    expect(await get(basis.id)).toMatchObject({ ended: null, validTo: '2026-11-16' });
    await hold(family, next, '2026-10-20');
    expect(await get(basis.id)).toMatchObject({ ended: 'used-up', validTo: '2026-11-16' });
  });

  it('whose follow-up did not come in time says that it is used up', async () => {
    const [family, meeting] = [await known(), newId()];
    const basis = await exchange(family, meeting, newId());
    await hold(family, meeting);
    expect(await world.exchanges.run()).toBe(0);
    await world.live('2026-11-16');
    expect([await world.exchanges.run(), await world.exchanges.run()]).toEqual([1, 0]);
    expect((await get(basis.id)).ended).toBe('used-up');
  });
});
