import { Looks, standingBasesIn, theRegister, type Actor } from '@helhed/access';
import { RelationSet } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { Paging } from '@helhed/web';
import { asserted } from '../../test/asserted.js';
import { nextEvent } from '../../test/events.js';
import { as, citizen, held, matched, personIn, programme, started, triagerIn } from '../../test/families.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { decidableActs } from './decidable-acts.js';
import { SearchSubjects } from './search-subjects.js';

const crisis = 'krisecenter:social-worker';
const triage = 'visitation:triager';
const officer = 'raadhuset:data-protection-officer';
const pairs = [crisis, triage, officer, 'krisecenter:secretary', 'skole-nord:teacher'];
const dpo = personIn(nyborg, 'raadhuset', 'data-protection-officer');

let world: World;
let subjects: SearchSubjects;
beforeAll(async () => {
  world = await startWorld();
  await world.live('2026-10-05');
  const standing = standingBasesIn('programme_copy', { validFrom: 'valid_from', purposes: 'purposes' });
  subjects = new SearchSubjects(new Looks(world.database, theRegister, standing), new Paging(Buffer.alloc(32, 1)));
  await world.database.inTransaction(nyborg, async (tx) => {
    for (const pair of pairs)
      await tx.query(
        'INSERT INTO helhed.unit_function (municipality, unit, function) VALUES (helhed.tenant(), $1, $2)',
        pair.split(':'),
      );
  });
});
afterAll(() => world.stop());

type Family = ReturnType<typeof matched>;
interface Asked {
  readonly type: 'person' | 'family' | 'referral';
  readonly id: string;
  readonly category?: string;
}

const found = async (asker: Actor, { category, ...of }: Asked, name: string): Promise<string[]> => {
  const resource = { ...of, ...(category && { properties: { category } }) };
  const asked = { subject: { type: 'function-in-unit' }, resource, action: { name } };
  const { results, page } = await as(asker, (by) => subjects.run(by, asked));
  expect(page.total).toBe(results.length);
  return results.map(({ id }) => id);
};
const of = (id: string, category?: string): Asked => ({ type: 'person', id, ...(category && { category }) });
const family = ({ familyId: id }: Family, category?: string): Asked => ({ ...of(id, category), type: 'family' });

/** The mother alone let the crisis centre know of herself; it is a partner of the family's, by a row. */
async function known(): Promise<Family> {
  const made = matched();
  await world.hear(...made.events, started(nyborg, made, 'visitation'));
  const [unit, name] = crisis.split(':') as [string, string];
  const row = {
    relationId: newId(),
    familyId: made.familyId,
    programme,
    kind: 'partner',
    unit,
    function: name,
  } as const;
  await world.hear(nextEvent(nyborg, RelationSet, { ...row, sub: null, from: '2026-01-01', to: null }));
  await disclose(made, ['family-structure', 'identity', 'enrolment'], [made.maja]);
  return made;
}

const disclose = (about: Family, categories: string[], persons: string[]) =>
  as(triagerIn(nyborg), (by) =>
    world.recordBasis.run(by, {
      ...asserted(about, { purpose: 'cooperation', toUnit: 'krisecenter' }),
      categories,
      persons,
      givenBy: persons.includes(about.jonas) ? [about.maja, about.jonas] : [about.maja],
    }),
  );

const acts = [...decidableActs.family, ...decidableActs.referral];
const telling = ['basis.read', 'basis.list'];

describe('a search for who may', () => {
  it('tells a citizen of nobody who works with another adult of the family, nor on which bases', async () => {
    const made = await known();
    const { maja, jonas, alma, referralId } = made;
    const grandmother = newId();
    await world.hear(held(nyborg, { familyId: made.familyId, childId: alma, holderId: grandmother }));
    for (const other of [citizen(nyborg, jonas), citizen(nyborg, grandmother)])
      for (const asked of [of(other.person!), of(alma), family(made), { ...of(referralId), type: 'referral' } as const])
        for (const { act } of acts) {
          const told = await found(other, asked, act);
          expect([act, told.filter((pair) => pair.startsWith('krisecenter:'))]).toEqual([act, []]);
          if (telling.includes(act)) expect([act, told]).toEqual([act, []]);
        }
    expect(await found(citizen(nyborg, jonas), of(jonas), 'family.read')).toEqual([triage]);
    for (const asked of [of(maja), of(maja, 'identity')])
      expect(await found(citizen(nyborg, jonas), asked, 'family.read')).toEqual([]);
  });

  it('tells by no act that shows nothing of anybody: neither a command nor who is tied to a family', async () => {
    const made = await known();
    const silent = acts.filter(({ mode, sections }) => mode === 'write' || sections.length === 0);
    expect(silent.length).toBeGreaterThan(20);
    for (const me of [citizen(nyborg, made.maja), citizen(nyborg, made.jonas)])
      for (const { act } of silent)
        for (const asked of [of(me.person!), family(made)])
          expect([act, await found(me, asked, act)]).toEqual([act, []]);
    // the officer is told of whoever may
    expect(await found(dpo, family(made), 'relation.list')).toEqual([crisis, triage]);
  });

  it('tells whose basis it is of whoever the register shows it to', async () => {
    const made = await known();
    const readers = ['krisecenter:secretary', crisis, officer, triage];
    for (const act of telling) {
      for (const asked of [of(made.maja), family(made)])
        expect(await found(citizen(nyborg, made.maja), asked, act)).toEqual(readers);
      expect(await found(dpo, of(made.maja), act)).toEqual(readers);
      expect(await found(dpo, of(made.jonas), act)).toEqual([]);
      expect(await found(dpo, family(made), act)).toEqual(readers);
    }
  });

  it('narrows a family to the own persons, section by section', async () => {
    const made = await known();
    const { maja, jonas, alma } = made;
    await disclose(made, ['family-structure'], [maja, jonas, alma]);
    const [she, he] = [citizen(nyborg, maja), citizen(nyborg, jonas)];
    for (const asked of [of(jonas), of(alma), family(made)]) {
      expect(await found(he, { ...asked, category: 'family-structure' }, 'family.read')).toEqual([crisis, triage]);
      expect(await found(he, { ...asked, category: 'identity' }, 'family.read')).toEqual([triage]);
    }
    expect(await found(she, family(made, 'identity'), 'family.read')).toEqual([crisis, triage]);
    expect(await found(he, of(jonas), 'basis.list')).toContain(crisis);
  });
});
