import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const roles = rolesOf('family-plan');

/** Observations of the interaction (MIM), each with the day on which it is deleted. */
export class Observations1763000002423 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(observations);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE observation_due, observation_note, observation');
  }
}

const observations = [
  tenantTable(roles, {
    name: 'observation',
    columns: `
      id uuid NOT NULL,
      family_id uuid NOT NULL,
      programme text NOT NULL,
      person_id uuid,
      parent_id uuid,
      unit text,
      sub text,
      state text NOT NULL CHECK (state IN ('offered', 'accepted', 'declined', 'noted', 'deleted')),
      offered_on date NOT NULL,
      answered_on date,
      held_on date,
      delete_on date NOT NULL,
      deleted_on date,
      PRIMARY KEY (municipality, id),
      FOREIGN KEY (municipality, family_id) REFERENCES family (municipality, id),
      FOREIGN KEY (municipality, person_id) REFERENCES person (municipality, id),
      FOREIGN KEY (municipality, parent_id) REFERENCES person (municipality, id),
      CHECK (num_nulls(person_id, parent_id, unit, sub) = CASE state WHEN 'deleted' THEN 4 ELSE 0 END),
      CHECK ((state = 'deleted') = (deleted_on IS NOT NULL)),
      CHECK (state <> 'noted' OR held_on IS NOT NULL)`,
  }),
  'CREATE INDEX observation_family ON observation (municipality, family_id, id);',
  'CREATE INDEX observation_person ON observation (municipality, person_id, id);',
  'CREATE INDEX observation_parent ON observation (municipality, parent_id, id);',
  tenantTable(roles, {
    name: 'observation_note',
    columns: `
      observation_id uuid NOT NULL,
      number integer NOT NULL CHECK (number > 0),
      note bytea NOT NULL,
      noted_on date NOT NULL,
      PRIMARY KEY (municipality, observation_id, number),
      FOREIGN KEY (municipality, observation_id) REFERENCES observation (municipality, id) ON DELETE CASCADE`,
  }),
  tenantTable(roles, {
    name: 'observation_due',
    workers: true,
    columns: `
      observation_id uuid NOT NULL,
      due_on date NOT NULL,
      PRIMARY KEY (municipality, observation_id),
      FOREIGN KEY (municipality, observation_id) REFERENCES observation (municipality, id) ON DELETE CASCADE`,
  }),
  'CREATE INDEX observation_due_on ON observation_due (due_on);',
].join('');
