import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Groups with fewer of a function than their definition asks for. */
export class StaffingAlarms1763000002424 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      tenantTable(rolesOf('scheduling'), {
        name: 'staffing_alarm',
        columns: `
          id uuid NOT NULL,
          group_id uuid NOT NULL,
          function text NOT NULL,
          needed integer NOT NULL,
          present integer NOT NULL CHECK (present >= 0 AND present < needed),
          since date NOT NULL,
          PRIMARY KEY (municipality, id),
          UNIQUE (municipality, group_id, function),
          FOREIGN KEY (municipality, group_id) REFERENCES family_group (municipality, id)`,
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE staffing_alarm');
  }
}
