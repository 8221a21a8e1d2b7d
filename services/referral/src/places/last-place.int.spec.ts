import { setTimeout } from 'node:timers/promises';
import { isUnavailable } from '@helhed/database';
import { seededRandom } from '@helhed/testing';
import { programme, World } from '../../test/world.js';
import type { ReferralSummary } from '../referrals/referrals.dto.js';
import { WithdrawReferral } from '../referrals/withdraw-referral.js';

/** Waiting families beside open places: there may never be both. */
const unpaired = `
  SELECT (SELECT count(*) FROM referral WHERE state = 'waiting')::int AS waiting,
         (SELECT count(*) FROM place WHERE state = 'open')::int AS open,
         (SELECT count(*) FROM place WHERE state = 'assigned')::int AS assigned`;

describe('places under many hands', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.make(20);
  });
  afterEach(() => world.stop());

  async function many(count: number): Promise<ReferralSummary[]> {
    const families: ReferralSummary[] = [];
    while (families.length < count) {
      const next = Math.min(20, count - families.length);
      families.push(...(await Promise.all(Array.from({ length: next }, () => world.underTriage()))));
    }
    return families;
  }
  /** A busy machine may keep somebody waiting for a connection longer than a command waits: that is a 503, sent again. */
  async function insist<T>(work: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (!isUnavailable(error)) throw error;
      }
    }
  }
  const found = async () => (await world.all<{ waiting: number; open: number; assigned: number }>(unpaired))[0]!;
  const assigned = async () =>
    (await world.all(`SELECT FROM helhed.outbox WHERE type LIKE '%.place-assigned.%'`)).length;

  it('200 families accepted at once at the last place: one has it, 199 wait', async () => {
    const families = await many(200);
    const place = await world.openPlace();
    const after = await Promise.all(families.map((referral) => insist(() => world.accept(referral))));
    const placed = after.filter(({ state }) => state === 'accepted');
    expect(placed).toHaveLength(1);
    expect(after.filter(({ state }) => state === 'waiting')).toHaveLength(199);
    expect(await world.all('SELECT referral_id FROM place WHERE id = $1', [place])).toEqual([
      { referral_id: placed[0]?.id },
    ]);
    expect(await assigned()).toBe(1);
  });

  it('accepted and withdrawn while places are opened: no family waits beside an open place', async () => {
    const seed = Date.now() % 100_000;
    const random = seededRandom(seed);
    const pause = () => setTimeout(random() * 12);
    const withdraw = async ({ id, version }: ReferralSummary) => {
      const command = new WithdrawReferral(world.changing, world.catalogue);
      // a place given meanwhile makes the version stale: then the family keeps it
      await world
        .as(world.triager, () => command.run(world.triager, id, version, { reasonCode: 'family-withdrew' }))
        .catch(() => undefined);
    };
    for (let round = 0; round < 12; round++) {
      const families = await many(6);
      const accepts = families.map(async (referral, index) => {
        await pause();
        const after = await insist(() => world.accept(referral));
        await pause();
        if (index % 3 === 0) await withdraw(after);
      });
      const opened = Array.from({ length: 5 }, async () => {
        await pause();
        await insist(() => world.openPlace({ programme }));
      });
      await Promise.all([...accepts, ...opened]);
      const { waiting, open } = await found();
      expect({ seed, round, beside: Math.min(waiting, open) }).toEqual({ seed, round, beside: 0 });
    }
    expect(
      await world.all(
        'SELECT referral_id FROM place WHERE referral_id IS NOT NULL GROUP BY referral_id HAVING count(*) > 1',
      ),
    ).toEqual([]);
    const states = await world.all<{ n: number }>(`SELECT count(*)::int AS n FROM referral WHERE state = 'accepted'`);
    expect(states[0]?.n).toBe((await found()).assigned);
  });

  it('a place that is opened again stays whose it is', async () => {
    const place = await world.openPlace();
    const { id, familyId } = await world.accepted();
    await world.accepted();
    await world.openPlace({ placeId: place });
    expect(await world.all('SELECT referral_id FROM place')).toEqual([{ referral_id: id }]);
    expect((await world.names(familyId)).filter((name) => name === 'place-assigned')).toHaveLength(1);
  });

  it('a place is given once, and a family has one: the database itself says so', async () => {
    const first = await world.openPlace();
    const { id } = await world.accepted();
    const second = await world.openPlace();
    const other = await world.receive();
    const assign = (place: string, referral: string) =>
      world.asOwner(
        `SELECT helhed.enter('0450'); UPDATE place SET state = 'assigned', referral_id = '${referral}' WHERE id = '${place}'`,
      );
    await expect(assign(second, id)).rejects.toThrow('place_municipality_referral_id_key');
    await expect(assign(first, other.id)).rejects.toThrow('the place is taken');
  });
});
