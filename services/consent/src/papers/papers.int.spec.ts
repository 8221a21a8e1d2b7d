import type { LookUp } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { Paging } from '@helhed/web';
import { asserted } from '../../test/asserted.js';
import { as, citizen, matched, personIn, triagerIn } from '../../test/families.js';
import { aLook } from '../../test/look-up-world.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { appendLookUps } from '../look-ups/append-look-ups.js';
import { DeferLookUp } from '../look-ups/defer-look-up.js';
import { EraseLookUps } from '../look-ups/erase-look-ups.js';
import { FindPapers } from './find-papers.js';

let world: World;
let papers: FindPapers;
let from = 1;
const incarnation = newId();
const paging = new Paging(Buffer.alloc(32, 1));

beforeAll(async () => {
  world = await startWorld();
  papers = new FindPapers(world.looks, paging);
});
afterAll(() => world.stop());
beforeEach(() => world.live('2026-10-05'));

type Family = ReturnType<typeof matched>;
const known = async (): Promise<Family> => {
  const family = matched();
  await world.hear(...family.events);
  return family;
};
const everybody = ({ maja, jonas, alma }: Family): string[] => [maja, jonas, alma];

/** A plan of the family, or of some of it, that a group leader printed. @returns the look that made it */
async function printed(family: Family, changes: Partial<LookUp> = {}, of = everybody(family)): Promise<string> {
  const what = { purposes: ['course'], categories: ['plan'], bases: ['standing:nyborg-familiestue:course:processing'] };
  const row = aLook({
    at: '2026-10-01T22:30:00.000Z',
    act: 'plan.print',
    subjects: [family.familyId, ...of],
    unit: 'familiestuen',
    function: 'group-leader',
    ...what,
    shown: of.length > 0 ? [{ subjects: of, ...what }] : [],
    ...changes,
  });
  const batch = { incarnation, from: from++, rows: [row] };
  await world.database.inTransaction(nyborg, (tx) => appendLookUps(tx, 'family-plan', batch));
  return row.id;
}
const ofPerson = (who: string, person = who, query: { limit?: number; cursor?: string } = {}) =>
  as(citizen(nyborg, who), (actor) => papers.ofPerson(actor, person, { limit: 50, ...query }));
const ofFamily = ({ familyId }: Family, who = triagerIn(nyborg)) =>
  as(who, (actor) => papers.ofFamily(actor, familyId, { limit: 50 }));
const ids = ({ items }: { readonly items: readonly { readonly id: string }[] }) => items.map(({ id }) => id);

