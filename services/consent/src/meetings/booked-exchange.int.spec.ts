import { newId } from '@helhed/kernel';
import { exchangesIn } from '../../test/exchanges.js';
import { bookingHeld, sessionHeld } from '../../test/families.js';
import { esbjerg, nyborg, startWorld, type World } from '../../test/world.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());
beforeEach(() => world.live('2026-10-05'));

const { known, exchange, get } = exchangesIn(() => world);
const hold = (booking: string, on = '2026-10-05') => world.hear(bookingHeld(nyborg, booking, on));

describe('a single exchange for a booking', () => {
  it('is used up once that is marked held, and told once', async () => {
    const [family, booking] = [await known(), newId()];
    const basis = await exchange(family, booking);
    await hold(booking);
    const after = await get(basis.id);
    expect([after.ended, after.version]).toEqual(['used-up', 2]);
    const last = (await world.events(family.familyId)).at(-1);
    expect(last).toMatchObject({ data: { basisId: basis.id, ended: 'used-up', raised: true } });
    await hold(booking);
    expect(await get(basis.id)).toEqual(after);
  });

  it('is not used up by another booking, that of another family, or of another municipality', async () => {
    const [family, other, booking, theirs] = [await known(), await known(), newId(), newId()];
    const [basis, another] = [await exchange(family, booking), await exchange(other, theirs)];
    await hold(theirs);
    await world.hear(bookingHeld(esbjerg, booking, '2026-10-05'));
    expect((await get(basis.id)).ended).toBeNull();
    expect((await get(another.id)).ended).toBe('used-up');
  });

  it('of each family that names the booking is used up', async () => {
    const [family, other, booking] = [await known(), await known(), newId()];
    const bases = [await exchange(family, booking), await exchange(other, booking)];
    await hold(booking);
    for (const { id } of bases) expect((await get(id)).ended).toBe('used-up');
  });

  it('cannot be recorded once it was held, for any family, also not at the same moment', async () => {
    const booking = newId();
    await hold(booking);
    for (const family of [await known(), await known()])
      await expect(exchange(family, booking)).rejects.toMatchObject({
        problem: 'basis-incomplete',
        fields: [{ field: 'meeting', rule: 'already-held' }],
      });
    const family = await known();
    for (let round = 0; round < 20; round++) {
      const next = newId();
      const [recorded] = await Promise.allSettled([exchange(family, next), hold(next)]);
      if (recorded.status === 'fulfilled') expect((await get(recorded.value.id)).ended).toBe('used-up');
    }
  });

  it('with a follow-up holds until that is held, booking and session alike', async () => {
    const [family, booking, session] = [await known(), newId(), newId()];
    const bookedFirst = await exchange(family, booking, session);
    const bookedNext = await exchange(family, session, booking);
    await hold(booking);
    expect(await get(bookedFirst.id)).toMatchObject({ ended: null, validTo: '2026-11-16' });
    expect(await get(bookedNext.id)).toMatchObject({ ended: null, version: 1 });
    await world.hear(sessionHeld(nyborg, family.familyId, session, '2026-10-20'));
    for (const { id } of [bookedFirst, bookedNext]) expect((await get(id)).ended).toBe('used-up');
  });

  it('whose booked follow-up is held is used up by that', async () => {
    const [family, booking, next] = [await known(), newId(), newId()];
    const basis = await exchange(family, booking, next);
    await hold(booking);
    await hold(next, '2026-10-20');
    expect(await get(basis.id)).toMatchObject({ ended: 'used-up', validTo: '2026-11-16' });
  });
});
