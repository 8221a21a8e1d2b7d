import { newId } from '@helhed/kernel';
import { tellStructure } from '../../test/cases.js';
import { byAuthority, list, open, record, sanne, words } from '../../test/child-views.js';
import { familyH, frida, gitte, kim, tie, trine, vibeke, type Family } from '../../test/family-h.js';
import { barredFrom, logged, received } from '../../test/told.js';
import { startWorld, type World } from '../../test/world.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

describe('a child’s view', () => {
  it('is noted by whoever is with the family, for the child alone, and not open', async () => {
    const family = await familyH(world);
    await tellStructure(world, family, 'db-stjernen', { purpose: 'contact-support' });
    for (const by of [vibeke, gitte, frida, kim]) {
      const { id } = await record(world, family, { by });
      const { items } = await list(world, family, by);
      expect(items.find((item) => item.id === id)).toEqual({
        id,
        familyId: family.familyId,
        programme: 'nyborg-familiestue',
        personId: family.alma,
        said: words,
        how: 'told',
        toldOn: '2026-09-21',
        openTo: null,
        version: 1,
        withheld: [],
      });
    }
    expect(await logged(world, family.alma)).toEqual([{ kind: 'look', act: 'child-view.list' }]);
  });

  it('stands encrypted, and what an authority wrote with it', async () => {
    const family = await familyH(world);
    await tie(world, family, 'team', sanne);
    const { id } = await record(world, family);
    await open(world, id, byAuthority, sanne);
    const [row] = await world.rows<{ text: string }>('SELECT v::text AS text FROM child_view v WHERE id = $1', [id]);
    const hex = (text: string) => Buffer.from(text).toString('hex');
    for (const text of [words, byAuthority.reason]) {
      expect(row?.text).not.toContain(text);
      expect(row?.text).not.toContain(hex(text));
    }
  });

  it('happens once for one Idempotency-Key, and is answered again only to whom it still would be', async () => {
    const family = await familyH(world);
    const key = newId();
    const made = await record(world, family, { key });
    expect(await record(world, family, { key })).toEqual(made);
    expect((await list(world, family, gitte)).total).toBe(1);
    expect(await record(world, family, { key: newId() })).not.toEqual(made);
    await barredFrom(world, { ...gitte, sub: 'greta' }, family.maja);
    await expect(record(world, family, { by: { ...gitte, sub: 'greta' } })).rejects.toMatchObject({
      problem: 'relative-record',
    });
  });

  it.each<[string, (family: Family) => Parameters<typeof record>[2], string]>([
    ['of a parent', ({ maja }) => ({ personId: maja }), 'not-a-member'],
    ['of nobody known', () => ({ personId: newId() }), 'not-a-member'],
    ['told tomorrow', () => ({ toldOn: '2999-01-01' }), 'child-view-incomplete'],
    ['in another programme', () => ({ programme: 'another' }), 'programme-unknown'],
    ['of a family that is nowhere', () => ({ familyId: newId() }), 'family-unknown'],
    ['by a partner', () => ({ by: trine }), 'family-unknown'],
    ['by the leader of another unit’s group', () => ({ by: { ...gitte, unit: 'another' } }), 'family-unknown'],
  ])('%s is refused', async (_, changes, problem) => {
    const family = await familyH(world);
    await expect(record(world, family, changes(family))).rejects.toMatchObject({ kind: 'rule', problem });
    expect((await list(world, family, vibeke)).total).toBe(0);
  });

  it('of somebody who came of age is refused; as long as one is a child it is not', async () => {
    const family = await familyH(world);
    await world.live('2040-04-01');
    expect(await record(world, family)).toMatchObject({ version: 1 });
    await world.live('2040-04-02');
    await expect(record(world, family)).rejects.toMatchObject({ problem: 'not-a-member' });
    await world.live();
  });

  it('names its programme where whoever records it has several', async () => {
    const family = await familyH(world);
    await world.database.inTransaction(vibeke.municipality, (tx) =>
      tx.query(
        `INSERT INTO helhed.relation_replica (municipality, id, family_id, programme, kind, sub, unit, function, from_date)
         SELECT municipality, uuidv7(), family_id, 'another', kind, sub, unit, function, from_date
         FROM helhed.relation_replica WHERE family_id = $1 AND sub = 'kim'`,
        [family.familyId],
      ),
    );
    await tellStructure(world, family, 'db-stjernen', { purpose: 'contact-support' });
    await expect(record(world, family, { by: kim })).rejects.toMatchObject({ problem: 'programme-required' });
    await record(world, family, { by: kim, programme: 'another' });
    expect(await list(world, family, kim)).toMatchObject({ total: 1, items: [{ programme: 'another' }] });
    // a thing of that programme: whoever reaches the family in the other alone does not find it
    expect((await list(world, family, gitte)).total).toBe(0);
  });

  it('goes with its family', async () => {
    const family = await received(world);
    await record(world, family, { by: vibeke });
    await world.asOwner(
      `SELECT helhed.enter('0450'); UPDATE family SET erase_on = '2020-01-01' WHERE id = '${family.familyId}'`,
    );
    await world.erasure.run();
    expect(await world.rows('SELECT id FROM child_view WHERE person_id = $1', [family.alma])).toEqual([]);
    expect(await world.rows('SELECT id FROM person WHERE id = $1', [family.alma])).toEqual([]);
  });
});
