import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const roles = rolesOf('consent');

/** What the ledger of withdrawals says of each raise, and where the register was found to be restored from before. */
export class RestoredRegister1763000000420 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(raises + restored + workers);
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead');
  }
}

const raises = 'ALTER TABLE epoch_raise ADD COLUMN taken jsonb;';

// `since`: the epoch that the restored register stood at; `named`: the highest that anybody named.
const restored = tenantTable(roles, {
  name: 'register_restored',
  workers: true,
  columns: `
    since bigint NOT NULL,
    named bigint NOT NULL,
    found_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (municipality)`,
});

// The worker sees every municipality's raises, which are ids and times, and closes a register before anything is answered.
const workers = ['epoch_counter', 'epoch_raise', 'helhed.access_epoch']
  .map(
    (table) => `
    CREATE POLICY worker ON ${table} TO ${roles.worker} USING (true) WITH CHECK (true);
    GRANT SELECT ON ${table} TO ${roles.worker};`,
  )
  .concat(`GRANT INSERT, UPDATE ON helhed.access_epoch TO ${roles.worker};`)
  .join('');
