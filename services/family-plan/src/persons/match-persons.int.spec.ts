import fc from 'fast-check';
import { ReferralDeclined, ProgrammePublished } from '@helhed/contracts';
import { forMunicipality, getDefinition } from '@helhed/programmes';
import { fakeCpr } from '@helhed/testing';
import { nextEvent } from '../../test/events.js';
import { refer } from '../../test/families.js';
import { nyborg, startWorld, type World } from '../../test/world.js';

const programme = 'nyborg-familiestue';
let world: World;
beforeAll(async () => {
  world = await startWorld();
  const definition = forMunicipality(getDefinition(programme), nyborg);
  await world.applier.apply([
    nextEvent(nyborg, ProgrammePublished, { programme, version: 1, definition: { ...definition } }),
  ]);
});
afterAll(() => world.stop());

const people = 9;
/** 32 referrals, each of one to four of nine persons. */
const receipts = fc.array(fc.uniqueArray(fc.nat(people - 1), { minLength: 1, maxLength: 4 }), {
  minLength: 32,
  maxLength: 32,
});

const referAll = (families: readonly number[][], cprs: readonly string[]) =>
  families.map((members) =>
    refer(
      world,
      members.map((person) => ({ name: `Person ${person}`, role: 'parent', cpr: cprs[person] as string })),
    ),
  );

/** At once; what found no free connection in time is applied when its turn comes, as a parked event is. */
async function receiveAll(referred: ReturnType<typeof referAll>): Promise<void> {
  await Promise.all(referred.map(({ event }) => world.applier.apply([event])));
  for (const { event } of referred) await world.applier.apply([event]);
}

/** Which persons each family was matched with, by the place of the CPR number in the list. */
const idsByPerson = async (referred: ReturnType<typeof referAll>, families: readonly number[][]) => {
  const ids = Array.from({ length: people }, () => new Set<string>());
  const rows = await world.rows<{ order_key: string; data: { members: { personId: string }[] } }>(
    `SELECT order_key, data FROM helhed.outbox WHERE order_key = ANY($1) AND type LIKE '%persons-matched%'`,
    [referred.map(({ familyId }) => familyId)],
  );
  const byFamily = new Map(rows.map((row) => [row.order_key, row.data.members]));
  referred.forEach(({ familyId }, index) =>
    byFamily
      .get(familyId)
      ?.forEach(({ personId }, position) => ids[families[index]?.[position] as number]?.add(personId)),
  );
  return { ids, families: rows.length };
};

describe('receipts of the same persons at the same time', () => {
  it('find one person for each CPR number', async () => {
    await fc.assert(
      fc.asyncProperty(receipts, async (families) => {
        const cprs = Array.from({ length: people }, () => fakeCpr());
        const referred = referAll(families, cprs);
        await receiveAll(referred);
        const found = await idsByPerson(referred, families);
        expect(found.families).toBe(32);
        const named = new Set(families.flat());
        expect(found.ids.map(({ size }) => size)).toEqual(
          Array.from({ length: people }, (_, person) => (named.has(person) ? 1 : 0)),
        );
      }),
      { numRuns: 4 },
    );
  });

  it('never leave a family without a person whom another’s erasure took', async () => {
    const cprs = Array.from({ length: people }, () => fakeCpr());
    const families = Array.from({ length: 24 }, (_, index) =>
      [index % people, (index * 2 + 1) % people].filter((each, at, all) => all.indexOf(each) === at),
    );
    const [ended, received] = [referAll(families, cprs), referAll(families, cprs)];
    for (const { event, familyId, referralId } of ended) {
      await world.applier.apply([event]);
      await world.applier.apply([
        nextEvent(nyborg, ReferralDeclined, {
          familyId,
          referralId,
          programme,
          declinedOn: '2020-01-01',
          reasonCode: 'another-offer',
        }),
      ]);
    }
    const erased = await Promise.all([world.erasure.run(), world.erasure.run(), receiveAll(received)]);
    expect(erased[0] + erased[1] + (await world.erasure.run())).toBe(24);
    const whole = await world.rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM family_member m JOIN person p ON p.id = m.person_id WHERE m.family_id = ANY($1)`,
      [received.map(({ familyId }) => familyId)],
    );
    expect(whole[0]?.n).toBe(families.flat().length);
    expect(await world.rows(`SELECT reason FROM helhed.parked_event WHERE reason NOT LIKE 'unavailable%'`)).toEqual([]);
    expect(
      await world.rows('SELECT FROM person p WHERE NOT EXISTS (SELECT FROM family_member m WHERE m.person_id = p.id)'),
    ).toEqual([]);
  });
});