describe('what was given out on paper', () => {
  it('has kind, day, unit and function of each, the latest first, and never who it was', async () => {
    const family = await known();
    const plan = await printed(family);
    const by = newId();
    const letter = await printed(family, {
      act: 'referral.letter',
      sub: by,
      unit: 'db-solsikken',
      function: 'pedagogue',
    });
    await printed(family, { act: 'family.read' });
    await printed(family, { refused: true });
    const made = { givenOn: '2026-10-02', unit: 'familiestuen', function: 'group-leader' };
    const wanted = {
      items: [
        { id: letter, kind: 'letter', givenOn: '2026-10-02', unit: 'db-solsikken', function: 'pedagogue' },
        { id: plan, kind: 'printed-plan', ...made },
      ],
      next: null,
      total: 2,
      since: '2021-10-06',
    };
    expect(await ofPerson(family.maja)).toEqual(wanted);
    expect(await ofPerson(family.maja, family.alma)).toEqual(wanted);
    expect(await ofFamily(family)).toEqual(wanted);
    expect(JSON.stringify(wanted)).not.toContain(by);
  });

  it('is told to whom it said something, and is nothing where all was withheld', async () => {
    const family = await known();
    const { maja, jonas, alma } = family;
    const [his, hers] = [await printed(family, {}, [jonas]), await printed(family, {}, [alma])];
    const nothing = await printed(family, { categories: [], bases: [], purposes: [] }, []);
    expect(ids(await ofPerson(maja))).toEqual([]);
    expect(ids(await ofPerson(jonas))).toEqual([his]);
    expect(ids(await ofPerson(maja, alma))).toEqual([hers]);
    expect(ids(await ofFamily(family))).toEqual([hers, his]);
    expect([await ofPerson(maja), await ofFamily(family)].map(({ total }) => total)).toEqual([0, 2]);
    // one from before the log told apart what was shown of whom is of everybody whom it names
    const old = await printed(family, { shown: undefined }, [maja, jonas]);
    expect([ids(await ofPerson(maja)), ids(await ofFamily(family))].flat()).not.toContain(nothing);
    expect(ids(await ofPerson(maja))).toEqual([old]);
    await expect(ofPerson(maja, jonas)).rejects.toMatchObject({ problem: 'not-found' });
  });

  it('of a family is for triage, for its coordinator and for the unit that recorded a basis about it', async () => {
    const [family, other] = [await known(), await known()];
    const id = await printed(family);
    const school = personIn(nyborg, 'skole-nord', 'teacher');
    const partner = personIn(nyborg, 'db-solsikken', 'pedagogue');
    for (const who of [school, partner, personIn(nyborg, 'familiestuen', 'group-leader')])
      await expect(ofFamily(family, who)).rejects.toMatchObject({ problem: 'not-found' });
    await as(triagerIn(nyborg), (actor) => world.recordBasis.run(actor, asserted(family)));
    // named by a basis, and not the one that recorded it
    await expect(ofFamily(family, partner)).rejects.toMatchObject({ problem: 'not-found' });
    expect(ids(await ofFamily(family, personIn(nyborg, 'visitation', 'caseworker')))).toEqual([id]);
    expect(await ofFamily(other)).toMatchObject({ items: [], total: 0 });
  });

  it('is not told before the day to which the look was deferred, neither the family nor whoever talks with it', async () => {
    const family = await known();
    const [kept, other] = [
      await printed(family, { unit: 'visitation', function: 'caseworker' }),
      await printed(family),
    ];
    const deferring = new DeferLookUp(world.database, world.looks);
    const [anna, bo] = [personIn(nyborg, 'visitation', 'caseworker'), personIn(nyborg, 'visitation', 'caseworker')];
    await as(anna, (actor) => deferring.run(actor, kept, { reason: 'Undersøgelse', until: '2026-11-02' }));
    expect(ids(await ofPerson(family.maja))).toEqual([other, kept]);
    await as({ ...bo, sub: newId() }, (actor) => deferring.confirm(actor, kept));
    expect(await ofPerson(family.maja)).toMatchObject({ items: [{ id: other }], total: 1 });
    expect(await ofFamily(family)).toMatchObject({ items: [{ id: other }], total: 1 });
    await world.live('2026-11-02');
    expect([ids(await ofPerson(family.maja)), ids(await ofFamily(family))]).toEqual([
      [other, kept],
      [other, kept],
    ]);
  });

  it('comes in pages that hold each once, with a total of all; of several persons each once', async () => {
    const family = await known();
    for (let n = 0; n < 7; n++) await printed(family);
    const found: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await ofPerson(family.maja, family.maja, { limit: 3, ...(cursor && { cursor }) });
      expect(page.total).toBe(7);
      found.push(...ids(page));
      cursor = page.next;
    }
    expect([found.length, new Set(found).size]).toEqual([7, 7]);
    const hers = await printed(family, { at: '2026-10-04T08:00:00.000Z' }, [family.alma]);
    const all = await as(citizen(nyborg, family.maja), (actor) => papers.ofAll(actor, [family.maja, family.alma]));
    expect([all.items.length, all.items[0]]).toMatchObject([8, { id: hers, givenOn: '2026-10-04' }]);
  });

  it('is in the log: of the citizen as own insight, of staff as a look at the family', async () => {
    const family = await known();
    await ofPerson(family.maja, family.alma);
    await ofFamily(family);
    const rows = await world.rows(
      `SELECT act, subjects, purposes, categories FROM helhed.access_log WHERE act LIKE 'paper.%' ORDER BY id DESC LIMIT 2`,
    );
    expect(rows).toEqual([
      { act: 'paper.list', subjects: [family.familyId], purposes: [], categories: [] },
      { act: 'paper.own-list', subjects: [family.alma], purposes: ['own-insight'], categories: ['look-up-log'] },
    ]);
  });

  it('goes when what the look says is erased, and the list says from when on it is whole', async () => {
    const family = await known();
    const [old, later] = [await printed(family), await printed(family, { at: '2026-10-20T10:00:00.000Z' })];
    await world.live('2031-10-10');
    await new EraseLookUps(world.database, world.workers).run();
    const told = await ofFamily(family);
    expect([ids(told), told.since]).toEqual([[later], '2026-10-11']);
    expect(ids(told)).not.toContain(old);
    // Alma has a birth date by which Maja holds custody still
    expect(ids(await ofPerson(family.maja))).toEqual([later]);
  });

  it('of a child is not said while the register is closed, which may have lost that custody ended', async () => {
    const family = await known();
    const id = await printed(family);
    await world.register.close();
    expect(ids(await ofPerson(family.maja))).toEqual([id]);
    await expect(ofPerson(family.maja, family.alma)).rejects.toMatchObject({ problem: 'register-restored' });
  });
});
