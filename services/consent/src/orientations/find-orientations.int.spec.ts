import { FindHoldings } from '@helhed/access';
import { FamilyErased } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { linkedCitizen } from '@helhed/testing';
import { nextEvent } from '../../test/events.js';
import { as } from '../../test/families.js';
import {
  given,
  problemOf,
  refused,
  startOrientations,
  triager,
  who,
  type Orientations,
} from '../../test/orientations.js';
import { nyborg } from '../../test/world.js';
import { holdings } from '../held.js';

const caseworker = who('visitation:caseworker');

let at: Orientations;
beforeAll(async () => void (at = await startOrientations()));
afterAll(() => at?.world.stop());

describe('what a parent without custody was answered', () => {
  it('is listed to the unit that answered, those who triage or coordinate, and the officer', async () => {
    const family = await at.aFamily();
    const [coordinator, other] = ['familieafdelingen:family-coordinator', 'ppr:caseworker'] as const;
    await at.tie(family, coordinator, 'coordinator');
    await at.tie(family, other);
    const { id } = await at.record(refused(family), who(other));
    const own = await at.record(given(family), who('db-solsikken:pedagogue'));
    const ids = async (pair: string) => (await at.listed(family.familyId, who(pair))).items.map((each) => each.id);
    for (const pair of ['visitation:triager', coordinator, 'raadhuset:data-protection-officer'])
      expect([pair, await ids(pair)]).toEqual([pair, [id, own.id]]);
    expect(await ids('db-solsikken:pedagogue')).toEqual([own.id]);
    expect(await ids('db-solsikken:teacher')).toEqual([own.id]);
    expect(await ids(other)).toEqual([id]);
    expect(await ids('db-regnbuen:pedagogue')).toEqual([]);
    expect(await at.listed(newId(), triager)).toEqual({ items: [], next: null, total: 0 });
    const [first] = (await at.listed(family.familyId, triager)).items;
    const { reason, ...said } = refused(family);
    expect(first).toEqual({
      ...said,
      id,
      categories: [],
      unit: 'ppr',
      function: 'caseworker',
      reason,
    });
    await at.listed(family.familyId, triager);
    expect(await at.lastLog()).toMatchObject({ act: 'orientation.list', kind: 'look', categories: ['basis'] });
    const [row] = await at.world.rows<{ reason: Buffer }>('SELECT reason FROM orientation WHERE id = $1', [id]);
    expect(row?.reason.toString('latin1')).not.toContain('hensyn');
  });

  it('comes in pages with the exact total', async () => {
    const family = await at.aFamily();
    for (let n = 0; n < 3; n++) await at.record(given(family));
    const [whole, own] = [await at.listed(family.familyId, triager), await at.ofPerson(family.jonas, family.jonas)];
    for (const [all, ask] of [
      [whole, (cursor?: string) => at.listed(family.familyId, triager, 2, cursor)],
      [own, (cursor?: string) => at.ofPerson(family.jonas, family.jonas, 2, cursor)],
    ] as const) {
      const first = await ask();
      const second = await ask(first.next ?? '');
      expect([first.total, second.total, second.next]).toEqual([3, 3, null]);
      expect([...first.items, ...second.items]).toEqual(all.items);
    }
  });

  it('is on the citizen’s page the newest first, by one look, with how many there are', async () => {
    const family = await at.aFamily();
    const ids = [];
    for (let each = 0; each < 4; each++) ids.push((await at.record(given(family))).id);
    const looks = () => at.world.rows(`SELECT FROM helhed.access_log WHERE act = 'orientation.own-list'`);
    const before = (await looks()).length;
    const { items, total } = await at.newestOf(family.jonas, family.jonas, 3);
    expect([items.map(({ id }) => id), total]).toEqual([ids.toReversed().slice(0, 3), 4]);
    expect(await looks()).toHaveLength(before + 1);
    expect(await at.lastLog()).toMatchObject({ kind: 'look', categories: ['basis'] });
    expect(await problemOf(at.newestOf(family.alma, family.jonas, 3))).toBe('not-found');
  });

  it('is read by the parent who asked, with the reason, and by who holds custody, without it', async () => {
    const family = await at.aFamily();
    const { maja, jonas, alma } = family;
    await at.tie(family, 'visitation:caseworker');
    const { id } = await at.record(refused(family), caseworker);
    expect(await at.ofPerson(jonas, jonas)).toMatchObject({ total: 1, items: [{ id, reason: 'Af hensyn til Alma' }] });
    expect((await at.lastLog())?.subjects.toSorted()).toEqual([alma, jonas].toSorted());
    const { items } = await at.ofPerson(alma, maja);
    expect(items).toMatchObject([{ id, answer: 'refused', parentId: jonas }]);
    expect(items[0]).not.toHaveProperty('reason');
    expect(await at.ofPerson(maja, maja)).toMatchObject({ total: 0 });
    expect(await at.lastLog()).toMatchObject({
      act: 'orientation.own-list',
      kind: 'look',
      subjects: [maja],
      categories: [],
    });
    for (const [person, me] of [
      [alma, jonas],
      [jonas, maja],
      [newId(), maja],
    ] as const)
      expect(await problemOf(at.ofPerson(person, me))).toBe('not-found');
  });

  it('is held on the child and on the parent, under bases', async () => {
    const family = await at.aFamily();
    await at.record(given(family));
    const held = async (person: string, me: string) => {
      const account = await at.world.database.inTransaction(nyborg, (tx) => linkedCitizen(tx, me));
      return as(account, (actor) => new FindHoldings(at.world.looks, holdings).run(actor, person));
    };
    const basis = { category: 'basis', count: 1, since: '2026-10-05', units: ['visitation'] };
    expect(await held(family.jonas, family.jonas)).toEqual([basis]);
    expect(await held(family.alma, family.maja)).toEqual([basis]);
  });

  it('stays when the family is erased, without the reason of a refusal', async () => {
    const family = await at.aFamily();
    await at.tie(family, 'visitation:caseworker');
    const { id } = await at.record(refused(family), caseworker);
    await at.world.hear(nextEvent(nyborg, FamilyErased, { familyId: family.familyId }));
    expect(await at.world.rows('SELECT answer, reason FROM orientation WHERE id = $1', [id])).toEqual([
      { answer: 'refused', reason: null },
    ]);
    const [left] = (await at.ofPerson(family.jonas, family.jonas)).items;
    expect(left).toMatchObject({ id, answer: 'refused' });
    expect(left).not.toHaveProperty('reason');
  });
});
