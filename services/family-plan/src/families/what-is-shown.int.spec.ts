import { as, personIn } from '../../test/actors.js';
import { basis, decline, programme, seat, withdraw } from '../../test/cases.js';
import { familyH, frida, gitte, kim, tie, trine, vibeke, type Family, type Somebody } from '../../test/family-h.js';
import { adult, received } from '../../test/told.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { SetEmployeeRelation } from '../employees/set-employee-relation.js';
import type { FamilyView } from './families.dto.js';
import { FindFamily } from './find-family.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

const read = ({ familyId }: Family, actor: Somebody): Promise<FamilyView> =>
  as(actor, (someone) => new FindFamily(world.looks).get(someone, familyId));
const everybody = ({ maja, jonas, alma }: Family) => [maja, jonas, alma];
const categories = ({ members, households }: FamilyView) => ({
  structure: members !== undefined,
  identity: members?.every(({ name }) => name !== undefined),
  custody: members?.some((member) => member.custodyHolders !== undefined),
  address: households?.every(({ address }) => address !== undefined),
});
const all = { structure: true, identity: true, custody: true, address: true };
const nothing = { structure: false };

describe('who sees what of a family', () => {
  it.each([
    ['the triager', vibeke, all],
    ['the coordinator, in a case-carrying unit', frida, all],
    ['the leader of its group: no custody', gitte, { ...all, custody: false }],
    ['a partner without a basis: the frame', trine, nothing],
    ['a contact pedagogue without a basis: the frame', kim, nothing],
  ])('%s', async (_, who, shown) => {
    expect(categories(await read(await familyH(world), who))).toMatchObject(shown);
  });

  it('names what is withheld, and why: of each member where the members are shown', async () => {
    const family = await familyH(world);
    await basis(world, family.familyId, everybody(family), { categories: ['family-structure'] });
    const { withheld } = await read(family, trine);
    const parts = withheld.map(({ category, person = 'of nobody alone' }) => `${category} ${person}`);
    const expected = [
      ...everybody(family).map((person) => `identity ${person}`),
      `custody ${family.alma}`,
      'address of nobody alone',
    ];
    expect(parts.toSorted()).toEqual(expected.toSorted());
    expect(new Set(withheld.map(({ reason }) => reason))).toEqual(new Set(['no-basis']));
  });

  it('names nobody where the members are withheld: not how many they are, nor who is a child', async () => {
    const family = await familyH(world);
    const { withheld, ...frame } = await read(family, trine);
    expect(frame).toEqual({ id: family.familyId, version: expect.any(Number) });
    const once = ['family-structure', 'identity', 'custody', 'address'];
    expect(withheld).toEqual(once.map((category) => ({ category, reason: 'no-basis' })));
  });

  it('tells by its version no change of what is withheld', async () => {
    const family = await received(world);
    await tie(world, family, 'coordinator', frida);
    await tie(world, family, 'partner', trine);
    const both = () => Promise.all([read(family, trine), read(family, frida)]);
    const before = await both();
    await decline(world, family);
    const after = await both();
    expect(after[1].eraseOn).not.toBe(before[1].eraseOn);
    expect(after[1].version).toBeGreaterThan(before[1].version);
    expect(after[0]).toEqual(before[0]);
  });

  const today = '2026-01-01';
  it.each<[string, Parameters<typeof basis>[3] | 'no Jonas', object, string[]]>([
    ['that covers everybody', {}, { structure: true, identity: true, address: false }, ['no-basis']],
    ['that leaves one out', 'no Jonas', nothing, ['no-basis']],
    ['from a unit that does not have the case', { fromUnit: 'db-solsikken' }, nothing, ['no-basis']],
    ['to another unit', { toUnit: 'skole-syd' }, nothing, ['no-basis']],
    ['for another purpose', { purpose: 'coordination' }, nothing, ['no-basis']],
    ['of another programme', { programme: 'another' }, nothing, ['no-basis']],
    ['that has not begun', { validFrom: '2099-01-01' }, nothing, ['basis-not-yet-valid']],
    ['that is over', { validTo: '2026-02-01' }, nothing, ['basis-expired']],
    [
      'of the structure alone',
      { categories: ['family-structure'] },
      { structure: true, identity: false },
      ['no-basis'],
    ],
  ])('a partner, by a disclosure %s', async (_, changes, shown, reasons) => {
    const family = await familyH(world);
    const persons = changes === 'no Jonas' ? [family.maja, family.alma] : everybody(family);
    await basis(world, family.familyId, persons, changes === 'no Jonas' ? {} : changes);
    const view = await read(family, trine);
    expect(categories(view)).toMatchObject(shown);
    expect([...new Set(view.withheld.map(({ reason }) => reason))]).toEqual(reasons);
  });

  it.each([
    ['withdrawn', 'consent-withdrawn'],
    ['incomplete', 'consent-incomplete'],
  ] as const)('a partner, by a consent that is %s for one: nothing, and not for whom', async (state, reason) => {
    const family = await familyH(world);
    const line = (personId: string) => ({ personId, state: 'covered' as const, from: today, to: null });
    const { maja, jonas, alma } = family;
    await basis(world, family.familyId, everybody(family), {
      coverage: [line(maja), line(alma), { ...line(jonas), state }],
    });
    const { withheld } = await read(family, trine);
    expect(withheld.find(({ category }) => category === 'family-structure')).toEqual({
      category: 'family-structure',
      reason,
    });
  });

  it('logs whom it showed, for which purpose, of which categories and on which bases', async () => {
    const family = await familyH(world);
    const { basisId } = await basis(world, family.familyId, everybody(family));
    await read(family, trine);
    const [row] = await world.rows<Record<string, string[]>>(
      `SELECT subjects, purposes, categories, bases FROM helhed.access_log WHERE act = 'family.read' ORDER BY id DESC LIMIT 1`,
    );
    expect(row?.['subjects']?.toSorted()).toEqual([family.familyId, ...everybody(family)].toSorted());
    expect([row?.['purposes'], row?.['categories']?.toSorted()]).toEqual([
      ['cooperation'],
      ['family-structure', 'identity'],
    ]);
    expect(row?.['bases']?.toSorted()).toEqual([basisId, `standing:${programme}:cooperation:processing`].toSorted());
  });

  it('logs of each what was shown of that one: of the others nothing of what one’s basis alone shows', async () => {
    const family = await familyH(world);
    const { familyId, maja, jonas, alma } = family;
    const all = await basis(world, familyId, everybody(family), { categories: ['family-structure'] });
    const hers = await basis(world, familyId, [maja], { categories: ['identity'] });
    await read(family, trine);
    const [row] = await world.rows<{ subjects: string[]; shown: { subjects: string[] }[] }>(
      `SELECT subjects, shown FROM helhed.access_log WHERE act = 'family.read' ORDER BY id DESC LIMIT 1`,
    );
    expect(row?.subjects.toSorted()).toEqual([familyId, ...everybody(family)].toSorted());
    const standing = `standing:${programme}:cooperation:processing`;
    const of = (person: string) => row?.shown.find(({ subjects }) => subjects.includes(person));
    expect([row?.shown.length, of(familyId), of(alma)]).toEqual([2, undefined, of(jonas)]);
    expect(of(maja)).toEqual({
      subjects: [maja],
      purposes: ['cooperation'],
      categories: ['family-structure', 'identity'],
      bases: [all.basisId, hers.basisId, standing].toSorted(),
    });
    expect(of(jonas)).toMatchObject({ categories: ['family-structure'], bases: [all.basisId, standing].toSorted() });
  });
});

