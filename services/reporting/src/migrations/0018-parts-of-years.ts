import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whose attendance it is, by the rebuild after the deployment; and the parts of years' figures as they were told: the app
 * role may add to them, and change none.
 */
export class PartsOfYears1763000002318 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE attendance ADD COLUMN family_id uuid;
      CREATE INDEX attendance_family ON attendance (municipality, generation, family_id);
      ${tenantTable(rolesOf('reporting'), {
        name: 'parts_of_year',
        app: 'SELECT, INSERT',
        columns: `
          programme text NOT NULL,
          figure text NOT NULL,
          year integer NOT NULL,
          told_on date NOT NULL,
          parts jsonb NOT NULL,
          PRIMARY KEY (municipality, programme, figure, year),
          CHECK (told_on > make_date(year, 12, 31))`,
      })}`);
  }

  async down(): Promise<void> {
    throw new Error('what was told once cannot be told again: restore a backup instead');
  }
}
