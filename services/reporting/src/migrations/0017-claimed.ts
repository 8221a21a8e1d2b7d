import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const roles = rolesOf('reporting');

/**
 * What owners have answered to claims: outside the generations, since no fact says it again; and what is still to be asked.
 * Of a family how many of its members are in each band of age, of a session how many were away for each reason.
 */
export class Claimed1763000002216 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      tenantTable(roles, {
        name: 'enrolment_age',
        columns: `
          enrolment_id uuid NOT NULL,
          family_id uuid NOT NULL,
          bands jsonb NOT NULL,
          PRIMARY KEY (municipality, enrolment_id)`,
      }),
    );
    await runner.query(
      tenantTable(roles, {
        name: 'session_absence',
        columns: `
          session_id uuid NOT NULL,
          reasons jsonb NOT NULL,
          PRIMARY KEY (municipality, session_id)`,
      }),
    );
    await runner.query(
      tenantTable(roles, {
        name: 'claim_due',
        workers: true,
        columns: `
          thing_id uuid NOT NULL,
          event jsonb NOT NULL,
          ask_at timestamptz NOT NULL DEFAULT clock_timestamp(),
          tries integer NOT NULL DEFAULT 0,
          PRIMARY KEY (municipality, thing_id)`,
      }),
    );
    await runner.query(
      `CREATE INDEX enrolment_age_family ON enrolment_age (municipality, family_id);
       CREATE INDEX claim_due_at ON claim_due (ask_at);`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE claim_due, session_absence, enrolment_age');
  }
}
