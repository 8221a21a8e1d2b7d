import { fakeCpr } from '@helhed/testing';
import { intakePath } from '../../test/referral-double.js';
import { majaJonasAndAlma, refer } from '../../test/families.js';
import { startWorld, type World } from '../../test/world.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

const referred = () => refer(world, majaJonasAndAlma([fakeCpr(), fakeCpr(), fakeCpr()]));
const family = (id: string) => world.rows('SELECT FROM family WHERE id = $1', [id]);
const inbox = async (id: string) =>
  (
    await world.rows<{ last_seq: string; parked: number }>(
      'SELECT last_seq, parked FROM helhed.inbox WHERE order_key = $1',
      [id],
    )
  )[0];
const parked = (id: string) =>
  world.rows<{ state: string; reason: string }>('SELECT state, reason FROM helhed.parked_event WHERE order_key = $1', [
    id,
  ]);

describe('the claim check of an intake', () => {
  it('acknowledges one that is erased or withdrawn (410) and makes nothing', async () => {
    const { event, referralId, familyId } = referred();
    world.referral.answer(referralId, { status: 410, body: {} });
    await world.applier.apply([event]);
    expect(await family(familyId)).toEqual([]);
    expect(await inbox(familyId)).toEqual({ last_seq: '1', parked: 0 });
  });

  it('follows one that has moved (308)', async () => {
    const [moved, target] = [referred(), referred()];
    world.referral.answer(moved.referralId, { status: 308, location: intakePath(target.referralId) });
    await world.applier.apply([moved.event]);
    expect(await family(moved.familyId)).toHaveLength(1);
    expect(world.referral.asked.at(-1)?.authorization).toBe('Bearer token of 0450');
  });

  it.each([503, 500, 429])('waits while the owner answers %i', async (status) => {
    const { event, referralId, familyId } = referred();
    world.referral.answer(referralId, { status, body: {} });
    await world.applier.apply([event]);
    expect(await parked(familyId)).toEqual([{ state: 'waiting', reason: 'unavailable: DomainError' }]);
    expect(await family(familyId)).toEqual([]);
  });

  it.each([404, 403, 401])('tries again, and then asks for an operator, when the owner answers %i', async (status) => {
    const { event, referralId, familyId } = referred();
    world.referral.answer(referralId, { status, body: {} });
    await world.applier.apply([event]);
    expect(await parked(familyId)).toEqual([{ state: 'waiting', reason: 'ClaimRefused' }]);
  });

  it('refuses an answer that is no intake, and repeats nothing of it', async () => {
    const cpr = fakeCpr();
    const { event, referralId, familyId } = referred();
    world.referral.answer(referralId, {
      status: 200,
      body: { households: [], members: [{ name: 'Maja', cpr: `${cpr}9` }] },
    });
    await world.applier.apply([event]);
    expect(await family(familyId)).toEqual([]);
    const [kept] = await world.rows<{ text: string }>(
      'SELECT p::text AS text FROM helhed.parked_event p WHERE order_key = $1',
      [familyId],
    );
    expect(kept?.text).toContain('ZodError');
    expect(kept?.text).not.toContain(cpr);
  });
});
