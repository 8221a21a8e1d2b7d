import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people call the municipality's units: for the pages and receipts, which name them to families. */
export class UnitNames1763000000721 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      tenantTable(rolesOf('consent'), {
        name: 'unit_name',
        app: 'SELECT, INSERT, UPDATE',
        columns: 'unit text NOT NULL, name text NOT NULL, PRIMARY KEY (municipality, unit)',
      }),
    );
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead');
  }
}
