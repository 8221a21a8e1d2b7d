import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When the end of custody at a child's majority is to be told. Of what was recorded before, and of what the release before
 * records meanwhile, it was told at once. It goes with the custody, since it tells a birthday.
 */
export class CustodyDue1763000000814 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      tenantTable(rolesOf('family-plan'), {
        name: 'custody_due',
        workers: true,
        columns: `
          custody_id uuid NOT NULL,
          due_on date NOT NULL,
          PRIMARY KEY (municipality, custody_id),
          FOREIGN KEY (municipality, custody_id) REFERENCES custody (municipality, id) ON DELETE CASCADE`,
      }),
    );
    await runner.query('CREATE INDEX custody_due_on ON custody_due (due_on)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE custody_due');
  }
}
