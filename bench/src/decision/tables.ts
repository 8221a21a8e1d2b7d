import { randomBytes } from 'node:crypto';
import { basisReplicaTable, factsTables, institutionColumns } from '@helhed/access';
import {
  Database,
  dataSource,
  migrate,
  PersonalData,
  platformTables,
  rolesOf,
  tenantTable,
  Workers,
} from '@helhed/database';
import { municipalityCode } from '@helhed/kernel';
import { createServiceDatabase } from '@helhed/testing';
import type { QueryRunner } from 'typeorm';

/** A thing of a family, as a service would have it: what is decided about. */
class Facts1763000000001 {
  async up(runner: QueryRunner): Promise<void> {
    const columns = `id int NOT NULL, family_id uuid NOT NULL, programme text NOT NULL, unit text NOT NULL,
      triage_unit text NOT NULL, persons uuid[] NOT NULL, state text NOT NULL, PRIMARY KEY (municipality, id)`;
    await runner.query(
      [
        platformTables('referral'),
        basisReplicaTable('referral'),
        factsTables('referral'),
        institutionColumns,
        tenantTable(rolesOf('referral'), { name: 'thing', columns }),
        'CREATE INDEX thing_family ON thing (municipality, family_id);',
        'CREATE INDEX thing_unit ON thing (municipality, unit, id);',
      ].join('\n'),
    );
  }

  async down(): Promise<void> {}
}

export const [small, large] = [municipalityCode('0561'), municipalityCode('0450')];

export interface Tables {
  readonly database: Database;
  analyze(): Promise<void>;
  stop(): Promise<void>;
}

/** A service's database with the facts of access; statements run as its app role, under row level security. */
export async function makeTables(adminUrl: string): Promise<Tables> {
  const urls = await createServiceDatabase('referral', adminUrl);
  await migrate(urls.owner, [Facts1763000000001]);
  const workers = new Workers(urls.worker);
  for (const code of [small, large])
    await workers.query('INSERT INTO helhed.municipality (code, issuer) VALUES ($1, $2)', [code, `issuer ${code}`]);
  await workers.close();
  const source = await dataSource({ url: urls.app, entities: [] }).initialize();
  const key = randomBytes(32).toString('base64');
  const database = new Database(source, new PersonalData({ current: 'k', keys: { k: key }, index: key }));
  const analyze = async (): Promise<void> => {
    const owner = await dataSource({ url: urls.owner, entities: [] }).initialize();
    await owner.query('VACUUM ANALYZE');
    await owner.destroy();
  };
  return { database, analyze, stop: () => source.destroy() };
}
