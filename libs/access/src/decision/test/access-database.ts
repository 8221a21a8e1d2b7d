import { randomBytes } from 'node:crypto';
import { Database, dataSource, migrate, PersonalData, platformTables, Workers, type Tx } from '@helhed/database';
import { municipalityCode, type MunicipalityCode } from '@helhed/kernel';
import { createServiceDatabase } from '@helhed/testing';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { basisReplicaTable } from '../../facts/basis-replica-table.js';
import { caseTables } from '../../facts/case-tables.js';
import { citizenLinkTable } from '../../facts/citizen-link-table.js';
import { custodyTable } from '../../facts/custody-table.js';
import { factsTables } from '../../facts/facts-tables.js';
import { institutionColumns } from '../../facts/institution-columns.js';
import { unitFunctionTable } from '../../facts/unit-function-table.js';
import { thingTables } from './things-in-sql.js';

class Facts1763000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const service = 'referral';
    const ofCitizens = [citizenLinkTable, custodyTable];
    const tables = [platformTables, basisReplicaTable, factsTables, caseTables, unitFunctionTable, ...ofCitizens].map(
      (sql) => sql(service),
    );
    await runner.query([...tables, institutionColumns, thingTables].join('\n'));
  }

  async down(): Promise<void> {}
}

export const nyborg = municipalityCode('0450');
export const esbjerg = municipalityCode('0561');

/** A service's database with the facts of access and the tables of the specs' things, as the app role. */
export class AccessDatabase {
  private constructor(
    readonly database: Database,
    readonly owner: string,
  ) {}

  static async make(): Promise<AccessDatabase> {
    const urls = await createServiceDatabase('referral');
    await migrate(urls.owner, [Facts1763000000001]);
    const source = await dataSource({ url: urls.app, entities: [] }).initialize();
    const key = randomBytes(32).toString('base64');
    const workers = new Workers(urls.worker);
    for (const code of [nyborg, esbjerg])
      await workers.query('INSERT INTO helhed.municipality (code, issuer) VALUES ($1, $2)', [code, `issuer ${code}`]);
    await workers.close();
    const data = new PersonalData({ current: 'k1', keys: { k1: key }, index: key });
    return new AccessDatabase(new Database(source, data), urls.owner);
  }

  in<T>(work: (tx: Tx) => Promise<T>, municipality: MunicipalityCode = nyborg): Promise<T> {
    return this.database.inTransaction(municipality, work);
  }

  /** Rolled back: a world leaves nothing to the next. */
  async thrownAway(work: (tx: Tx) => Promise<void>): Promise<void> {
    const done = new Error('thrown away');
    await this.in(async (tx) => {
      await work(tx);
      throw done;
    }).catch((error: unknown) => {
      if (error !== done) throw error;
    });
  }

  /** As the owner of the tables, who looks after their statistics. */
  async asOwner(statement: string): Promise<void> {
    const owner = await dataSource({ url: this.owner, entities: [] }).initialize();
    await owner.query(statement);
    await owner.destroy();
  }

  stop(): Promise<void> {
    return this.database.dataSource.destroy();
  }
}

/** Inserts rows by the names of their fields, which are the columns'. */
export async function insert(tx: Tx, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).join(', ');
  await tx.query(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}
