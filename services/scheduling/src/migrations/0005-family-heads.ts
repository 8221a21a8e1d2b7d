import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many of a family are in each band of age on its group's first day. Like members, it may be heard of before the seat. */
export class FamilyHeads1763000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      tenantTable(rolesOf('scheduling'), {
        name: 'family_heads',
        columns: `
          place_id uuid NOT NULL,
          family_id uuid NOT NULL,
          bands jsonb NOT NULL,
          unknown integer NOT NULL CHECK (unknown >= 0),
          PRIMARY KEY (municipality, place_id, family_id)`,
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE family_heads');
  }
}
