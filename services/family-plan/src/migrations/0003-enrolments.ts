import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const roles = rolesOf('family-plan');

/** Enrolments, one in a place; and copies of programme definitions. */
export class Enrolments1763000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(enrolments);
    await runner.query(programmes);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE enrolment, programme_copy');
  }
}

const enrolments = [
  tenantTable(roles, {
    name: 'enrolment',
    columns: `
      id uuid NOT NULL,
      family_id uuid NOT NULL,
      referral_id uuid NOT NULL,
      programme text NOT NULL,
      place_id uuid NOT NULL,
      group_id uuid NOT NULL,
      enrolled_on date NOT NULL,
      ended_on date,
      PRIMARY KEY (municipality, id),
      FOREIGN KEY (municipality, family_id) REFERENCES family (municipality, id)`,
  }),
  'CREATE UNIQUE INDEX enrolment_place ON enrolment (municipality, place_id) WHERE ended_on IS NULL;',
  'CREATE UNIQUE INDEX enrolment_referral ON enrolment (municipality, referral_id);',
  'CREATE INDEX enrolment_family ON enrolment (municipality, family_id, id);',
  'CREATE INDEX enrolment_programme ON enrolment (municipality, programme, id);',
  'CREATE INDEX enrolment_group ON enrolment (municipality, group_id, id);',
].join('');

const programmes = tenantTable(roles, {
  name: 'programme_copy',
  columns: `
    code text NOT NULL,
    version integer NOT NULL,
    definition jsonb NOT NULL,
    PRIMARY KEY (municipality, code, version)`,
});
