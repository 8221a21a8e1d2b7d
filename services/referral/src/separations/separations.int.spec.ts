import { newId } from '@helhed/kernel';
import { FamilyErased } from '@helhed/contracts';
import { Known } from '../../test/known.js';
import { programme, World } from '../../test/world.js';
import { CloseReferral } from '../referrals/close-referral.js';
import type { ReferralSummary } from '../referrals/referrals.dto.js';
import { WithdrawReferral } from '../referrals/withdraw-referral.js';
import { GiveOpenPlaces } from '../places/give-open-places.js';
import { FindWaitingList } from '../waiting-list/find-waiting-list.js';
import { EndSeparation } from './end-separation.js';
import { FindSeparations } from './find-separations.js';
import { WhenFamilyErased } from './when-family-erased.js';

describe('two families that must not be in one group', () => {
  let world: World;
  let groupId: string;
  beforeEach(async () => {
    world = await World.make();
    groupId = newId();
  });
  afterEach(() => world.stop());

  const open = (of: { groupId?: string; startsOn?: string } = {}) => world.openPlace({ groupId, ...of });
  const groupOf = async ({ id }: { id: string }) =>
    (await world.all<{ group_id: string }>('SELECT group_id FROM place WHERE referral_id = $1', [id]))[0]?.group_id;
  const end = (id: string, version = 1, by = world.lead) =>
    world.as(by, () => new EndSeparation(world.database, world.looks).run(by, id, version));
  const list = (by = world.lead, asked: { limit?: number; programme?: string; cursor?: string } = {}) =>
    world.as(by, () => new FindSeparations(world.looks, world.paging).page(by, { limit: 50, ...asked }));
  const withdraw = ({ id, version }: ReferralSummary) =>
    world.as(world.triager, () =>
      new WithdrawReferral(world.changing, world.catalogue).run(world.triager, id, version, {
        reasonCode: 'family-withdrew',
      }),
    );
  const erase = (familyId: string) =>
    world.react((tx) =>
      new WhenFamilyErased().handle({ type: FamilyErased.type, data: { familyId } } as never, { tx }),
    );
  const matched = async () => {
    const referral = await world.underTriage();
    await new Known(world).match(referral.id);
    return referral;
  };
  const two = () => Promise.all([matched(), matched()]);

  it('are not: the second waits beside an open place, as where none is open, and has one in another group', async () => {
    const [one, other] = await two();
    expect(await world.separate(one, other)).toMatchObject({ together: false, withheld: [] });
    for (const _place of [1, 2]) await open();
    expect((await world.accept(one)).state).toBe('accepted');
    const { familyId } = other;
    expect(await world.accept(other)).toMatchObject({ state: 'waiting', nextOwner: 'scheduling' });
    expect(await world.names(familyId)).toEqual(['received', 'triage-started', 'accepted', 'waiting']);
    const [joined] = await world.all('SELECT reason FROM waiting_list_change WHERE referral_id = $1', [other.id]);
    expect(joined).toEqual({ reason: 'no-open-place' });
    await open();
    expect(await groupOf(other)).toBeUndefined();
    const elsewhere = newId();
    await open({ groupId: elsewhere });
    expect(await groupOf(other)).toBe(elsewhere);
  });

  it('are not whichever was named first, and others are: the place goes to the next in line, whose position says so', async () => {
    const [one, other] = await two();
    await world.separate(other, one);
    await open();
    await world.accept(one);
    await world.accept(other);
    const third = await world.accept(await matched());
    expect(third.state).toBe('waiting');
    await open();
    expect(await groupOf(third)).toBe(groupId);
    const waiting = () => new FindWaitingList(world.looks, world.paging);
    const { items } = await world.as(world.triager, () => waiting().changes(world.triager, { programme, limit: 1 }));
    expect(items).toMatchObject([{ referralId: third.id, position: 2, reason: 'first-in-line' }]);
    const { items: still } = await world.as(world.triager, () =>
      waiting().families(world.triager, { programme, limit: 9 }),
    );
    expect(still).toMatchObject([{ referralId: other.id, position: 1 }]);
  });

  it('are not by what a drop-out leaves open either; when the one leaves, the other has it', async () => {
    const [one, other] = await two();
    await world.separate(one, other);
    for (const _place of [1, 2]) await open();
    const sits = await world.accept(one);
    const leaves = await world.accept(await matched());
    await world.accept(other);
    await withdraw(leaves);
    expect(await groupOf(other)).toBeUndefined();
    await withdraw(sits);
    expect(await groupOf(other)).toBe(groupId);
  });

  it('are, once the one’s referral is closed: it comes no more', async () => {
    const [one, other] = await two();
    await world.separate(one, other);
    for (const _place of [1, 2]) await open();
    const { id, version } = await world.accept(one);
    await world.accept(other);
    await world.as(world.triager, () =>
      new CloseReferral(world.changing, world.catalogue).run(world.triager, id, version, { outcome: 'completed' }),
    );
    expect(await groupOf(other)).toBe(groupId);
  });

  it('are not under another referral of the same persons', async () => {
    const [one, other] = await two();
    const again = await world.underTriage();
    const persons = await new Known(world).match(other.id);
    await world.separate(one, other);
    await new Known(world).match(again.id, persons);
    for (const _place of [1, 2]) await open();
    await world.accept(one);
    expect((await world.accept(again)).state).toBe('waiting');
  });

  it('that sit together already stay, which is told to whom the outcome of both is shown', async () => {
    for (const _place of [1, 2]) await open();
    const [one, other] = [await world.accept(await matched()), await world.accept(await matched())];
    expect(await world.separate(one, other)).toMatchObject({ together: true });
    expect([await groupOf(one), await groupOf(other)]).toEqual([groupId, groupId]);
    const [logged] = await world.all<{ categories: string[] }>(
      `SELECT categories FROM helhed.access_log WHERE act = 'separation.record' ORDER BY id DESC LIMIT 1`,
    );
    expect(logged?.categories).toContain('referral-outcome');
    await withdraw(one);
    expect((await world.accept(await matched())).state).toBe('accepted');
  });

  it('may be again when it is ended, once; who waited because of it has what is open', async () => {
    const [one, other] = await two();
    const { id } = await world.separate(one, other);
    for (const _place of [1, 2]) await open();
    await world.accept(one);
    await world.accept(other);
    await expect(end(id, 7)).rejects.toMatchObject({ problem: 'stale' });
    await expect(end(newId())).rejects.toMatchObject({ problem: 'not-found' });
    await world.withoutOutbox(() => end(id));
    expect(await groupOf(other)).toBeUndefined();
    expect(await end(id)).toMatchObject({ id, to: '2026-11-05', version: 2 });
    expect(await groupOf(other)).toBe(groupId);
    await expect(end(id, 2)).rejects.toMatchObject({ problem: 'already-ended' });
    expect(await world.acts(other.familyId)).toContain('separation.end');
    expect((await list()).total).toBe(0);
    expect(await world.separate(one, other)).toMatchObject({ together: true });
  });

  it('may be again from its last day on, without anybody asking', async () => {
    const [one, other] = await two();
    await world.separate(one, other, { to: '2026-12-01' });
    for (const _place of [1, 2]) await open();
    await world.accept(one);
    await world.accept(other);
    const timer = new GiveOpenPlaces(world.database, world.workers);
    await timer.run();
    expect(await groupOf(other)).toBeUndefined();
    await world.setClock('2026-12-01T08:00:00Z');
    await timer.run();
    expect(await groupOf(other)).toBe(groupId);
  });

  it('are forgotten with either family, and none is recorded of one that is erased', async () => {
    const [one, other, third] = [...(await two()), await matched()] as const;
    await world.separate(one, other);
    await world.separate(third, one);
    await world.separate(third, other);
    for (const _place of [1, 2]) await open();
    await world.accept(one);
    await world.accept(other);
    await erase(one.familyId);
    expect(await groupOf(other)).toBe(groupId);
    expect((await list()).items).toMatchObject([
      { families: expect.arrayContaining([{ referralId: third.id, familyId: third.familyId }]) },
    ]);
    await expect(world.separate(one, third)).rejects.toMatchObject({ problem: 'family-unknown' });
    const held = await world.all('SELECT FROM separation WHERE $1 IN (family_id, other_family_id)', [one.familyId]);
    expect(held).toEqual([]);
  });
});
