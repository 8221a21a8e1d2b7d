import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { eraseLookUps } from '../look-ups/look-up-functions.js';

const roles = rolesOf('consent');

/** Later review days of looks that are deferred, and which looks are shown with the employee's name. */
export class LooksNamedAndDeferredAnew1763000000900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query([deferredAnew, named, eraseLookUps(roles)].join('\n'));
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead');
  }
}

/** What is confirmed of it is the deferral's own day from then on: each is later than the one before. */
const deferredAnew = [
  tenantTable(roles, {
    name: 'look_up_deferral_anew',
    app: 'SELECT, INSERT, UPDATE',
    columns: `
      look_up_id uuid NOT NULL,
      until date NOT NULL,
      reason bytea NOT NULL,
      deferred_by text NOT NULL,
      deferred_at timestamptz NOT NULL,
      confirmed_by text,
      confirmed_at timestamptz,
      PRIMARY KEY (municipality, look_up_id, until),
      FOREIGN KEY (municipality, look_up_id) REFERENCES look_up_deferral (municipality, look_up_id) ON DELETE CASCADE,
      CHECK (confirmed_by <> deferred_by),
      CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL))`,
  }),
  `CREATE UNIQUE INDEX look_up_deferral_one_asked ON look_up_deferral_anew (municipality, look_up_id)
     WHERE confirmed_at IS NULL;`,
].join('\n');

const named = tenantTable(roles, {
  name: 'look_up_employee',
  app: 'SELECT, INSERT',
  columns: `
    look_up_id uuid NOT NULL,
    name bytea NOT NULL,
    paragraph text NOT NULL,
    reason bytea NOT NULL,
    named_by text NOT NULL,
    named_at timestamptz NOT NULL,
    PRIMARY KEY (municipality, look_up_id),
    FOREIGN KEY (municipality, look_up_id) REFERENCES look_up (municipality, id)`,
});
