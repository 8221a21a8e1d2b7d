import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const roles = rolesOf('family-plan');

/** What the family could do towards a goal, and what somebody does. */
export class Steps1763000002121 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(steps);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE goal_action, goal_option');
  }
}

const ofGoal = `
      PRIMARY KEY (municipality, id),
      FOREIGN KEY (municipality, goal_id) REFERENCES goal (municipality, id) ON DELETE CASCADE`;

const steps = [
  tenantTable(roles, {
    name: 'goal_option',
    columns: `
      id uuid NOT NULL,
      goal_id uuid NOT NULL,
      option bytea NOT NULL,
      named_on date NOT NULL,${ofGoal}`,
  }),
  'CREATE INDEX goal_option_goal ON goal_option (municipality, goal_id, id);',
  tenantTable(roles, {
    name: 'goal_action',
    columns: `
      id uuid NOT NULL,
      goal_id uuid NOT NULL,
      action bytea NOT NULL,
      person_id uuid,
      unit text,
      function text,
      due_on date NOT NULL,
      state text NOT NULL CHECK (state IN ('planned', 'done', 'dropped')),
      moved_on date NOT NULL,${ofGoal},
      FOREIGN KEY (municipality, person_id) REFERENCES person (municipality, id),
      CHECK ((unit IS NULL) = (function IS NULL) AND (unit IS NULL) <> (person_id IS NULL))`,
  }),
  'CREATE INDEX goal_action_goal ON goal_action (municipality, goal_id, id);',
  'CREATE INDEX goal_action_person ON goal_action (municipality, person_id);',
].join('');
