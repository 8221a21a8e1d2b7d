import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const roles = rolesOf('family-plan');

/** The conversations that were held with a family, each with the plan as it stood. */
export class Conversations1763000002222 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(conversations);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE conversation');
  }
}

const conversations = [
  tenantTable(roles, {
    name: 'conversation',
    columns: `
      id uuid NOT NULL,
      family_id uuid NOT NULL,
      programme text NOT NULL,
      programme_version integer NOT NULL,
      code text NOT NULL,
      unit text NOT NULL,
      held_on date NOT NULL,
      participants integer NOT NULL,
      missing integer NOT NULL,
      goals integer NOT NULL,
      held bytea NOT NULL,
      PRIMARY KEY (municipality, id),
      FOREIGN KEY (municipality, family_id) REFERENCES family (municipality, id)`,
  }),
  'CREATE INDEX conversation_family ON conversation (municipality, family_id, id);',
].join('');
