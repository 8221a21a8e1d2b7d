import { LookUpShipping } from '@helhed/access';
import type { LookUp } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { inDays } from '../../test/in-days.js';
import { acting, aLook, as, nyborg, startLookUps, type LookUps } from '../../test/look-up-world.js';
import { appendLookUps } from './append-look-ups.js';

let world: LookUps;
beforeEach(async () => void (world = await startLookUps()));
afterEach(() => world?.stop());

const nothing = { purposes: [], categories: [], bases: [] };
const fail = (what: string, error: unknown): never => {
  throw new Error(what, { cause: error });
};

async function aFamily() {
  const family = { familyId: newId(), maja: newId(), jonas: newId() };
  for (const person of [family.maja, family.jonas])
    await world.asOwner(
      'INSERT INTO family_member (municipality, family_id, person_id, role) VALUES ($1, $2, $3, $4)',
      [nyborg, family.familyId, person, 'parent'],
    );
  return family;
}
const append = async (changes: Partial<LookUp>) => {
  const look = aLook(changes);
  await world.append([look]);
  return look;
};
/** What the person reads of each look, the latest first. */
const told = async (person: string) =>
  (await world.seenOf(person)).items.map(({ purposes, categories, bases }) => ({ purposes, categories, bases }));
const seen = async (person: string) => (await world.seenOf(person)).items.map(({ id }) => id);

/** A list over two families, of which one was shown and the other withheld. */
async function aList() {
  const [ours, others] = [await aFamily(), await aFamily()];
  const shown = { purposes: ['cooperation'], categories: ['identity'], bases: [newId()] };
  const look = await append({
    subjects: [ours.familyId, ours.maja, ours.jonas, others.familyId],
    ...shown,
    shown: [{ subjects: [ours.maja, ours.jonas], ...shown }],
  });
  return { look, ours, others, shown };
}

describe('whom a look was at', () => {
  it('is told what was shown of its own family, and not what was shown of another in the same list', async () => {
    const { ours, others, shown } = await aList();
    expect(await told(ours.maja)).toEqual([shown]);
    expect(await told(others.maja)).toEqual([nothing]);
    expect(await told(others.jonas)).toEqual([nothing]);
  });

  it('is told what was shown of the person, and not what was shown of the others in the family', async () => {
    const { familyId, maja, jonas } = await aFamily();
    const of = (subjects: string[], category: string) => {
      const [purposes, categories, bases] = [['coordination'], ['family-structure', category], [newId()]];
      return { subjects, purposes, categories, bases };
    };
    const [hers, his] = [of([maja], 'identity'), of([jonas], 'custody')];
    await append({
      subjects: [familyId, maja, jonas],
      purposes: ['coordination'],
      categories: ['family-structure', 'identity', 'custody'],
      bases: [...hers.bases, ...his.bases],
      shown: [hers, his],
    });
    await append({ subjects: [familyId, maja], categories: ['identity'], shown: [hers] });
    const { subjects: _maja, ...ofMaja } = hers;
    const { subjects: _jonas, ...ofJonas } = his;
    expect(await told(maja)).toEqual([ofMaja, ofMaja]);
    expect(await told(jonas)).toEqual([ofJonas]);
  });

  it('is told so of what a request said in its log, once that has come to the register', async () => {
    const { familyId, maja, jonas } = await aFamily();
    const look = { kind: 'look', act: 'family.read', purpose: 'coordination' } as const;
    await as(acting('visitation', 'caseworker'), () =>
      world.database.inTransaction(nyborg, async (tx) => {
        tx.log({ ...look, subjects: [familyId] });
        tx.log({ ...look, subjects: [maja, jonas], categories: ['family-structure'], bases: ['standing'] });
        tx.log({ ...look, subjects: [maja], categories: ['i'.repeat(301)] });
      }),
    );
    const { database, workers } = world;
    const shipping = new LookUpShipping(database, workers, (tx, batch) => appendLookUps(tx, 'consent', batch), fail);
    expect(await shipping.ship(nyborg)).toBe(1);
    const ofJonas = { purposes: ['coordination'], categories: ['family-structure'], bases: ['standing'] };
    expect(await told(jonas)).toEqual([ofJonas]);
    expect(await told(maja)).toEqual([{ ...ofJonas, categories: ['family-structure', 'i'.repeat(300)] }]);
  });

  it('is told what was shown of the family where it alone is named', async () => {
    const [ours, others] = [await aFamily(), await aFamily()];
    const of = (category: string) => ({ purposes: ['own-insight'], categories: [category], bases: [] });
    await append({
      subjects: [ours.familyId, others.familyId],
      categories: ['basis', 'enrolment'],
      shown: [
        { subjects: [ours.familyId], ...of('basis') },
        { subjects: [others.familyId], ...of('enrolment') },
      ],
    });
    expect([await told(ours.jonas), await told(others.jonas)]).toEqual([[of('basis')], [of('enrolment')]]);
  });

  it('is told the whole of a row from before it was told apart; so is the officer, of every row', async () => {
    const { familyId, maja } = await aFamily();
    const { purposes, categories, bases } = await append({ subjects: [familyId, maja] });
    expect(await told(maja)).toEqual([{ purposes, categories, bases }]);
    const { look } = await aList();
    await world.asOwner('UPDATE look_up SET drawn = true');
    const { items } = await as(acting('raadhuset', 'data-protection-officer'), (actor) =>
      world.samples.page(actor, { limit: 1 }),
    );
    expect(items).toMatchObject([{ id: look.id, subjects: look.subjects, categories: ['identity'] }]);
  });
});

