import { randomBytes } from 'node:crypto';
import { FindHoldings, FindReaders } from '@helhed/access';
import { fakeCpr, holdFunctions, linkedCitizen, seenBy } from '@helhed/testing';
import { Paging } from '@helhed/web';
import fc from 'fast-check';
import { as, personIn } from '../../test/actors.js';
import { basis, decline, startTriage } from '../../test/cases.js';
import { refer, type Told } from '../../test/families.js';
import { familyH, tie, type Somebody } from '../../test/family-h.js';
import { adult, events, logged, received } from '../../test/told.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { holdings } from '../families/held-families.js';
import { readers } from '../families/readers-of-families.js';
import { FindCustody } from './find-custody.js';
import { RecordCustody } from './record-custody.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

const syd = personIn(nyborg, 'triager', 'visitation-syd');
const child = () => fakeCpr({ birthDate: '2022-04-02' });

/** A referral of these persons, received. @returns its ids, and whom each name is */
async function referAgain(persons: readonly Told[]) {
  const { event, familyId, referralId, members } = refer(world, persons);
  await world.applier.apply([event]);
  const parts = await world.rows<{ person: string; intake: string }>(
    'SELECT person_id AS person, intake_person_id AS intake FROM family_member WHERE family_id = $1',
    [familyId],
  );
  const personOf = (name: string) =>
    parts.find(({ intake }) => intake === members.find((one) => one.name === name)?.id)?.person as string;
  return { familyId, referralId, personOf };
}

interface Again {
  readonly kajs?: string;
  readonly tells?: readonly string[];
  readonly unit?: string;
}

/** Alma again, of a sender who says that Kaj holds custody of her. */
async function toldOfKaj(alma: string, { kajs = adult(), tells = ['Kaj'], unit = 'visitation-syd' }: Again = {}) {
  const { familyId, referralId, personOf } = await referAgain([
    { name: 'Kaj', role: 'parent', cpr: kajs },
    { name: 'Alma', role: 'child', cpr: alma, custody: tells },
  ]);
  await startTriage(world, { familyId, referralId }, unit);
  return { familyId, referralId, kaj: personOf('Kaj'), alma: personOf('Alma') };
}

const list = (familyId: string, actor: Somebody = personIn(nyborg)) =>
  as(actor, (someone) =>
    new FindCustody(world.looks, new Paging(randomBytes(32))).ofFamily(someone, familyId, { limit: 50 }),
  );
const citizen = (person: string) => world.database.inTransaction(nyborg, (tx) => linkedCitizen(tx, person));
const held = async (by: string, person: string) =>
  as(await citizen(by), (someone) => new FindHoldings(world.looks, holdings).run(someone, person));

