import { rolesOf, shownOfSubjects } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { eraseLookUps } from '../look-ups/look-up-functions.js';

const roles = rolesOf('consent');

/** A row of the register tells what was shown of which subject, and is kept from one of the families that it is about. */
export class ShownOfSubjects1763000000940 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query([shownOfSubjects, shown, byFamily, eraseLookUps(roles)].join('\n'));
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead');
  }
}

const shown = 'ALTER TABLE look_up ADD COLUMN shown jsonb;';

// Of no family: it is kept from whomever the look was at, as each was before this. The rows that
// are there are of looks that are there: to see that, as row level security has it, the owner would need a municipality.
const byFamily = `
  ALTER TABLE look_up_deferral_anew
    ADD COLUMN family_id uuid,
    DROP CONSTRAINT look_up_deferral_anew_municipality_look_up_id_fkey,
    DROP CONSTRAINT look_up_deferral_anew_pkey,
    ADD UNIQUE NULLS NOT DISTINCT (municipality, look_up_id, family_id, until),
    ADD FOREIGN KEY (municipality, look_up_id) REFERENCES look_up (municipality, id) NOT VALID;
  ALTER TABLE look_up_deferral
    ADD COLUMN family_id uuid,
    DROP CONSTRAINT look_up_deferral_pkey,
    ADD UNIQUE NULLS NOT DISTINCT (municipality, look_up_id, family_id);
  DROP INDEX look_up_deferral_one_asked;
  CREATE UNIQUE INDEX look_up_deferral_one_asked ON look_up_deferral_anew (municipality, look_up_id, family_id)
    NULLS NOT DISTINCT WHERE confirmed_at IS NULL;`;
