import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When more of a basis's coverage is to be told. Of what was recorded before, the others were told all; what the release
 * before records meanwhile, too. In the order in which the timer looks.
 */
export class CoverDue1763000000816 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      tenantTable(rolesOf('consent'), {
        name: 'cover_due',
        workers: true,
        columns: `
          basis_id uuid NOT NULL,
          due_on date NOT NULL,
          PRIMARY KEY (municipality, basis_id)`,
      }),
    );
    await runner.query('CREATE INDEX cover_due_on ON cover_due (due_on)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE cover_due');
  }
}
