import { setTimeout } from 'node:timers/promises';
import { isUnavailable } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { seededRandom } from '@helhed/testing';
import { Known } from '../../test/known.js';
import { World } from '../../test/world.js';
import type { ReferralSummary } from '../referrals/referrals.dto.js';
import { WithdrawReferral } from '../referrals/withdraw-referral.js';
import type { RecordedSeparation } from './separations.dto.js';

/** Pairs apart that have places in one group. */
const together = `
  SELECT s.id FROM separation s
  JOIN referral r ON r.id = s.referral_id AND r.state = 'accepted' JOIN place a ON a.referral_id = r.id
  JOIN referral o ON o.id = s.other_referral_id AND o.state = 'accepted' JOIN place b ON b.referral_id = o.id
  WHERE a.group_id = b.group_id AND s.to_date IS NULL`;

/** Families that wait beside an open place in a group where nobody sits whom they must not sit with. */
const forgotten = `
  SELECT w.id FROM referral w JOIN place p ON p.state = 'open' WHERE w.state = 'waiting' AND NOT EXISTS (
    SELECT FROM separation s JOIN referral sits ON sits.state = 'accepted'
      AND sits.id IN (s.referral_id, s.other_referral_id) AND sits.id <> w.id
    JOIN place taken ON taken.referral_id = sits.id AND taken.group_id = p.group_id
    WHERE w.id IN (s.referral_id, s.other_referral_id) AND s.to_date IS NULL)`;

describe('families apart, under many hands', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.make(20);
  });
  afterEach(() => world.stop());

  async function insist<T>(work: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (!isUnavailable(error)) throw error;
      }
    }
  }
  const many = (count: number): Promise<ReferralSummary[]> =>
    Promise.all(
      Array.from({ length: count }, async () => {
        const referral = await world.underTriage();
        await new Known(world).match(referral.id);
        return referral;
      }),
    );
  const found = async (sql: string) => (await world.all<{ id: string }>(sql)).map(({ id }) => id);

  it('two accepted at once at one group: one sits in it, the other waits', async () => {
    for (let round = 0; round < 10; round++) {
      const [one, other] = (await many(2)) as [ReferralSummary, ReferralSummary];
      await world.separate(one, other);
      const groupId = newId();
      await Promise.all([1, 2].map(() => world.openPlace({ groupId })));
      const after = await Promise.all([one, other].map((each) => insist(() => world.accept(each))));
      expect(after.map(({ state }) => state)).toEqual(expect.arrayContaining(['accepted', 'waiting']));
      // the next round's families find no place of this one
      await world.asOwner(`SELECT helhed.enter('0450'); DELETE FROM place WHERE state = 'open';
        UPDATE referral SET state = 'withdrawn' WHERE state = 'waiting'`);
    }
    expect(await found(together)).toEqual([]);
  });

  it('recorded while they are accepted: not together, unless its answer said so', async () => {
    let said = 0;
    for (let round = 0; round < 12; round++) {
      const [one, other] = (await many(2)) as [ReferralSummary, ReferralSummary];
      const groupId = newId();
      await Promise.all([1, 2].map(() => world.openPlace({ groupId })));
      const recording = insist(() => world.separate(one, other));
      // once before them, so that one at least is in time
      if (round === 0) await recording;
      const [recorded] = await Promise.all([
        recording,
        insist(() => world.accept(one)),
        insist(() => world.accept(other)),
      ]);
      expect((await found(together)).includes(recorded.id)).toBe(recorded.together);
      if (recorded.together) said++;
      await world.asOwner(`SELECT helhed.enter('0450'); DELETE FROM place WHERE state = 'open';
        UPDATE referral SET state = 'withdrawn' WHERE state = 'waiting'`);
    }
    expect(said).toBeLessThan(12);
  });

  it('accepted, withdrawn and placed in any order: never together, and nobody waits beside a place that could be theirs', async () => {
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
    for (let round = 0; round < 8; round++) {
      const families = await many(6);
      const groups = [newId(), newId()];
      const separations: RecordedSeparation[] = [];
      for (const [index, one] of families.entries())
        for (const other of families.slice(index + 1))
          if (random() < 0.4) separations.push(await world.separate(one, other));
      const accepts = families.map(async (referral, index) => {
        await pause();
        const after = await insist(() => world.accept(referral));
        await pause();
        if (index % 3 === 0) await withdraw(after);
      });
      const opened = Array.from({ length: 6 }, async (_, index) => {
        await pause();
        await insist(() => world.openPlace({ groupId: groups[index % 2]! }));
      });
      await Promise.all([...accepts, ...opened]);
      const faults = { together: await found(together), forgotten: await found(forgotten) };
      expect({ seed, round, ...faults }).toEqual({ seed, round, together: [], forgotten: [] });
    }
  });
});
