import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A family's way through a group, who was enrolled, and how referrals ended. Rows that the version before writes meanwhile
 * have no members: the rebuild after the deployment gives them.
 */
export class Courses1763000002013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      tenantTable(rolesOf('reporting'), {
        name: 'course',
        columns: `
          generation integer NOT NULL,
          course_id uuid NOT NULL,
          family_id uuid NOT NULL,
          programme text NOT NULL,
          started_on date,
          PRIMARY KEY (municipality, generation, course_id)`,
      }),
    );
    await runner.query(
      `CREATE INDEX course_started ON course (municipality, generation, programme, started_on, family_id, course_id);
       ALTER TABLE enrolment ADD COLUMN members jsonb;
       CREATE INDEX journey_ended ON journey (municipality, generation, programme, (coalesce(closed_on, withdrawn_on)))
         WHERE coalesce(closed_on, withdrawn_on) IS NOT NULL;`,
    );
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead');
  }
}
