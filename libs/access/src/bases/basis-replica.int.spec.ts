import { randomBytes, randomUUID } from 'node:crypto';
import { BasisRecorded, BasisWithdrawn, tell, type CloudEvent } from '@helhed/contracts';
import { Database, dataSource, migrate, PersonalData, platformTables, Workers, type Tx } from '@helhed/database';
import { municipalityCode } from '@helhed/kernel';
import { createServiceDatabase } from '@helhed/testing';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { basisReplicaTable } from './basis-replica-table.js';
import { BasisReplica } from './basis-replica.js';
import { findBases } from './find-bases.js';
import { WhenBasisRecorded } from './when-basis-recorded.js';
import { WhenBasisWithdrawn } from './when-basis-withdrawn.js';

class Bases1763000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(platformTables('referral') + basisReplicaTable('referral'));
  }

  async down(): Promise<void> {}
}

describe('a service’s replica of the legal bases', () => {
  const [nyborg, esbjerg] = [municipalityCode('0450'), municipalityCode('0561')];
  const [recorded, withdrawn] = [new WhenBasisRecorded(), new WhenBasisWithdrawn()];
  let database: Database;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const urls = await createServiceDatabase('referral');
    await migrate(urls.owner, [Bases1763000000001]);
    const source = await dataSource({ url: urls.app, entities: [BasisReplica] }).initialize();
    const key = randomBytes(32).toString('base64');
    database = new Database(source, new PersonalData({ current: 'k1', keys: { k1: key }, index: key }));
    const workers = new Workers(urls.worker);
    for (const code of [nyborg, esbjerg])
      await workers.query('INSERT INTO helhed.municipality (code, issuer) VALUES ($1, $2)', [
        code,
        `issuer of ${code}`,
      ]);
    await workers.close();
    stop = () => source.destroy();
  });

  afterAll(() => stop());

  const event = <T>(data: T) => ({ data }) as CloudEvent<T>;
  const basis = (changes: object = {}) => ({
    basisId: randomUUID(),
    familyId: randomUUID(),
    kind: 'consent' as const,
    layer: 'disclosure' as const,
    purpose: 'referral-outcome',
    categories: ['referral-outcome'],
    fromUnit: 'visitation',
    toUnit: 'db-solsikken',
    persons: [randomUUID()],
    validFrom: '2026-01-01',
    validTo: null,
    epoch: 0,
    ...changes,
  });
  const record = (data: ReturnType<typeof basis>) =>
    database.inTransaction(nyborg, (tx) => recorded.keep(event(BasisRecorded.schema.parse(data)), { tx }));
  const withdraw = ({ basisId, familyId }: ReturnType<typeof basis>) =>
    database.inTransaction(nyborg, (tx) => {
      const data = { basisId, familyId, epoch: 7, withdrawnAt: '2026-03-01T10:00:00Z' };
      return withdrawn.withdraw(event(BasisWithdrawn.schema.parse(data)), { tx });
    });
  const found = (familyId: string, code = nyborg) =>
    database.inTransaction(code, (tx: Tx) => findBases(tx, familyId)).then((bases) => bases.map(({ id }) => id));

  it('knows a basis once it was recorded, in its own municipality only', async () => {
    const one = basis();
    await record(one);
    expect(await found(one.familyId)).toEqual([one.basisId]);
    expect(await found(one.familyId, esbjerg)).toEqual([]);
  });

  it('ends it when it is withdrawn, and does not take it up again when it is told anew', async () => {
    const one = basis();
    await record(one);
    await withdraw(one);
    await record(one);
    expect(await found(one.familyId)).toEqual([]);
  });

  it('counts a basis from its first day to the day before its last', async () => {
    const [past, coming, open] = [{ validTo: '2026-01-02' }, { validFrom: '9999-01-01' }, { validTo: '9999-01-01' }];
    const familyId = randomUUID();
    const [, , last] = await Promise.all(
      [past, coming, open].map(async (dates) => {
        const one = basis({ familyId, ...dates });
        await record(one);
        return one.basisId;
      }),
    );
    expect(await found(familyId)).toEqual([last]);
  });

  it('loses what a restored register does not know any more, and keeps what was withdrawn', async () => {
    const familyId = randomUUID();
    const [kept, lost, ended, other] = [basis({ familyId }), basis({ familyId }), basis({ familyId }), basis()];
    for (const one of [kept, lost, ended, other]) await record(one);
    await withdraw(ended);
    const events = [tell(BasisRecorded, kept), tell(BasisRecorded, ended)];
    const data = { orderKey: familyId, standsAt: 1, events };
    await database.inTransaction(nyborg, (tx) => recorded.settle(event(data), { tx }));
    expect(await found(familyId)).toEqual([kept.basisId]);
    await record(ended);
    expect(await found(familyId)).toEqual([kept.basisId]);
    expect(await found(other.familyId)).toEqual([other.basisId]);
  });

  it('fails on the withdrawal of a basis that it never heard of', async () => {
    await expect(withdraw(basis())).rejects.toThrow('BasisReplica');
  });
});
