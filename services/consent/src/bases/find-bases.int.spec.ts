import { newId } from '@helhed/kernel';
import { asserted, otherKind } from '../../test/asserted.js';
import { as, citizen, matched, personIn, triagerIn } from '../../test/families.js';
import { esbjerg, nyborg, startWorld, type World } from '../../test/world.js';

let world: World;
let family: ReturnType<typeof matched>;
const ids: string[] = [];
beforeAll(async () => {
  world = await startWorld();
  family = matched();
  const other = matched();
  for (const { events } of [family, other]) await world.hear(...events);
  for (const about of [family, family, other, family, family, family]) {
    const { id } = await as(triagerIn(nyborg), (actor) => world.recordBasis.run(actor, asserted(about)));
    if (about === family) ids.push(id);
  }
});
afterAll(() => world.stop());

const page = (limit: number, cursor?: string, municipality = nyborg) =>
  as(triagerIn(municipality), (actor) => world.bases.page(actor, { familyId: family.familyId, limit, cursor }));

describe('the bases about a family', () => {
  it('come in pages in the order recorded, each with the exact total', async () => {
    const first = await page(2);
    const second = await page(2, first.next ?? '');
    const third = await page(2, second.next ?? '');
    expect([first, second, third].flatMap(({ items }) => items.map(({ id }) => id))).toEqual(ids);
    expect([first, second, third].map(({ total }) => total)).toEqual([5, 5, 5]);
    expect(third.next).toBeNull();
  });

  it('are logged as looked at, with the persons that they cover', async () => {
    await page(50);
    const sql = `SELECT act, subjects FROM helhed.access_log WHERE kind = 'look' ORDER BY id DESC LIMIT 1`;
    const [look] = await world.rows<{ act: string; subjects: string[] }>(sql);
    const expected = [family.familyId, family.maja, family.jonas, family.alma];
    expect([look?.act, look?.subjects.toSorted()]).toEqual(['basis.list', expected.toSorted()]);
  });

  it('are logged of each with what was shown of that one: of whom no evidence is, none was shown', async () => {
    const other = matched();
    for (const event of other.events) await world.hear(event);
    const recorded = [
      asserted(other, { persons: [other.maja], givenBy: [other.maja] }),
      asserted(other, { ...otherKind.statute, persons: [other.jonas, other.alma] }),
    ];
    for (const each of recorded) await as(triagerIn(nyborg), (actor) => world.recordBasis.run(actor, each));
    const log = async () => {
      const sql = `SELECT shown FROM helhed.access_log WHERE kind = 'look' ORDER BY id DESC LIMIT 1`;
      const [look] = await world.rows<{ shown: { subjects: string[]; categories: string[]; purposes: string[] }[] }>(
        sql,
      );
      const of = (person: string) => look?.shown.find(({ subjects }) => subjects.includes(person));
      return [other.maja, other.alma].map((person) => [of(person)?.categories, of(person)?.purposes]);
    };
    await as(triagerIn(nyborg), (actor) => world.bases.page(actor, { familyId: other.familyId, limit: 5 }));
    expect(await log()).toEqual([
      [['basis', 'basis-evidence'], ['triage']],
      [['basis'], ['triage']],
    ]);
    await as(citizen(nyborg, other.jonas), (actor) => world.bases.ofPerson(actor, other.jonas, { limit: 5 }));
    expect(await log()).toEqual([
      [undefined, undefined],
      [['basis'], ['own-insight']],
    ]);
  });

  it('are a look at nobody where none is reached: asking gives a unit no look at the family', async () => {
    const stranger = personIn(nyborg, 'familieafdelingen', 'caseworker');
    expect(
      (await as(stranger, (actor) => world.bases.page(actor, { familyId: family.familyId, limit: 50 }))).total,
    ).toBe(0);
    const sql = 'SELECT act, subjects FROM helhed.access_log ORDER BY id DESC LIMIT 1';
    expect(await world.rows(sql)).toEqual([{ act: 'basis.list', subjects: [] }]);
  });

  it('are out of reach from another municipality, one by one and as a list', async () => {
    expect(await page(50, undefined, esbjerg)).toEqual({ items: [], next: null, total: 0 });
    const get = (id: string, municipality = nyborg) =>
      as(triagerIn(municipality), (actor) => world.bases.get(actor, id));
    await expect(get(ids[0] as string, esbjerg)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(get(newId())).rejects.toMatchObject({ kind: 'not-found' });
    expect(await get(ids[0] as string)).toMatchObject({ id: ids[0], withheld: [] });
  });

  it('show where evidence is to the unit that recorded it and to the data protection officer', async () => {
    const seen = async (unit: string, name: string) => {
      const basis = await as(personIn(nyborg, unit, name), (actor) => world.bases.get(actor, ids[0] as string));
      return [basis.givers[0]?.evidence, basis.withheld.map(({ reason }) => reason)];
    };
    const shown = ['Journalnotat 2026-417', []];
    expect(await seen('visitation', 'caseworker')).toEqual(shown);
    expect(await seen('raadhuset', 'data-protection-officer')).toEqual(shown);
    expect(await seen('db-solsikken', 'pedagogue')).toEqual([undefined, ['not-for-you']]);
  });

  it('are not shown when the look cannot be logged', async () => {
    await expect(world.bases.get(triagerIn(nyborg), ids[0] as string)).rejects.toThrow('needs an actor');
  });
});
