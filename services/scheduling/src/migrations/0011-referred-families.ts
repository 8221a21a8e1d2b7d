import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Families that are referred to a programme and may have no seat yet, with their members; which of the two is heard of first varies. */
export class ReferredFamilies1763000000611 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      tenantTable(rolesOf('scheduling'), {
        name: 'referred_family',
        columns: `
          referral_id uuid NOT NULL,
          family_id uuid NOT NULL,
          programme text,
          persons uuid[] NOT NULL DEFAULT '{}',
          PRIMARY KEY (municipality, referral_id)`,
      }),
    );
    await runner.query('CREATE INDEX ON referred_family (municipality, family_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE referred_family');
  }
}
