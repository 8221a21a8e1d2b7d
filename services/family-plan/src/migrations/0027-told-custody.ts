import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a referral tells of custody of a child who was known before it. The release before goes on keeping that as custody
 * until it is gone; nothing that was kept as custody is taken from anybody here.
 */
export class ToldCustody1763000002640 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      tenantTable(rolesOf('family-plan'), {
        name: 'custody_told',
        columns: `
          family_id uuid NOT NULL,
          child_id uuid NOT NULL,
          holder_id uuid NOT NULL,
          referral_id uuid NOT NULL,
          unit text NOT NULL,
          told_on date NOT NULL,
          PRIMARY KEY (municipality, family_id, child_id, holder_id),
          FOREIGN KEY (municipality, family_id) REFERENCES family (municipality, id),
          FOREIGN KEY (municipality, child_id) REFERENCES person (municipality, id) ON DELETE CASCADE,
          FOREIGN KEY (municipality, holder_id) REFERENCES person (municipality, id) ON DELETE CASCADE`,
      }),
    );
    await runner.query('CREATE INDEX custody_told_child ON custody_told (municipality, child_id)');
    await runner.query('CREATE INDEX custody_told_holder ON custody_told (municipality, holder_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE custody_told');
  }
}
