import { ReferralReceived } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { nextEvent } from '../../test/events.js';
import { asserted, otherKind } from '../../test/asserted.js';
import { covers } from '../../test/covers.js';
import { as, held, matched, personIn, published, triagerIn } from '../../test/families.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import type { BasisView, RecordBasis } from './bases.dto.js';

let world: World;
let family: ReturnType<typeof matched>;
const triager = triagerIn(nyborg);
beforeAll(async () => {
  world = await startWorld();
  await world.live('2026-10-05');
  family = matched();
  await world.hear(...family.events);
});
afterAll(() => world.stop());

const record = (changes: Partial<RecordBasis> = {}, about = family, actor = triager): Promise<BasisView> =>
  as(actor, (by) => world.recordBasis.run(by, asserted(about, changes)));
const refused = (problem: string, field?: string) =>
  expect.objectContaining({ problem, ...(field ? { fields: [expect.objectContaining({ field })] } : {}) });
const alma = ({ id }: BasisView, of = family) => covers(world, id, of.alma);

describe('what the purpose allows', () => {
  it.each<[string, string, Partial<RecordBasis>]>([
    ['category-outside-purpose', 'categories.1', { categories: ['referral-outcome', 'address'] }],
    ['category-outside-purpose', 'categories.0', { purpose: 'own-insight' }],
    ['category-outside-purpose', 'categories.0', { purpose: 'curiosity' }],
    ['period-too-long', 'validTo', { validTo: '2027-09-04' }],
    ['period-too-long', 'validTo', { ...otherKind['single-exchange'], validTo: '2027-03-06' }],
    ['programme-unknown', 'programme', { programme: 'another' }],
    ['basis-incomplete', 'leftOut.0.paragraph', { givenBy: undefined, leftOut: [] as never }],
  ])('refuses with %s, naming %s', async (problem, field, changes) => {
    const leftOut = changes.leftOut
      ? { givenBy: [family.maja], leftOut: [{ person: family.jonas, paragraph: '§ 1' }] }
      : {};
    await expect(record({ ...changes, ...leftOut })).rejects.toEqual(refused(problem, field));
  });

  it('ends a consent by itself, and no other kind', async () => {
    expect((await record({ validFrom: '2026-10-31' })).validTo).toBe('2027-10-31');
    expect((await record({ ...otherKind.statute, validTo: '2031-01-01' })).validTo).toBe('2031-01-01');
    expect((await record(otherKind.statute)).validTo).toBeNull();
  });

  it('lets a single exchange last as long as the ground rules say, whatever the purpose, and no longer', async () => {
    const until = (validTo: string) => record({ ...otherKind['single-exchange'], validTo });
    expect((await until('2027-03-05')).validTo).toBe('2027-03-05');
    await expect(until('2036-10-05')).rejects.toEqual(refused('period-too-long', 'validTo'));
  });

  it('is asked before a kind that the function does not assert', async () => {
    const pia = personIn(nyborg, 'db-solsikken', 'pedagogue');
    await expect(record(otherKind.statute, family, pia)).rejects.toEqual(refused('not-allowed'));
    expect(await record({}, family, pia)).toMatchObject({ kind: 'consent' });
  });

  it('has the programme that the family was referred to; none or several must be named', async () => {
    expect((await record({ programme: undefined })).programme).toBe('nyborg-familiestue');
    const twice = matched();
    const { data } = twice.received;
    const again = { ...data, referralId: newId(), programme: 'another' } as never;
    await world.hear(...twice.events, nextEvent(nyborg, ReferralReceived, again));
    await expect(record({ programme: undefined }, twice)).rejects.toEqual(refused('programme-required', 'programme'));
  });
});

describe('who gives', () => {
  it('is asked of an adult, of who holds custody on that day, and of a child with a voice', async () => {
    const [stranger, grandmother] = [newId(), newId()];
    await expect(record({ givenBy: [family.maja, stranger] })).rejects.toEqual(refused('not-a-giver', 'givenBy.1'));
    await expect(record({ persons: [family.maja], givenBy: [family.jonas] })).rejects.toEqual(
      refused('not-a-giver', 'givenBy.0'),
    );
    const { familyId, alma: childId } = family;
    await world.hear(held(nyborg, { familyId, childId, holderId: grandmother, from: '2026-09-10' }));
    await expect(record({ givenBy: [grandmother] })).rejects.toEqual(refused('not-a-giver', 'givenBy.0'));
    const later = { givenOn: '2026-09-10', validFrom: '2026-09-10' };
    expect(await alma(await record({ ...later, givenBy: [family.maja, family.jonas, grandmother] }))).toEqual([
      ['covered', '2026-09-10', null],
    ]);
  });

  it('is the child too from its own voice on, and the child alone when it is of age', async () => {
    const older = matched();
    world.births.set(older.alma, '2011-10-20');
    await world.hear(...older.events);
    const basis = await record({}, older);
    expect(await alma(basis, older)).toEqual([
      ['covered', '2026-09-03', '2026-10-20'],
      ['incomplete', '2026-10-20', null],
    ]);
    await world.live('2026-10-20');
    const given = { givenBy: [older.alma], how: 'spoken' as const, givenOn: '2026-10-20', evidence: 'Samtale' };
    const after = await as(triager, (actor) => world.addConsent.run(actor, basis.id, 1, given));
    expect(await alma(after, older)).toEqual([['covered', '2026-09-03', null]]);
    // what her parents take back when she is of age changes nothing for her
    const withdrawn = await as(triager, (actor) => world.withdrawBasis.run(actor, basis.id, { givers: [older.maja] }));
    expect(await alma(withdrawn, older)).toEqual([
      ['withdrawn', '2026-09-03', '2029-10-20'],
      ['covered', '2029-10-20', null],
    ]);
    const stored = await world.rows('SELECT turns FROM person_age WHERE person_id = $1', [older.alma]);
    expect(stored).toEqual([
      {
        turns: [
          { age: 15, on: '2026-10-20' },
          { age: 18, on: '2029-10-20' },
        ],
      },
    ]);
    await world.live('2026-10-05');
  });

  it('may be left out under an exception of the rule, for as long as the rule has it', async () => {
    const exceptions = (validFrom: string, version: number, paragraphs?: string[]) =>
      published(nyborg, (was) => ({
        ...was,
        version,
        validFrom,
        purposes: {
          ...was.purposes,
          'outcome-to-sender': {
            rules: [
              {
                validFrom: '2025-01-01',
                consentOf: 'custody-holders',
                ...(paragraphs ? { exceptions: paragraphs } : {}),
              },
            ],
          },
        },
      }));
    await world.hear(exceptions('2026-01-01', 2, ['§ 1']));
    const about = matched();
    await world.hear(...about.events);
    const leftOut = [{ person: about.jonas, paragraph: '§ 1' }];
    const basis = await record({ givenBy: [about.maja], persons: [about.maja, about.alma], leftOut }, about);
    expect([basis.validTo, await alma(basis, about)]).toEqual([null, [['covered', '2026-09-03', null]]]);
    await world.hear(exceptions('2027-01-01', 3));
    const after = await as(triager, (actor) => world.bases.get(actor, basis.id));
    expect(await alma(after, about)).toEqual([
      ['covered', '2026-09-03', '2027-01-01'],
      ['incomplete', '2027-01-01', null],
    ]);
    expect((await world.events(about.familyId)).at(-1)).toMatchObject({ data: { basisId: basis.id, raised: true } });
  });
});
