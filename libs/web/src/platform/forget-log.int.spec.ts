import { Database, dataSource, migrate, PersonalData, platformTables, Workers } from '@helhed/database';
import { municipalityCode, newId } from '@helhed/kernel';
import { requestContext } from '@helhed/telemetry';
import { createServiceDatabase } from '@helhed/testing';
import { forgetLog } from './forget-log.js';

class Tables1767225600000 {
  async up(runner: { query(sql: string): Promise<unknown> }): Promise<void> {
    await runner.query(platformTables('referral'));
  }
  async down(): Promise<void> {}
}

const municipalities = ['0450', '0561'].map((code) => municipalityCode(code));
const actor = { kind: 'person', issuer: 'i', sub: 's', azp: 'a', unit: 'u', function: 'triager' } as const;

it('a service forgets the log rows that were shipped and are old; others stay, in every municipality', async () => {
  const urls = await createServiceDatabase('referral');
  await migrate(urls.owner, [Tables1767225600000]);
  const key = Buffer.alloc(32, 9).toString('base64');
  const source = await dataSource({ url: urls.app, entities: [] }).initialize();
  const database = new Database(source, new PersonalData({ current: 'k', keys: { k: key }, index: key }));
  const [workers, backup] = [new Workers(urls.worker), new Workers(urls.backup)];
  try {
    for (const code of municipalities) {
      await workers.query('INSERT INTO helhed.municipality (code, issuer) VALUES ($1, $2)', [
        code,
        `issuer of ${code}`,
      ]);
      for (const act of ['shipped', 'shipped', 'waiting'])
        await requestContext.run({ requestId: newId(), actor }, () =>
          database.inTransaction(code, async (tx) => tx.log({ kind: 'look', act, subjects: [newId()] })),
        );
      await database.inTransaction(code, (tx) => tx.query('SELECT helhed.number_log(2, 100)'));
    }
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
    expect(await forgetLog(database, workers, inDays(179))).toBe(0);
    expect(await forgetLog(database, workers, inDays(181))).toBe(4);
    expect(await forgetLog(database, workers, inDays(181))).toBe(0);
    expect(await backup.query('SELECT municipality, act FROM helhed.access_log ORDER BY 1')).toEqual(
      municipalities.map((municipality) => ({ municipality, act: 'waiting' })),
    );
  } finally {
    await Promise.all([source.destroy(), workers.close(), backup.close()]);
  }
});
