import { randomUUID } from 'node:crypto';
import { EmployeeRelationSet, RelationSet, tell, type CloudEvent } from '@helhed/contracts';
import { AccessDatabase, nyborg } from '../decision/test/access-database.js';
import { endClearance, endEmployeeRelation, keepClearance, keepEmployeeRelation } from './keep-barring.js';
import { endRelation, keepRelation } from './keep-relation.js';
import { keepUnit, keepUnitMembers } from './keep-unit.js';
import { WhenBarringTold } from './when-barring-told.js';
import { WhenRelationTold } from './when-relation-told.js';

let at: AccessDatabase;
beforeAll(async () => (at = await AccessDatabase.make()));
afterAll(() => at.stop());

const rows = <T>(sql: string, values: unknown[] = []) => at.in((tx) => tx.query<T>(sql, values));
const told = (orderKey: string, events: ReturnType<typeof tell>[]) =>
  ({ data: { orderKey, standsAt: 1, events } }) as CloudEvent<{ orderKey: string; standsAt: number; events: [] }>;
describe('a relation', () => {
  const set = (changes: object = {}) =>
    RelationSet.schema.parse({
      relationId: randomUUID(),
      familyId: randomUUID(),
      programme: 'familiestue',
      kind: 'team',
      sub: 'trine',
      unit: 'skole-nord',
      function: 'teacher',
      from: '2026-01-01',
      to: null,
      ...changes,
    });
  const last = async ({ relationId }: { relationId: string }) =>
    (
      await rows<{ to: string | null }>('SELECT to_date::text AS to FROM helhed.relation_replica WHERE id = $1', [
        relationId,
      ])
    )[0]?.to;

  it('lasts until it ends, and no longer for being told again', async () => {
    const row = set();
    await at.in((tx) => keepRelation(tx, row));
    expect(await last(row)).toBeNull();
    const { relationId, familyId } = row;
    for (const to of ['2026-05-01', '2026-06-01']) await at.in((tx) => endRelation(tx, { relationId, familyId, to }));
    await at.in((tx) => keepRelation(tx, row));
    expect(await last(row)).toBe('2026-05-01');
  });

  it('goes where a restored family-plan knows it no more', async () => {
    const [kept, lost] = [set(), set()].map((row) => ({ ...row, familyId: 'ffffffff-0000-4000-8000-000000000001' }));
    for (const row of [kept!, lost!]) await at.in((tx) => keepRelation(tx, row));
    await at.in((tx) => new WhenRelationTold().settle(told(kept!.familyId, [tell(RelationSet, kept!)]), { tx }));
    expect([await last(kept!), await last(lost!)]).toEqual([null, undefined]);
  });

  it('that was never heard of does not end in silence', async () => {
    const { relationId, familyId } = set();
    await expect(at.in((tx) => endRelation(tx, { relationId, familyId, to: '2026-05-01' }))).rejects.toThrow(
      'not known here',
    );
  });
});

it('an own person bars until it ends, a clearance likewise, and both go with a restored family-plan', async () => {
  const [relationId, clearanceId, personId, familyId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const relation = { relationId, personId, sub: 'gitte', kind: 'own-person', from: '2026-01-01', to: null } as const;
  const clearance = {
    clearanceId,
    familyId,
    sub: 'gitte',
    unit: 'u',
    function: 'f',
    from: '2026-01-01',
    to: '2026-09-01',
  };
  await at.in(async (tx) => {
    for (const _ of [1, 2]) await keepEmployeeRelation(tx, relation);
    for (const _ of [1, 2]) await keepClearance(tx, clearance);
    await endEmployeeRelation(tx, { relationId, personId, to: '2026-02-01' });
    await endClearance(tx, { clearanceId, familyId, to: '2026-02-01' });
  });
  const ends = () =>
    rows<{ to: string }>(
      'SELECT to_date::text AS to FROM helhed.barred_person WHERE id = $1 UNION ALL SELECT to_date::text FROM helhed.clearance WHERE id = $2',
      [relationId, clearanceId],
    );
  expect((await ends()).map(({ to }) => to)).toEqual(['2026-02-01', '2026-02-01']);
  const barring = new WhenBarringTold();
  await at.in((tx) => barring.settle(told(personId, [tell(EmployeeRelationSet, relation)]), { tx }));
  expect(await ends()).toHaveLength(2);
  await at.in((tx) => barring.settle(told(personId, []), { tx }));
  await at.in((tx) => barring.settle(told(familyId, []), { tx }));
  expect(await ends()).toEqual([]);
});

it('units have the disclosure area of the parent that they are inside, whatever the order they are told in', async () => {
  const unit = (code: string, parent: string | null, insideParent = false, outside = false) =>
    at.in((tx) => keepUnit(tx, { unit: code, parent, retired: false, insideParent, outside, institution: false }));
  const area = async (code: string) =>
    (await rows<{ area: string[] }>('SELECT helhed.same_area($1) AS area', [code]))[0]!.area.toSorted();
  await unit('room', 'house', true);
  expect(await area('room')).toEqual(['house', 'room']);
  await unit('house', 'city', true);
  await unit('region', 'city', true, true);
  await unit('city', null);
  expect([await area('house'), await area('region')]).toEqual([['city', 'house', 'room'], ['region']]);
  await unit('city', 'room', true);
  expect(await area('house')).toEqual(['house']);
});

it('a unit is an institution while its group is marked', async () => {
  const unit = { unit: 'school', parent: null, retired: false, insideParent: false, outside: false };
  const marked = async () =>
    (await rows<{ institution: boolean }>(`SELECT institution FROM helhed.unit_replica WHERE code = 'school'`))[0];
  for (const institution of [true, false]) {
    await at.in((tx) => keepUnit(tx, { ...unit, institution }));
    expect(await marked()).toEqual({ institution });
  }
});

it('who holds a function in a unit, and which, is what was told last', async () => {
  for (const [members, functions] of [
    [
      ['a', 'b'],
      ['teacher', 'nurse'],
    ],
    [
      ['b', 'c'],
      ['teacher', 'pedagogue'],
    ],
  ] as const)
    await at.in((tx) => keepUnitMembers(tx, { unit: 'house', members: [...members], functions: [...functions] }));
  const held = await rows<{ sub: string }>(`SELECT sub FROM helhed.unit_member WHERE unit = 'house' ORDER BY sub`);
  expect(held.map(({ sub }) => sub)).toEqual(['b', 'c']);
  expect(await at.in((tx) => tx.query('SELECT sub FROM helhed.unit_member'), nyborg)).toHaveLength(2);
  const known = await rows<{ function: string }>(
    `SELECT function FROM helhed.unit_function WHERE unit = 'house' ORDER BY function`,
  );
  expect(known.map((each) => each.function)).toEqual(['pedagogue', 'teacher']);
});
