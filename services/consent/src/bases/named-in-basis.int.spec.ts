import type { Actor } from '@helhed/access';
import { newId } from '@helhed/kernel';
import { asserted, otherKind } from '../../test/asserted.js';
import { as, personIn, sessionHeld } from '../../test/families.js';
import { once, startOrientations, triager, who, type Family, type Orientations } from '../../test/orientations.js';
import { nyborg } from '../../test/world.js';
import type { RecordBasis } from './bases.dto.js';

let at: Orientations;
let family: Family;
let other: Family;
beforeAll(async () => {
  at = await startOrientations();
  // Jonas holds no custody of Alma since the first of October, and she is named in the wrong family below
  family = await at.aFamily();
  other = await at.aFamily();
});
afterAll(() => at?.world.stop());

const pia = personIn(nyborg, 'db-solsikken', 'pedagogue'); // the sender: reaches the family, and nobody's custody
const coordinator = who('familieafdelingen:family-coordinator');
type Key = ReturnType<typeof once>;
const record = (changes: Partial<RecordBasis>, by: Actor = pia, key: Key = once()) =>
  as(by, (actor) => at.world.recordBasis.run(actor, asserted(family, changes)), key);
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing refused it',
    ({ kind, problem, fields, message }: Record<string, unknown>) => ({ kind, problem, fields, message }),
  );
const oneAndTheSame = { kind: 'rule', problem: 'not-a-member', fields: [], message: expect.any(String) };

const october = { givenOn: '2026-10-02', validFrom: '2026-10-02' };
const onPaper = { how: 'paper', evidence: 'Erklæring' } as const;
const { 'single-exchange': exchange } = otherKind;
const wrong: [string, () => Partial<RecordBasis>, string, string[], string][] = [
  ['nobody known', () => ({ persons: [newId()] }), 'not-a-member', ['persons.0'], 'family-structure'],
  [
    'another’s child',
    () => ({ persons: [family.alma, other.alma] }),
    'not-a-member',
    ['persons.1'],
    'family-structure',
  ],
  ['no consent', () => ({ ...exchange, persons: [other.alma] }), 'not-a-member', ['persons.0'], 'family-structure'],
  ['a giver nobody knows', () => ({ givenBy: [family.maja, newId()] }), 'not-a-giver', ['givenBy.1'], 'custody'],
  [
    'the other parent',
    () => ({ persons: [family.maja], givenBy: [family.jonas] }),
    'not-a-giver',
    ['givenBy.0'],
    'custody',
  ],
  [
    'whose custody had ended by that day',
    () => ({ ...october, persons: [family.alma], givenBy: [family.jonas] }),
    'not-a-giver',
    ['givenBy.0'],
    'custody',
  ],
  [
    'both',
    () => ({ persons: [other.alma], givenBy: [other.jonas] }),
    'not-a-member',
    ['persons.0'],
    'family-structure',
  ],
];

describe('whom a basis names wrongly', () => {
  it('is one and the same refusal to whoever may not see who is in the family, or gives for whom; it is logged', async () => {
    const told: unknown[] = [];
    for (const [, changes] of wrong) told.push(await refusal(record(changes())));
    expect(told[0]).toEqual(oneAndTheSame);
    expect(told).toEqual(wrong.map(() => told[0]));
    await refusal(record({ persons: [family.alma], givenBy: [family.maja, newId()] }));
    expect(await at.lastLog()).toMatchObject({ act: 'basis.record', kind: 'look', categories: [] });
    expect((await at.lastLog())?.subjects.toSorted()).toEqual([family.familyId, family.alma, family.maja].toSorted());
  });

  it.each(wrong)(
    'is named to a triager and a coordinator, whose look it is: %s',
    async (_, changes, problem, fields, category) => {
      await at.tie(family, 'familieafdelingen:family-coordinator', 'coordinator');
      for (const by of [triager, coordinator]) {
        expect(await refusal(record(changes(), by))).toMatchObject({
          problem,
          fields: fields.map((field) => ({ field, rule: problem })),
        });
        expect(await at.lastLog()).toMatchObject({ act: 'basis.record', kind: 'look', categories: [category] });
        expect((await at.lastLog())?.subjects).toContain(family.familyId);
      }
    },
  );

  it.each<[string, () => Partial<RecordBasis>]>([
    ['category-outside-purpose', () => ({ categories: ['referral-outcome', 'address'] })],
    ['period-too-long', () => ({ validTo: '2027-09-04' })],
    ['basis-incomplete', () => ({ validTo: '2026-09-03' })],
    ['programme-unknown', () => ({ programme: 'another' })],
  ])('is not asked while something else is wrong: %s', async (problem, changes) => {
    const right = await refusal(record(changes()));
    expect(right).toMatchObject({ problem, fields: [expect.anything()] });
    for (const [, names] of wrong.filter(([name]) => name !== 'no consent' && !name.startsWith('whose')))
      expect(await refusal(record({ ...names(), ...changes() }))).toEqual(right);
  });

  it('is not asked of a meeting that was held', async () => {
    const meeting = newId();
    await at.world.hear(sessionHeld(nyborg, family.familyId, meeting, '2026-10-01'));
    const right = await refusal(record({ ...exchange, meeting }));
    expect(right).toMatchObject({ problem: 'basis-incomplete', fields: [{ field: 'meeting', rule: 'already-held' }] });
    expect(await at.lastLog()).toMatchObject({ act: 'basis.record', kind: 'look' });
    expect(await refusal(record({ ...exchange, meeting, persons: [newId()] }))).toEqual(right);
  });

  it('is refused again under the same key, as a look of its own, and leaves nothing behind', async () => {
    const key = once();
    const count = () => at.world.rows("SELECT count(*)::int AS n FROM helhed.access_log WHERE act = 'basis.record'");
    const bases = () => at.world.rows('SELECT count(*)::int AS n FROM basis');
    const [[before], stored] = [await count(), await bases()];
    const changes = { persons: [other.alma] };
    expect(await refusal(record(changes, pia, key))).toEqual(oneAndTheSame);
    expect(await refusal(record(changes, pia, key))).toEqual(oneAndTheSame);
    expect(await count()).toEqual([{ n: (before as { n: number }).n + 2 }]);
    expect(await bases()).toEqual(stored);
    expect(await record({}, pia, key)).toMatchObject({ familyId: family.familyId });
  });
});

