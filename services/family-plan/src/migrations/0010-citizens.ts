import { citizenLinkTable } from '@helhed/access';
import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const roles = rolesOf('family-plan');

/** Citizens' accounts, one for a person and one person for an account; and the codes that tie them. */
export class Citizens1763000000210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(citizenLinkTable('family-plan'));
    await runner.query(`
      CREATE UNIQUE INDEX citizen_link_one_account ON helhed.citizen_link (municipality, person_id) WHERE ended_on IS NULL;
      CREATE UNIQUE INDEX citizen_link_one_person ON helhed.citizen_link (municipality, sub) WHERE ended_on IS NULL;
      ALTER TABLE helhed.citizen_link
        ADD FOREIGN KEY (municipality, person_id) REFERENCES person (municipality, id) ON DELETE CASCADE NOT VALID`);
    await runner.query(codes);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE link_attempts, link_code, helhed.citizen_link');
  }
}

const codes = [
  tenantTable(roles, {
    name: 'link_code',
    columns: `
      id uuid NOT NULL,
      person_id uuid NOT NULL,
      code_hash bytea NOT NULL,
      expires_at timestamptz NOT NULL,
      used_at timestamptz,
      PRIMARY KEY (municipality, id),
      UNIQUE (municipality, code_hash),
      FOREIGN KEY (municipality, person_id) REFERENCES person (municipality, id) ON DELETE CASCADE`,
  }),
  'CREATE INDEX link_code_person ON link_code (municipality, person_id);',
  tenantTable(roles, {
    name: 'link_attempts',
    columns: `
      sub text NOT NULL,
      failed integer NOT NULL,
      since timestamptz NOT NULL,
      PRIMARY KEY (municipality, sub)`,
  }),
].join('');
