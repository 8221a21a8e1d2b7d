import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const roles = rolesOf('family-plan');

/** What institutions register during a course, and the goals that the family makes of it or says itself. */
export class Goals1763000002120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(registrations);
    await runner.query(goals);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE goal_words, goal, work_point, registration');
  }
}

const ofFamily = `
      FOREIGN KEY (municipality, family_id) REFERENCES family (municipality, id),
      FOREIGN KEY (municipality, person_id) REFERENCES person (municipality, id)`;

const registrations = [
  tenantTable(roles, {
    name: 'registration',
    columns: `
      id uuid NOT NULL,
      family_id uuid NOT NULL,
      person_id uuid NOT NULL,
      programme text NOT NULL,
      programme_version integer NOT NULL,
      unit text NOT NULL,
      number integer NOT NULL,
      filled_on date NOT NULL,
      answers bytea NOT NULL,
      PRIMARY KEY (municipality, id),
      UNIQUE (municipality, family_id, person_id, programme, unit, number),${ofFamily}`,
  }),
  'CREATE INDEX registration_family ON registration (municipality, family_id, id);',
  'CREATE INDEX registration_person ON registration (municipality, person_id, id);',
  tenantTable(roles, {
    name: 'work_point',
    columns: `
      id uuid NOT NULL,
      registration_id uuid NOT NULL,
      family_id uuid NOT NULL,
      person_id uuid NOT NULL,
      programme text NOT NULL,
      point bytea NOT NULL,
      PRIMARY KEY (municipality, id),
      FOREIGN KEY (municipality, registration_id) REFERENCES registration (municipality, id) ON DELETE CASCADE,${ofFamily}`,
  }),
  'CREATE INDEX work_point_registration ON work_point (municipality, registration_id, id);',
  'CREATE INDEX work_point_person ON work_point (municipality, person_id);',
].join('');

const goals = [
  tenantTable(roles, {
    name: 'goal',
    columns: `
      id uuid NOT NULL,
      family_id uuid NOT NULL,
      programme text NOT NULL,
      unit text NOT NULL,
      work_point_id uuid,
      person_id uuid,
      state text NOT NULL CHECK (state IN ('offered', 'agreed', 'left')),
      set_on date NOT NULL,
      agreed_on date,
      left_on date,
      PRIMARY KEY (municipality, id),
      FOREIGN KEY (municipality, work_point_id) REFERENCES work_point (municipality, id),${ofFamily},
      CHECK (state <> 'agreed' OR agreed_on IS NOT NULL),
      CHECK ((state = 'left') = (left_on IS NOT NULL))`,
  }),
  'CREATE INDEX goal_family ON goal (municipality, family_id, id);',
  'CREATE INDEX goal_person ON goal (municipality, person_id);',
  `CREATE UNIQUE INDEX goal_work_point ON goal (municipality, work_point_id) WHERE state <> 'left';`,
  tenantTable(roles, {
    name: 'goal_words',
    columns: `
      goal_id uuid NOT NULL,
      person_id uuid NOT NULL,
      words bytea NOT NULL,
      said_on date NOT NULL,
      PRIMARY KEY (municipality, goal_id, person_id),
      FOREIGN KEY (municipality, goal_id) REFERENCES goal (municipality, id) ON DELETE CASCADE,
      FOREIGN KEY (municipality, person_id) REFERENCES person (municipality, id)`,
  }),
  'CREATE INDEX goal_words_person ON goal_words (municipality, person_id);',
].join('');
