import { isUnavailable } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { Known } from '../../test/known.js';
import { World } from '../../test/world.js';
import type { ReferralSummary } from '../referrals/referrals.dto.js';
import { WithdrawReferral } from '../referrals/withdraw-referral.js';

describe('a family of which it is not known yet whether it must not be in the group', () => {
  let world: World;
  let groupId: string;
  beforeEach(async () => {
    world = await World.make(20);
    groupId = newId();
  });
  afterEach(() => world.stop());

  const open = (of = groupId) => world.openPlace({ groupId: of });
  const groupOf = async ({ id }: { id: string }) =>
    (await world.all<{ group_id: string }>('SELECT group_id FROM place WHERE referral_id = $1', [id]))[0]?.group_id;
  const match = ({ id }: { id: string }, persons?: readonly string[]) => new Known(world).match(id, persons);
  /** Under triage, with the persons that family-plan knows. */
  async function known() {
    const referral = await world.underTriage();
    return { referral, persons: await match(referral) };
  }
  /** Two apart, of whom the one sits in the group, which has room for two more. */
  async function oneSits() {
    const [one, other] = [await known(), await known()];
    await world.separate(one.referral, other.referral);
    for (const _place of [1, 2, 3]) await open();
    await world.accept(one.referral);
    return { one, other };
  }

  it('waits until its persons are known; is it the other, referred anew, it waits on', async () => {
    const { other } = await oneSits();
    const again = await world.underTriage();
    expect(await world.accept(again)).toMatchObject({ state: 'waiting', nextOwner: 'scheduling' });
    await match(again, other.persons);
    expect(await groupOf(again)).toBeUndefined();
  });

  it('has the place that is open as soon as it is known to be somebody else, once', async () => {
    await oneSits();
    const stranger = await world.underTriage();
    expect((await world.accept(stranger)).state).toBe('waiting');
    // it goes past a place that is opened meanwhile, too
    await open();
    expect(await groupOf(stranger)).toBeUndefined();
    const persons = await match(stranger);
    expect(await groupOf(stranger)).toBe(groupId);
    await match(stranger, persons);
    expect(await world.names(stranger.familyId)).toEqual([
      'received',
      'triage-started',
      'accepted',
      'waiting',
      'place-assigned',
    ]);
  });

  it('has a place in another group meanwhile', async () => {
    await oneSits();
    const stranger = await world.underTriage();
    await world.accept(stranger);
    const elsewhere = newId();
    await open(elsewhere);
    expect(await groupOf(stranger)).toBe(elsewhere);
  });

  it('keeps the other out where it sits there itself, until it is known', async () => {
    const [one, other, sits] = [await known(), await known(), await world.accepted()];
    for (const _place of [1, 2, 3]) await open();
    expect(await groupOf(sits)).toBe(groupId);
    await world.separate(one.referral, other.referral);
    expect((await world.accept(one.referral)).state).toBe('waiting');
    await match(sits);
    expect(await groupOf(one.referral)).toBe(groupId);
    expect((await world.accept(other.referral)).state).toBe('waiting');
  });

  it('keeps others out where it is one of the two, until it is known or withdrawn', async () => {
    const [one, other, third] = [await world.underTriage(), await known(), await known()];
    await world.separate(one, other.referral);
    for (const _place of [1, 2, 3]) await open();
    await world.accept(other.referral);
    expect((await world.accept(third.referral)).state).toBe('waiting');
    await withdraw(one);
    expect(await groupOf(third.referral)).toBe(groupId);
  });

  it('is no other than itself: who it is kept apart from alone keeps it out', async () => {
    const [one, other, third] = [await world.underTriage(), await known(), await known()];
    await world.separate(one, other.referral);
    for (const _place of [1, 2]) await open();
    await world.accept(third.referral);
    expect((await world.accept(one)).state).toBe('accepted');
  });

  it('has its place at once where no two are apart any more', async () => {
    const [one, other] = [await known(), await known()];
    await world.separate(one.referral, other.referral, { to: '2026-11-06' });
    await world.setClock('2026-11-06T08:00:00Z');
    for (const _place of [1, 2]) await open();
    await world.accept(one.referral);
    expect((await world.accepted()).state).toBe('accepted');
  });

  it('accepted while it becomes known has the place, whichever was first', async () => {
    await oneSits();
    for (let round = 0; round < 10; round++) {
      await open();
      const stranger = await world.underTriage();
      await Promise.all([insist(() => world.accept(stranger)), insist(() => match(stranger))]);
      expect([round, await groupOf(stranger)]).toEqual([round, groupId]);
    }
  });

  const withdraw = ({ id, version }: ReferralSummary) =>
    world.as(world.triager, () =>
      new WithdrawReferral(world.changing, world.catalogue).run(world.triager, id, version, {
        reasonCode: 'family-withdrew',
      }),
    );
  async function insist<T>(work: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (!isUnavailable(error)) throw error;
      }
    }
  }
});
