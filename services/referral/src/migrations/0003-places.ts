import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const roles = rolesOf('referral');

/** Places, one owner at a time, and the log of the waiting list. */
export class Places1763000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(places);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE waiting_list_change, place; DROP FUNCTION refuse_taken_place');
  }
}

// Whatever the commands do, the unique key refuses a family a second place, and the trigger a place a second family: it
// is freed first.
const places = [
  tenantTable(roles, {
    name: 'place',
    columns: `
      id uuid NOT NULL,
      group_id uuid NOT NULL,
      programme text NOT NULL,
      starts_on date NOT NULL,
      state text NOT NULL CHECK (state IN ('open', 'assigned')),
      referral_id uuid,
      PRIMARY KEY (municipality, id),
      UNIQUE (municipality, referral_id),
      FOREIGN KEY (municipality, referral_id) REFERENCES referral (municipality, id),
      CHECK ((state = 'assigned') = (referral_id IS NOT NULL))`,
  }),
  `CREATE INDEX place_open ON place (municipality, programme, starts_on, id) WHERE state = 'open';
   CREATE FUNCTION refuse_taken_place() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     RAISE EXCEPTION 'the place is taken' USING ERRCODE = 'unique_violation', CONSTRAINT = 'place_taken';
   END $$;
   CREATE TRIGGER place_taken BEFORE UPDATE ON place FOR EACH ROW
     WHEN (OLD.referral_id IS NOT NULL AND NEW.referral_id IS NOT NULL AND OLD.referral_id <> NEW.referral_id)
     EXECUTE FUNCTION refuse_taken_place();`,
  tenantTable(roles, {
    name: 'waiting_list_change',
    app: 'SELECT, INSERT',
    columns: `
      id uuid NOT NULL,
      programme text NOT NULL,
      referral_id uuid NOT NULL,
      at timestamptz NOT NULL,
      change text NOT NULL CHECK (change IN ('joined', 'given-a-place', 'left')),
      position integer NOT NULL,
      reason text NOT NULL,
      place_id uuid,
      PRIMARY KEY (municipality, id),
      FOREIGN KEY (municipality, referral_id) REFERENCES referral (municipality, id)`,
  }),
  'CREATE INDEX ON waiting_list_change (municipality, programme, id);',
].join('');
