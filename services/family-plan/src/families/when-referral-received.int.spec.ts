import { newId } from '@helhed/kernel';
import { fakeCpr } from '@helhed/testing';
import { intakePath } from '../../test/referral-double.js';
import { majaJonasAndAlma, refer } from '../../test/families.js';
import { esbjerg, nyborg, startWorld, type World } from '../../test/world.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

const cprs = (): [string, string, string] => [fakeCpr(), fakeCpr(), fakeCpr()];
const count = async (table: string, familyId: string) =>
  (await world.rows<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE family_id = $1`, [familyId]))[0]?.n;
const matched = async (familyId: string) => {
  const sql = `SELECT data FROM helhed.outbox WHERE order_key = $1 AND type = 'dk.helhed.family-plan.persons-matched.v1'`;
  return (
    await world.rows<{ data: { members: { intakePersonId: string; personId: string; households: string[] }[] } }>(sql, [
      familyId,
    ])
  ).map(({ data }) => data);
};

describe('a referral received', () => {
  it('becomes a prospective family in two households, and says so', async () => {
    const { event, familyId, referralId, members } = refer(world, majaJonasAndAlma(cprs()));
    await world.applier.apply([event]);

    expect(await world.rows('SELECT state, erase_on, version FROM family WHERE id = $1', [familyId])).toEqual([
      { state: 'prospective', erase_on: null, version: 1 },
    ]);
    expect([
      await count('household', familyId),
      await count('family_member', familyId),
      await count('residence', familyId),
      await count('custody', familyId),
    ]).toEqual([2, 3, 4, 1]);
    const [data] = await matched(familyId);
    expect(data).toMatchObject({ referralId, familyId });
    expect(data?.members.map((member) => [member.intakePersonId, member.households.length])).toEqual(
      members.map(({ id, households }) => [id, households.length]),
    );
    expect(world.referral.asked.at(-1)).toEqual({
      path: intakePath(referralId),
      authorization: 'Bearer token of 0450',
    });
    const log = await world.rows<{ act: string; actor_kind: string }>(
      'SELECT act, actor_kind FROM helhed.access_log WHERE subjects @> ARRAY[$1::uuid]',
      [familyId],
    );
    expect(log).toEqual([{ act: 'family.receive', actor_kind: 'service' }]);
  });

  it('is applied once, delivered twice, and once more under a restored source’s new numbers', async () => {
    const { event, familyId } = refer(world, majaJonasAndAlma(cprs()));
    await world.applier.apply([event]);
    await world.applier.apply([event]);
    await world.applier.apply([{ ...event, incarnation: newId() }]);
    expect(await matched(familyId)).toHaveLength(1);
    expect(await count('family_member', familyId)).toBe(3);
  });

  it('finds a person who is known in the municipality, and only there', async () => {
    const [maja, jonas, alma] = cprs();
    const first = refer(world, majaJonasAndAlma([maja, jonas, alma]));
    const again = refer(world, [{ name: 'Maja H.', role: 'parent', cpr: `${maja.slice(0, 6)}-${maja.slice(6)}` }]);
    const elsewhere = refer(world, [{ name: 'Maja Holm', role: 'parent', cpr: maja }], esbjerg);
    for (const { event } of [first, again, elsewhere]) await world.applier.apply([event]);
    const [one, two, three] = [
      await matched(first.familyId),
      await matched(again.familyId),
      await matched(elsewhere.familyId),
    ];
    expect(two[0]?.members[0]?.personId).toBe(one[0]?.members[0]?.personId);
    expect(three[0]?.members[0]?.personId).not.toBe(one[0]?.members[0]?.personId);
  });

  it('makes a new person of one without a CPR number, each time', async () => {
    const child = [{ name: 'Ny Holm', role: 'child' as const, birthDate: '2026-08-30' }];
    const [first, again] = [refer(world, child), refer(world, child)];
    for (const { event } of [first, again]) await world.applier.apply([event]);
    const ids = await Promise.all(
      [first, again].map(async ({ familyId }) => (await matched(familyId))[0]?.members[0]?.personId),
    );
    expect(new Set(ids).size).toBe(2);
  });

  it('leaves nothing behind when its transaction fails', async () => {
    const { event, familyId } = refer(world, majaJonasAndAlma(cprs()));
    const failing = world.database.inTransaction(nyborg, async (tx) => {
      await world.applier.effect(tx, event);
      throw new Error('cut off');
    });
    await expect(failing).rejects.toThrow('cut off');
    expect(await matched(familyId)).toEqual([]);
    expect(await world.rows('SELECT FROM family WHERE id = $1', [familyId])).toEqual([]);
    await world.applier.apply([event]);
    expect(await matched(familyId)).toHaveLength(1);
  });
});