describe('a basis given anew', () => {
  const renew = (id: string, givenBy: string[], by: Actor, more = {}) =>
    as(by, (actor) => at.world.renewBasis.run(actor, id, { givenBy, ...onPaper, ...october, ...more }), once());

  it('names a wrong giver to a triager alone', async () => {
    const { id } = await record({ persons: [family.alma], givenBy: [family.maja] });
    for (const giver of [family.jonas, family.alma, newId()]) {
      expect(await refusal(renew(id, [giver], pia))).toEqual(oneAndTheSame);
      expect(await at.lastLog()).toMatchObject({ act: 'basis.renew', kind: 'look' });
      expect(await refusal(renew(id, [giver], triager))).toMatchObject({
        problem: 'not-a-giver',
        fields: [{ field: 'givenBy.0', rule: 'not-a-giver' }],
      });
      expect(await at.lastLog()).toMatchObject({ act: 'basis.renew', kind: 'look' });
    }
    const tooLong = { validTo: '2028-01-01' };
    const right = await refusal(renew(id, [family.maja], pia, tooLong));
    expect(right).toMatchObject({ problem: 'period-too-long' });
    expect(await refusal(renew(id, [newId()], pia, tooLong))).toEqual(right);
    expect(await renew(id, [family.maja], pia)).toMatchObject({ renews: id });
  });
});

describe('a consent added', () => {
  const add = (id: string, givenBy: string[], by: Actor, version = 1) =>
    as(by, (actor) => at.world.addConsent.run(actor, id, version, { givenBy, ...onPaper, givenOn: '2026-10-02' }));
  const incomplete = () => record({ persons: [family.maja, family.alma], givenBy: [family.maja] });

  it('names a wrong giver to a triager alone', async () => {
    const { id } = await incomplete();
    for (const giver of [family.jonas, newId()]) {
      expect(await refusal(add(id, [giver], pia))).toEqual(oneAndTheSame);
      expect(await at.lastLog()).toMatchObject({ act: 'basis.add-consent', kind: 'look' });
      expect((await at.lastLog())?.subjects).toContain(family.familyId);
      expect(await refusal(add(id, [giver], triager))).toMatchObject({
        problem: 'not-a-giver',
        fields: [{ field: 'givenBy.0', rule: 'not-a-giver' }],
      });
      expect((await at.lastLog())?.categories).toContain('custody');
    }
  });

  it('is not asked who gives where the basis is over, or was taken back by one of them', async () => {
    const { id } = await incomplete();
    const both = await record({ persons: [family.maja, family.jonas] });
    await as(triager, (actor) => at.world.withdrawBasis.run(actor, both.id, { givers: [family.jonas] }));
    expect(await refusal(add(both.id, [family.jonas], pia, 2))).toMatchObject({ problem: 'consent-withdrawn' });
    expect(await at.lastLog()).toMatchObject({ act: 'basis.add-consent', kind: 'look', categories: ['basis'] });
    expect(await refusal(add(both.id, [family.jonas, newId()], pia, 2))).toMatchObject({
      problem: 'consent-withdrawn',
    });
    await at.world.live('2027-09-10');
    const over = await refusal(add(id, [family.maja], pia));
    expect(over).toMatchObject({ problem: 'basis-over' });
    expect(await refusal(add(id, [newId()], pia))).toEqual(over);
    await at.world.live('2026-10-05');
  });
});
