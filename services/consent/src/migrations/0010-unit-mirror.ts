import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often a municipality's units were told: whoever read them before the last time must read anew. */
export class UnitMirror1763000000140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const columns = 'told bigint NOT NULL, PRIMARY KEY (municipality)';
    await runner.query(
      tenantTable(rolesOf('consent'), { name: 'unit_mirror', columns, app: 'SELECT, INSERT, UPDATE' }),
    );
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead');
  }
}
