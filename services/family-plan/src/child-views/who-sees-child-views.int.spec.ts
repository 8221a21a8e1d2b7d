import { FindHoldings, Looks, noGround, standingBasesIn } from '@helhed/access';
import { fakeCpr } from '@helhed/testing';
import { as } from '../../test/actors.js';
import { basis } from '../../test/cases.js';
import { byAuthority, citizen, close, list, open, own, record, sanne, words } from '../../test/child-views.js';
import { familyH, frida, gitte, kim, tie, trine, vibeke, type Family, type Somebody } from '../../test/family-h.js';
import { adult, received } from '../../test/told.js';
import { startWorld, type World } from '../../test/world.js';
import { holdings } from '../families/held-families.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

const withheld = [{ category: 'child-view', reason: 'no-basis' }];

describe('who of the staff sees it', () => {
  it.each<[string, Somebody, boolean]>([
    ['the triager, of another unit’s too', vibeke, true],
    ['the leader of the group, who noted it', gitte, true],
    ['the coordinator, from another area', frida, false],
    ['the contact pedagogue, from another area', kim, false],
    ['a partner', trine, false],
  ])('%s: %s', async (_, who, shown) => {
    const family = await familyH(world);
    const { id } = await record(world, family);
    const { familyId } = family;
    const frame = { id, familyId, programme: 'nyborg-familiestue', version: 1 };
    const { items, total } = await list(world, family, who);
    expect(total).toBe(1);
    if (shown) expect(items).toMatchObject([{ ...frame, said: words, withheld: [] }]);
    else expect(items).toEqual([{ ...frame, withheld }]);
  });

  it.each([
    ['the coordinator', frida, 'coordination', 'familieafdelingen'],
    ['the contact pedagogue', kim, 'contact-support', 'db-stjernen'],
  ] as const)('%s by a disclosure about the child, from the unit that noted it', async (_, who, purpose, toUnit) => {
    const family = await familyH(world);
    await record(world, family);
    const disclose = (fromUnit: string, person: string) =>
      basis(world, family.familyId, [person], { purpose, fromUnit, toUnit, categories: ['child-view'] });
    await disclose('visitation', family.alma);
    await disclose('familiestuen', family.maja);
    expect((await list(world, family, who)).items).toMatchObject([{ withheld }]);
    const { basisId } = await disclose('familiestuen', family.alma);
    expect((await list(world, family, who)).items).toMatchObject([{ said: words, withheld: [] }]);
    const [row] = await world.rows<Record<string, string[]>>(
      `SELECT subjects, purposes, categories, bases FROM helhed.access_log WHERE act = 'child-view.list' ORDER BY id DESC LIMIT 1`,
    );
    expect(row?.['subjects']?.toSorted()).toEqual([family.familyId, family.alma].toSorted());
    expect(row).toMatchObject({ purposes: [purpose], categories: ['child-view'] });
    expect(row?.['bases']).toContain(basisId);
  });

  it('tells by no version that one which is withheld was opened', async () => {
    const family = await familyH(world);
    const { id } = await record(world, family);
    const before = await list(world, family, frida);
    await open(world, id);
    expect(await list(world, family, frida)).toEqual(before);
  });

  it('whoever does not reach the family finds nothing there', async () => {
    const family = await familyH(world);
    await record(world, family);
    for (const who of [
      { ...gitte, unit: 'another' },
      { ...vibeke, function: 'caseworker' },
      { ...frida, sub: 'fie' },
    ])
      await expect(list(world, family, who)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('has them all on its pages, each once', async () => {
    const family = await familyH(world);
    const made = [];
    for (let each = 0; each < 5; each++) made.push((await record(world, family)).id);
    const found: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await list(world, family, gitte, { limit: 2, cursor });
      expect(page.total).toBe(5);
      found.push(...page.items.map(({ id }) => id));
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(found).toEqual(made);
  });
});

describe('what a citizen reads', () => {
  const young = async (born: string): Promise<Family> => {
    const family = await received(world, [adult(), adult(), fakeCpr({ birthDate: born })]);
    await tie(world, family, 'team', sanne);
    return family;
  };
  const held = async (actor: Awaited<ReturnType<typeof citizen>>, person: string) =>
    (await as(actor, (someone) => new FindHoldings(world.looks, holdings).run(someone, person))).find(
      ({ category }) => category === 'child-view',
    );
  const said = { said: words, how: 'told', toldOn: '2026-09-21', unit: 'visitation' };

  it('is all that one said oneself, open or not', async () => {
    const family = await young('2010-03-03');
    const alma = await citizen(world, family.alma);
    const { id } = await record(world, family, { by: vibeke });
    expect(await own(world.looks, alma, family.alma)).toEqual({
      items: [{ id, personId: family.alma, ...said, openTo: null }],
      next: null,
      total: 1,
    });
    expect(await held(alma, family.alma)).toEqual({
      category: 'child-view',
      count: 1,
      since: '2026-09-21',
      units: ['visitation'],
    });
  });

  it('is of a child in one’s custody what is open; the others are not there, nor counted, nor held', async () => {
    const family = await young('2018-03-03');
    const maja = await citizen(world, family.maja);
    const read = () => own(world.looks, maja, family.alma);
    const nothing = { items: [], next: null, total: 0 };
    const [{ id }] = [await record(world, family, { by: vibeke }), await record(world, family, { by: vibeke })];
    expect([await read(), await held(maja, family.alma)]).toEqual([nothing, undefined]);
    await open(world, id, undefined, vibeke);
    expect(await read()).toMatchObject({ total: 1, items: [{ id, ...said, openTo: { by: 'child' } }] });
    expect(await held(maja, family.alma)).toMatchObject({ count: 1, units: ['visitation'] });
    await close(world, id, vibeke);
    expect([await read(), await held(maja, family.alma)]).toEqual([nothing, undefined]);
    await open(world, id, byAuthority, sanne);
    expect((await read()).items).toMatchObject([{ id, openTo: { ...byAuthority, unit: 'familieafdelingen' } }]);
  });

  it('is nobody else’s: not without custody, nor after it, nor of another family', async () => {
    const [family, other] = [await young('2018-03-03'), await young('2018-04-04')];
    const { id } = await record(world, family, { by: vibeke });
    await open(world, id, undefined, vibeke);
    for (const person of [family.jonas, other.maja])
      await expect(own(world.looks, await citizen(world, person), family.alma)).rejects.toMatchObject({
        problem: 'not-found',
      });
    const grown = await young('2006-03-03');
    await expect(own(world.looks, await citizen(world, grown.maja), grown.alma)).rejects.toMatchObject({
      problem: 'not-found',
    });
  });

  it('by custody waits for a lease; what is one’s own does not', async () => {
    const family = await young('2010-03-03');
    const looks = new Looks(world.database, noGround, standingBasesIn('programme_copy'));
    await expect(own(looks, await citizen(world, family.maja), family.alma)).rejects.toMatchObject({
      problem: 'consent-unavailable',
    });
    expect(await own(looks, await citizen(world, family.alma), family.alma)).toMatchObject({ total: 0 });
  });

  it('is logged as a look at the child', async () => {
    const family = await young('2018-03-03');
    await own(world.looks, await citizen(world, family.maja), family.alma);
    const [row] = await world.rows(
      `SELECT kind, subjects, purposes, categories FROM helhed.access_log WHERE act = 'child-view.own-list' ORDER BY id DESC LIMIT 1`,
    );
    expect(row).toEqual({
      kind: 'look',
      subjects: expect.arrayContaining([family.familyId, family.alma]),
      purposes: ['own-insight'],
      categories: ['child-view'],
    });
  });
});
