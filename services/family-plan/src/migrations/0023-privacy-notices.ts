import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const roles = rolesOf('family-plan');

/** That a person was informed of what a programme holds on it, or why not. Of whom there is no row, it is outstanding. */
export class PrivacyNotices1763000002323 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(notices);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE privacy_notice');
  }
}

const notices =
  tenantTable(roles, {
    name: 'privacy_notice',
    columns: `
    id uuid NOT NULL,
    family_id uuid NOT NULL,
    person_id uuid NOT NULL,
    programme text NOT NULL,
    number integer NOT NULL,
    programme_version integer,
    outcome text NOT NULL CHECK (outcome IN ('given', 'not-given')),
    told_on date NOT NULL,
    how text,
    reason text,
    note bytea,
    unit text NOT NULL,
    function text NOT NULL,
    sub text NOT NULL,
    recorded_on date NOT NULL,
    CHECK ((outcome = 'given') = (how IS NOT NULL) AND (outcome = 'not-given') = (reason IS NOT NULL)),
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, family_id, person_id, programme, number),
    FOREIGN KEY (municipality, family_id) REFERENCES family (municipality, id)`,
  }) + 'CREATE INDEX privacy_notice_person ON privacy_notice (municipality, person_id);';
