import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The families that family-plan has erased: by id alone. */
export class ErasedFamilies1763000000430 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      tenantTable(rolesOf('consent'), {
        name: 'erased_family',
        columns: `
          family_id uuid NOT NULL,
          PRIMARY KEY (municipality, family_id)`,
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE erased_family');
  }
}