describe('a look at several families', () => {
  const [anna, bo] = [acting('visitation', 'caseworker'), acting('visitation', 'caseworker')];
  const body = (familyId?: string) => ({
    reason: 'Undersøgelse pågår',
    until: inDays(30),
    ...(familyId && { familyId }),
  });
  const defer = (id: string, familyId?: string) => as(anna, (actor) => world.deferring.run(actor, id, body(familyId)));
  const confirm = (id: string, familyId?: string) =>
    as(bo, (actor) => world.deferring.confirm(actor, id, familyId ? { familyId } : {}));
  const listed = (familyId: string) =>
    as(anna, async (actor) => (await world.unitLookUps.page(actor, familyId, { limit: 5 })).items);

  it('is kept from the one that it is deferred for, and told the other', async () => {
    const { look, ours, others } = await aList();
    const { id } = look;
    expect(await defer(id, ours.familyId)).toMatchObject({ id, familyId: ours.familyId, confirmed: false });
    await expect(confirm(id, others.familyId)).rejects.toMatchObject({ problem: 'not-found' });
    expect(await confirm(id, ours.familyId)).toMatchObject({ familyId: ours.familyId, confirmed: true });
    expect([await seen(ours.maja), await seen(ours.jonas), await seen(others.maja)]).toEqual([[], [], [id]]);
    expect(await listed(ours.familyId)).toMatchObject([{ id, deferral: { confirmed: true } }]);
    expect(await listed(others.familyId)).toMatchObject([{ id, deferral: null }]);
    await defer(id, others.familyId);
    expect(await listed(others.familyId)).toMatchObject([{ id, deferral: { confirmed: false, anew: null } }]);
    await confirm(id, others.familyId);
    expect(await seen(others.maja)).toEqual([]);
  });

  it('is in no unit’s list, total or deferral where it was about keeping the two apart, and tells neither of the other', async () => {
    const [one, other] = [await aFamily(), await aFamily()];
    const both = [one.familyId, other.familyId];
    const acts = ['record', 'list', 'end'].map((verb) => `separation.${verb}`);
    const looks = acts.map((act) =>
      aLook({ act, kind: act === 'separation.list' ? 'look' : 'command', subjects: both }),
    );
    await world.append(looks);
    const ids = looks.map(({ id }) => id);
    const notThere = { problem: 'not-found' };
    // nothing else was done at either: to the unit neither is there
    for (const familyId of both) await expect(listed(familyId)).rejects.toMatchObject(notThere);
    for (const id of ids) await expect(defer(id, one.familyId)).rejects.toMatchObject(notThere);
    const { id } = await append({ subjects: both });
    for (const familyId of both) {
      const page = await as(anna, (actor) => world.unitLookUps.page(actor, familyId, { limit: 1 }));
      expect(page).toMatchObject({ items: [{ id }], total: 1, next: null });
    }
    // each family is told that its unit did something, and neither what nor of whom; the officer what was drawn, whole
    const own = await world.seenOf(one.maja);
    expect(own.items.map((item) => item.id)).toEqual([id, ...ids.toReversed()]);
    expect(JSON.stringify(own)).not.toMatch(new RegExp([...Object.values(other), 'separation'].join('|')));
    await world.asOwner('UPDATE look_up SET drawn = true');
    const { items } = await as(acting('raadhuset', 'data-protection-officer'), (actor) =>
      world.samples.page(actor, { limit: 5 }),
    );
    expect(items.filter(({ act }) => acts.includes(act)).map(({ subjects }) => subjects)).toEqual([both, both, both]);
  });

  it('is given a later day for one of them', async () => {
    const { look, ours, others } = await aList();
    for (const { familyId } of [ours, others]) {
      await defer(look.id, familyId);
      await confirm(look.id, familyId);
    }
    const later = { ...body(ours.familyId), until: inDays(60) };
    await as(anna, (actor) => world.deferring.run(actor, look.id, later));
    expect(await confirm(look.id, ours.familyId)).toMatchObject({ until: inDays(60), anew: null });
    expect(await listed(others.familyId)).toMatchObject([{ deferral: { until: inDays(30), anew: null } }]);
  });

  it('is deferred for one that is named, and for none that it was not at', async () => {
    const { look, ours } = await aList();
    await expect(defer(look.id)).rejects.toMatchObject({ problem: 'family-required' });
    await expect(defer(look.id, (await aFamily()).familyId)).rejects.toMatchObject({ problem: 'not-found' });
    await defer(look.id, ours.familyId);
    await expect(confirm(look.id)).rejects.toMatchObject({ problem: 'family-required' });
  });

  it('stays kept from all whom it was at where that was decided before the families were told apart', async () => {
    const { look, ours, others } = await aList();
    const before = `INSERT INTO look_up_deferral (municipality, look_up_id, reason, until, deferred_by, deferred_at, confirmed_by, confirmed_at)
      VALUES ($1, $2, '\\x00', $3, 'anna', now(), 'bo', now())`;
    await world.asOwner(before, [nyborg, look.id, inDays(30)]);
    expect([await seen(ours.maja), await seen(others.maja)]).toEqual([[], []]);
    expect(await defer(look.id, ours.familyId)).toMatchObject({ familyId: null, confirmed: true });
    expect(await listed(others.familyId)).toMatchObject([{ deferral: { confirmed: true } }]);
  });
});

