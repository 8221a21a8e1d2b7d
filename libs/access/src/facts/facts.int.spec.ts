import { randomUUID } from 'node:crypto';
import {
  BasisChanged,
  BasisRecorded,
  EmployeeRelationSet,
  RelationSet,
  tell,
  type CloudEvent,
} from '@helhed/contracts';
import { AccessDatabase, esbjerg, nyborg } from '../decision/test/access-database.js';
import { endClearance, endEmployeeRelation, keepClearance, keepEmployeeRelation } from './keep-barring.js';
import { changeBasis, keepBasis } from './keep-basis.js';
import { endRelation, keepRelation } from './keep-relation.js';
import { keepUnit, keepUnitMembers } from './keep-unit.js';
import { raiseEpoch } from './raise-epoch.js';
import { WhenBarringTold } from './when-barring-told.js';
import { WhenBasisTold } from './when-basis-told.js';
import { WhenRelationTold } from './when-relation-told.js';

let at: AccessDatabase;
beforeAll(async () => (at = await AccessDatabase.make()));
afterAll(() => at.stop());

const rows = <T>(sql: string, values: unknown[] = []) => at.in((tx) => tx.query<T>(sql, values));
const told = (orderKey: string, events: ReturnType<typeof tell>[]) =>
  ({ data: { orderKey, standsAt: 1, events } }) as CloudEvent<{ orderKey: string; standsAt: number; events: [] }>;
const line = (personId: string, state: 'covered' | 'withdrawn', from = '2026-01-01') => ({
  personId,
  state,
  from,
  to: null,
});

describe('a legal basis', () => {
  const recorded = (changes: object = {}) => {
    const person = randomUUID();
    return BasisRecorded.schema.parse({
      basisId: randomUUID(),
      familyId: randomUUID(),
      programme: 'familiestue',
      kind: 'consent',
      layer: 'disclosure',
      purpose: 'outcome-to-sender',
      categories: ['referral-outcome'],
      fromUnit: 'visitation',
      toUnit: 'db-solsikken',
      persons: [person],
      meeting: null,
      validFrom: '2026-01-01',
      validTo: null,
      coverage: [line(person, 'covered')],
      epoch: 0,
      ...changes,
    });
  };
  const changed = ({ basisId, familyId, coverage, validTo }: ReturnType<typeof recorded>, changes: object = {}) =>
    BasisChanged.schema.parse({
      basisId,
      familyId,
      coverage,
      validTo,
      ended: null,
      endedAt: null,
      epoch: 1,
      raised: false,
      ...changes,
    });
  const withdrawn = { ended: 'withdrawn', endedAt: '2026-03-01T10:00:00Z' };
  const keep = (basis: ReturnType<typeof recorded>) => at.in((tx) => keepBasis(tx, basis));
  const change = (data: ReturnType<typeof changed>) => at.in((tx) => changeBasis(tx, data));
  const state = async ({ basisId }: { basisId: string }) => {
    const [row] = await rows<{ ended: string | null; states: string[] }>(
      `SELECT ended, ARRAY(SELECT state FROM helhed.basis_person WHERE basis_id = id) AS states FROM helhed.basis_replica WHERE id = $1`,
      [basisId],
    );
    return row && [row.ended, ...row.states];
  };

  it('is kept with whom it covers, in its own municipality only', async () => {
    const one = recorded();
    await keep(one);
    expect(await state(one)).toEqual([null, 'covered']);
    expect(
      await at.in((tx) => tx.query('SELECT id FROM helhed.basis_replica WHERE id = $1', [one.basisId]), esbjerg),
    ).toEqual([]);
  });

  it('covers others as soon as that is told, and the same once it is told again', async () => {
    const one = recorded();
    await keep(one);
    const now = changed(one, { coverage: [line(one.persons[0]!, 'withdrawn')] });
    for (const _ of [1, 2]) await change(now);
    await keep(one);
    expect(await state(one)).toEqual([null, 'withdrawn']);
  });

  it('ends for good, whatever is told of it later', async () => {
    const one = recorded();
    await keep(one);
    await change(changed(one, withdrawn));
    await keep(one);
    await change(changed(one, { epoch: 2 }));
    expect((await state(one))![0]).toBe('withdrawn');
  });

  it('gets nothing back from a register that was restored to an earlier count', async () => {
    const one = recorded();
    await keep(one);
    await change(changed(one, { coverage: [line(one.persons[0]!, 'withdrawn')], epoch: 5 }));
    await change(changed(one, { epoch: 4 }));
    expect(await state(one)).toEqual([null, 'withdrawn']);
  });

  it('goes where a restored register knows it no more; what ended stays ended', async () => {
    const familyId = randomUUID();
    const [kept, lost, ended, other] = [
      recorded({ familyId }),
      recorded({ familyId }),
      recorded({ familyId }),
      recorded(),
    ];
    for (const one of [kept, lost, ended, other]) await keep(one);
    await change(changed(ended, withdrawn));
    await at.in((tx) => new WhenBasisTold().settle(told(familyId, [tell(BasisRecorded, kept)]), { tx }));
    await at.in((tx) => new WhenBasisTold().settle(told('visitation', []), { tx }));
    expect(await Promise.all([kept, lost, ended, other].map(state))).toEqual([
      [null, 'covered'],
      undefined,
      ['withdrawn', 'covered'],
      [null, 'covered'],
    ]);
  });

  it('that was never heard of does not end in silence', async () => {
    await expect(change(changed(recorded(), withdrawn))).rejects.toThrow('is not known here');
  });

  it('takes the count of access taken away along in its own transaction, or not at all', async () => {
    const one = recorded();
    await keep(one);
    const epoch = async () => (await rows<{ epoch: string }>('SELECT epoch FROM helhed.access_epoch'))[0]?.epoch;
    await at.thrownAway((tx) => changeBasis(tx, changed(one, { ...withdrawn, raised: true })));
    expect([await state(one), await epoch()]).toEqual([[null, 'covered'], undefined]);
    await change(changed(one, { ...withdrawn, raised: true }));
    expect([(await state(one))![0], await epoch()]).toEqual(['withdrawn', '1']);
  });
});

it('the count never says more than was applied, whatever the order', async () => {
  const epochs: number[] = [];
  for (const raise of [2, 4, 1, 4, 3, 1, 7])
    await at.in(async (tx) => {
      await raiseEpoch(tx, raise);
      const [row] = await tx.query<{ epoch: string }>('SELECT epoch FROM helhed.access_epoch');
      epochs.push(Number(row!.epoch));
    }, esbjerg);
  expect(epochs).toEqual([0, 0, 2, 2, 4, 4, 4]);
});

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
    at.in((tx) => keepUnit(tx, { unit: code, parent, retired: false, insideParent, outside }));
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

it('who holds a function in a unit is who was told last', async () => {
  for (const members of [
    ['a', 'b'],
    ['b', 'c'],
  ])
    await at.in((tx) => keepUnitMembers(tx, { unit: 'house', members }));
  const held = await rows<{ sub: string }>(`SELECT sub FROM helhed.unit_member WHERE unit = 'house' ORDER BY sub`);
  expect(held.map(({ sub }) => sub)).toEqual(['b', 'c']);
  expect(await at.in((tx) => tx.query('SELECT sub FROM helhed.unit_member'), nyborg)).toHaveLength(2);
});