describe('a family is not there', () => {
  it.each<[string, Somebody, (family: Family) => Promise<unknown>]>([
    ['for a triager of another unit', { ...vibeke, unit: 'visitation-syd' }, async () => undefined],
    ['for somebody of the unit in another function', { ...vibeke, function: 'caseworker' }, async () => undefined],
    ['for the triager, once its referral is declined', vibeke, (family) => decline(world, family)],
    ['for the leader of another unit’s group', { ...gitte, unit: 'another' }, async () => undefined],
    ['for the leader, once it has given its place back', gitte, (family) => withdraw(world, family)],
    ['for the teacher of another school', { ...trine, unit: 'skole-syd' }, async () => undefined],
    ['for another coordinator', { ...frida, sub: 'fie' }, async () => undefined],
    ['for a programme lead', personIn(nyborg, 'programme-lead'), async () => undefined],
  ])('%s', async (_, who, then) => {
    const family = await familyH(world);
    await then(family);
    await expect(read(family, who)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('for whoever has lost the relation; whoever has one still reads on', async () => {
    const family = await familyH(world);
    await decline(world, family);
    expect(categories(await read(family, gitte))).toMatchObject({ structure: true });
  });

  it('but where it was merged into another, which is said to whoever reaches that one', async () => {
    const [family, into] = [await received(world), await familyH(world)];
    await world.database.inTransaction(nyborg, (tx) =>
      tx.query('UPDATE family SET merged_into = $2 WHERE id = $1', [family.familyId, into.familyId]),
    );
    await expect(read(family, gitte)).rejects.toMatchObject({
      kind: 'moved',
      extension: { id: family.familyId, movedTo: into.familyId },
    });
    await expect(read(family, { ...gitte, unit: 'another' })).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('a family that is one’s own, a relative’s or a colleague’s', () => {
  it.each([
    ['own-person', 'gitte', 'own-record'],
    ['relative', 'gitte', 'relative-record'],
    ['own-person', 'gudrun', 'colleague-record'],
  ] as const)('%s of %s: %s, and the attempt is logged', async (kind, sub, problem) => {
    const cprs: [string, string, string] = [adult(), adult(), adult()];
    const family = await received(world, cprs);
    await seat(world, family);
    await as(personIn(nyborg, 'administrator'), (actor) =>
      new SetEmployeeRelation(world.database).run(actor, { sub, kind, cpr: cprs[0], from: '2026-01-01' }),
    );
    await world.database.inTransaction(nyborg, (tx) =>
      tx.query(
        `INSERT INTO helhed.unit_member (municipality, unit, sub) VALUES ('0450', 'familiestuen', 'gudrun') ON CONFLICT DO NOTHING`,
      ),
    );
    await expect(read(family, gitte)).rejects.toMatchObject({ problem });
    const refused = await world.rows(
      `SELECT act FROM helhed.access_log WHERE refused AND subjects @> ARRAY[$1::uuid] AND act = 'family.read'`,
      [family.familyId],
    );
    expect(refused).toHaveLength(1);
  });
});
