import { newId } from '@helhed/kernel';
import { World } from '../../test/world.js';
import { WithdrawReferral } from '../referrals/withdraw-referral.js';

const before = '2026-11-01T15:00:00Z';
const session = '2026-11-26T15:00:00Z';

describe('a place of a group whose course goes on', () => {
  let world: World;
  let groupId: string;
  let place: string;
  beforeEach(async () => {
    world = await World.make();
    groupId = newId();
    place = await world.openPlace({ groupId });
  });
  afterEach(() => world.stop());

  const withdraw = ({ id, version }: { id: string; version: number }) =>
    world.as(world.triager, () =>
      new WithdrawReferral(world.changing, world.catalogue).run(world.triager, id, version, {
        reasonCode: 'family-withdrew',
      }),
    );
  const owner = async () =>
    (await world.all<{ referral_id: string | null }>('SELECT referral_id FROM place WHERE id = $1', [place]))[0]
      ?.referral_id;

  it('is filled anew until the session that the definition says, and the next family has it', async () => {
    const leaves = await world.accepted();
    const next = await world.accepted();
    await world.refillUntil(groupId, session);
    await withdraw(leaves);
    expect(await owner()).toBe(next.id);
  });

  it('stays open from then on, and families wait for another group', async () => {
    const leaves = await world.accepted();
    const waits = await world.accepted();
    await world.refillUntil(groupId, before);
    await withdraw(leaves);
    expect(await owner()).toBeNull();
    expect((await world.accepted()).state).toBe('waiting');
    expect(await world.names(waits.familyId)).not.toContain('place-assigned');
    const another = await world.openPlace();
    expect(await world.all('SELECT referral_id FROM place WHERE id = $1', [another])).toEqual([
      { referral_id: waits.id },
    ]);
  });

  it('is given again where it is later after all, to who has waited longest', async () => {
    await world.refillUntil(groupId, before);
    const waits = await world.accepted();
    await world.accepted();
    expect(waits.state).toBe('waiting');
    await world.refillUntil(groupId, session);
    expect(await owner()).toBe(waits.id);
    await world.refillUntil(groupId, before);
    expect(await owner()).toBe(waits.id);
  });

  it('accepted while it is told of, nobody waits beside a place that can be given', async () => {
    await world.refillUntil(groupId, before);
    const places = [place, await world.openPlace({ groupId })];
    await world.refillUntil(groupId, before);
    const families = await Promise.all(Array.from({ length: 6 }, () => world.underTriage()));
    await Promise.all([...families.map((each) => world.accept(each)), world.refillUntil(groupId, session)]);
    const owners = await world.all<{ referral_id: string | null }>(
      'SELECT referral_id FROM place WHERE id = ANY ($1)',
      [places],
    );
    expect(owners.every((each) => each.referral_id !== null)).toBe(true);
    expect(await world.all(`SELECT FROM referral WHERE state = 'waiting'`)).toHaveLength(4);
  });
});