describe('the chain', () => {
  const faults = async () => (await world.verifying.run(nyborg)).faults;
  const kinds = async () => (await faults()).map(({ kind }) => kind);

  it('holds rows of both forms, and names one in which it was altered of whom something was shown', async () => {
    const { look, ours } = await aList();
    await append({});
    expect(await faults()).toEqual([]);
    for (const altered of [[], null, [{ ...look.shown?.[0], subjects: [ours.maja] }]]) {
      await world.asOwner('UPDATE look_up SET shown = $1::jsonb WHERE pos = 1', [altered && JSON.stringify(altered)]);
      expect(await kinds()).toEqual(['content-altered']);
    }
    await world.asOwner('UPDATE look_up SET shown = $1::jsonb WHERE pos = 1', [JSON.stringify(look.shown)]);
    expect(await faults()).toEqual([]);
    await world.asOwner(`UPDATE look_up SET shown = '[]' WHERE pos = 2`);
    expect(await kinds()).toEqual(['content-altered']);
  });

  it('stays whole when what was shown, and of whom, is erased with the rest', async () => {
    const { look } = await aList();
    await append({ at: '2019-01-01T00:00:00.000Z', shown: look.shown ?? [] });
    expect(await world.erasing.run()).toBe(1);
    expect(await world.rows('SELECT pos FROM look_up WHERE shown IS NOT NULL')).toEqual([{ pos: '1' }]);
    expect(await faults()).toEqual([]);
  });
});