describe('what a referral tells of custody of a child who is known', () => {
  it('is no custody: it opens nothing, is told to no other service, and is found where it can be recorded', async () => {
    const alma = child();
    const first = await received(world, [adult(), adult(), alma]);
    const second = await toldOfKaj(alma);
    expect(second.alma).toBe(first.alma);
    await expect(held(second.kaj, first.alma)).rejects.toMatchObject({ problem: 'not-found' });
    expect(await held(first.maja, first.alma)).not.toEqual([]);
    expect(await events(world, second.familyId, 'custody-recorded')).toEqual([]);
    const { items, total, told } = await list(second.familyId, syd);
    expect([total, items]).toMatchObject([1, [{ childId: first.alma, holderId: first.maja }]]);
    expect(told).toEqual([
      {
        childId: first.alma,
        holderId: second.kaj,
        toldOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        toldBy: 'db-solsikken',
        referralId: second.referralId,
      },
    ]);
    expect(await logged(world, second.kaj)).toEqual([{ kind: 'look', act: 'custody.list' }]);
    expect((await list(first.familyId)).told).toEqual([]);
  });

  it('is custody once somebody who may has recorded it, and from then on is not told any more', async () => {
    const alma = child();
    const first = await received(world, [adult(), adult(), alma]);
    const kajs = adult();
    const { familyId, kaj } = await toldOfKaj(alma, { kajs });
    const recorded = { familyId, childId: first.alma, holderId: kaj, from: '2026-01-01' };
    await as(syd, (actor) => new RecordCustody(world.database, world.families).run(actor, recorded));
    expect(await list(familyId, syd)).toMatchObject({ total: 2, told: [] });
    expect(await held(kaj, first.alma)).not.toEqual([]);
    const again = await toldOfKaj(alma, { kajs });
    expect(await list(again.familyId, syd)).toMatchObject({ total: 2, told: [] });
  });

  it('takes nothing from anybody whom it does not name, and stays told when the referral is declined until its family is erased', async () => {
    const alma = child();
    const first = await received(world, [adult(), adult(), alma]);
    const [none, kajs] = [await toldOfKaj(alma, { tells: [] }), await toldOfKaj(alma)];
    expect(await list(none.familyId, syd)).toMatchObject({ items: [{ holderId: first.maja, to: null }], told: [] });
    await decline(world, kajs);
    const rows = () => world.rows('SELECT holder_id FROM custody_told WHERE family_id = $1', [kajs.familyId]);
    expect(await rows()).toEqual([{ holder_id: kajs.kaj }]);
    await world.asOwner(
      `SELECT helhed.enter('0450'); UPDATE family SET erase_on = '2020-01-01' WHERE id = '${kajs.familyId}'`,
    );
    await world.erasure.run();
    expect(await rows()).toEqual([]);
    expect(await list(first.familyId)).toMatchObject({ items: [{ holderId: first.maja, to: null }] });
  });

  it('is of that referral’s family alone: who has the child’s others is named to nobody for it', async () => {
    const pairs = ['visitation:triager', 'visitation-syd:triager', 'familieafdelingen:family-coordinator'];
    await world.database.inTransaction(nyborg, (tx) => holdFunctions(tx, ...pairs));
    const alma = child();
    await familyH(world, [adult(), adult(), alma]);
    const { kaj } = await toldOfKaj(alma);
    const account = await citizen(kaj);
    const own = await as(account, (someone) => new FindHoldings(world.looks, holdings).run(someone, kaj));
    expect(own.find(({ category }) => category === 'custody')).toMatchObject({ count: 1, units: ['visitation-syd'] });
    const seen = await as(account, (actor) => new FindReaders(world.looks, readers).run(actor, kaj));
    expect(Object.keys(seenBy(seen))).toEqual(['visitation-syd:triager']);
    expect(seenBy(seen)['visitation-syd:triager']).toContain('custody');
  });

  it('is withheld, and not there, where a basis covers not both of them', async () => {
    const alma = child();
    const first = await received(world, [adult(), adult(), alma]);
    const second = await toldOfKaj(alma, { unit: 'visitation' });
    const tom = { ...personIn(nyborg, 'psychologist', 'ppr'), sub: 'tom' };
    await tie(world, { ...first, familyId: second.familyId }, 'team', tom);
    const toPpr = { fromUnit: 'visitation', toUnit: 'ppr', purpose: 'coordination' };
    const disclose = (persons: readonly string[], category: 'family-structure' | 'custody') =>
      basis(world, second.familyId, persons, { ...toPpr, categories: [category] });
    await disclose([second.kaj, second.alma], 'family-structure');
    await disclose([second.alma, first.maja], 'custody');
    expect(await list(second.familyId, tom)).toMatchObject({ total: 1, told: [], withheld: [] });
    await disclose([second.alma, second.kaj], 'custody');
    expect((await list(second.familyId, tom)).told).toMatchObject([{ holderId: second.kaj }]);
  });
});

const names = ['Maja', 'Jonas', 'Kaj'];
const referrals = fc.record({
  tells: fc.array(fc.subarray(names), { minLength: 2, maxLength: 4 }),
  atOnce: fc.boolean(),
});

/** The holders in custody of the child, and those only told, by the place of the referral among these. */
async function kept(referred: readonly ReturnType<typeof refer>[]) {
  const families = referred.map(({ familyId }) => familyId);
  const rows = await world.rows<{ of: string; name: string; told: boolean }>(
    `SELECT k.family_id AS of, m.intake_person_id AS name, k.told FROM (
       SELECT family_id, child_id, holder_id, false AS told FROM custody
       UNION ALL SELECT family_id, child_id, holder_id, true FROM custody_told) k
     JOIN family_member m ON m.family_id = k.family_id AND m.person_id = k.holder_id WHERE k.family_id = ANY ($1)`,
    [families],
  );
  const nameOf = (intake: string) =>
    referred.flatMap(({ members }) => members).find(({ id }) => id === intake)?.name as string;
  const sorted = (all: typeof rows) => all.map(({ name }) => nameOf(name)).toSorted();
  return {
    custody: sorted(rows.filter(({ told }) => !told)),
    told: families.map((family) => sorted(rows.filter(({ of, told }) => told && of === family))),
  };
}

describe('whichever of several referrals of a new child is received first', () => {
  it('makes its holders those of the child, and of the others each is only told', async () => {
    await fc.assert(
      fc.asyncProperty(referrals, async ({ tells, atOnce }) => {
        const cprs = new Map(names.map((name) => [name, adult()]));
        const alma = child();
        const referred = tells.map((custody) =>
          refer(world, [
            ...names.map((name) => ({ name, role: 'parent' as const, cpr: cprs.get(name) as string })),
            { name: 'Alma', role: 'child', cpr: alma, custody },
          ]),
        );
        const receive = ({ event }: (typeof referred)[number]) => world.applier.apply([event]);
        if (atOnce) await Promise.all(referred.map(receive));
        // what found no free connection then is received when its turn comes
        for (const each of referred) await receive(each);
        const found = await kept(referred);
        const first = (atOnce ? tells : tells.slice(0, 1)).map((holders) => ({
          custody: holders.toSorted(),
          told: tells.map((others) => others.filter((name) => !holders.includes(name)).toSorted()),
        }));
        expect(first).toContainEqual(found);
      }),
      { numRuns: 12 },
    );
  });
});
