import { randomUUID } from 'node:crypto';
import { BasisChanged, BasisRecorded, tell, type CloudEvent } from '@helhed/contracts';
import { AccessDatabase, esbjerg } from '../decision/test/access-database.js';
import { changeBasis, keepBasis } from './keep-basis.js';
import { raiseEpoch } from './raise-epoch.js';
import { WhenBasisTold } from './when-basis-told.js';

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
