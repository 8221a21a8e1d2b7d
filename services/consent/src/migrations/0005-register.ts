import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const roles = rolesOf('consent');

/**
 * Programme, meeting, exceptions and end of a basis; each giver's own consent; whom a basis covers and when; what that
 * depends on; and the epoch of each municipality. `given_by`, `how` and `given_on` of a basis, the table `epoch` and
 * `current_epoch()` are read no more, and go in the next release.
 */
export class Register1763000000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(bases);
    await runner.query(givers);
    await runner.query(facts);
    await runner.query(epoch);
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead');
  }
}

const bases = `
  ALTER TABLE basis
    ADD COLUMN programme text NOT NULL DEFAULT 'unknown',
    ADD COLUMN meeting uuid,
    ADD COLUMN follow_up_meeting uuid,
    ADD COLUMN left_out jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN renews uuid,
    ADD COLUMN ended text CHECK (ended IN ('withdrawn', 'ended', 'used-up')),
    ADD COLUMN ended_at timestamptz,
    ADD CONSTRAINT basis_ended CHECK ((ended IS NULL) = (ended_at IS NULL)),
    ADD CONSTRAINT basis_meeting CHECK (meeting IS NULL OR kind = 'single-exchange'),
    ALTER COLUMN given_by SET DEFAULT '{}';
  DO $$
  DECLARE one record;
  BEGIN
    FOR one IN SELECT conname FROM pg_constraint
      WHERE conrelid = 'basis'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%given_on IS NOT NULL%' LOOP
      EXECUTE format('ALTER TABLE basis DROP CONSTRAINT %I', one.conname);
    END LOOP;
  END $$;
  CREATE INDEX basis_meeting ON basis (municipality, meeting) WHERE meeting IS NOT NULL;
  CREATE INDEX basis_follow_up ON basis (municipality, follow_up_meeting) WHERE follow_up_meeting IS NOT NULL;
  CREATE INDEX basis_renews ON basis (municipality, renews) WHERE renews IS NOT NULL;
  CREATE INDEX basis_programme ON basis (municipality, programme) WHERE ended IS NULL;
  CREATE INDEX basis_expiry ON basis (municipality, recorded_in_unit, valid_to) WHERE ended IS NULL;
`;

// the instance that is about to be replaced still writes a basis of no programme, with its givers in its own row
const givers = [
  tenantTable(roles, {
    name: 'basis_giver',
    columns: `
      basis_id uuid NOT NULL,
      person_id uuid NOT NULL,
      how text NOT NULL CHECK (how IN ('spoken', 'paper', 'written')),
      given_on date NOT NULL,
      evidence bytea NOT NULL,
      recorded_at timestamptz NOT NULL,
      recorded_by text NOT NULL,
      recorded_in_unit text NOT NULL,
      recorded_in_function text NOT NULL,
      withdrawn_at timestamptz,
      withdrawn_by text,
      PRIMARY KEY (municipality, basis_id, person_id),
      FOREIGN KEY (municipality, basis_id) REFERENCES basis (municipality, id)`,
    app: 'SELECT, INSERT, UPDATE',
  }),
  tenantTable(roles, {
    name: 'basis_cover',
    columns: `
      basis_id uuid NOT NULL,
      person_id uuid NOT NULL,
      from_date date NOT NULL,
      to_date date CHECK (to_date > from_date),
      state text NOT NULL CHECK (state IN ('covered', 'withdrawn', 'incomplete')),
      PRIMARY KEY (municipality, basis_id, person_id, from_date),
      FOREIGN KEY (municipality, basis_id) REFERENCES basis (municipality, id)`,
  }),
  'CREATE INDEX basis_cover_person ON basis_cover (municipality, person_id);',
  'CREATE INDEX basis_giver_person ON basis_giver (municipality, person_id);',
  `CREATE FUNCTION keep_parts() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO basis_giver (municipality, basis_id, person_id, how, given_on, evidence, recorded_at, recorded_by,
      recorded_in_unit, recorded_in_function)
    SELECT NEW.municipality, NEW.id, giver, NEW.how, NEW.given_on, NEW.evidence, NEW.recorded_at, NEW.recorded_by,
      NEW.recorded_in_unit, NEW.recorded_in_function FROM unnest(NEW.given_by) giver;
    INSERT INTO basis_cover (municipality, basis_id, person_id, from_date, state)
    SELECT NEW.municipality, NEW.id, person, NEW.valid_from,
      CASE NEW.kind WHEN 'consent' THEN 'incomplete' ELSE 'covered' END FROM unnest(NEW.persons) person;
    RETURN NEW;
  END $$;
  CREATE TRIGGER keep_parts AFTER INSERT ON basis FOR EACH ROW WHEN (NEW.programme = 'unknown')
    EXECUTE FUNCTION keep_parts();
  ALTER TABLE basis NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE basis_giver NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE basis_cover NO FORCE ROW LEVEL SECURITY;
  INSERT INTO basis_giver (municipality, basis_id, person_id, how, given_on, evidence, recorded_at, recorded_by,
    recorded_in_unit, recorded_in_function)
  SELECT municipality, id, giver, how, given_on, evidence, recorded_at, recorded_by, recorded_in_unit,
    recorded_in_function FROM basis, unnest(given_by) giver;
  INSERT INTO basis_cover (municipality, basis_id, person_id, from_date, state)
  SELECT municipality, id, person, valid_from, CASE kind WHEN 'consent' THEN 'incomplete' ELSE 'covered' END
    FROM basis, unnest(persons) person;
  ALTER TABLE basis FORCE ROW LEVEL SECURITY;
  ALTER TABLE basis_giver FORCE ROW LEVEL SECURITY;
  ALTER TABLE basis_cover FORCE ROW LEVEL SECURITY;`,
].join('');

const facts = [
  `ALTER TABLE family_member ADD COLUMN households uuid[] NOT NULL DEFAULT '{}';
  CREATE INDEX family_member_person ON family_member (municipality, person_id);`,
  tenantTable(roles, {
    name: 'person_age',
    columns: `
      person_id uuid NOT NULL,
      adult boolean NOT NULL,
      turns jsonb NOT NULL,
      PRIMARY KEY (municipality, person_id)`,
  }),
  tenantTable(roles, {
    name: 'family_referral',
    columns: `
      referral_id uuid NOT NULL,
      family_id uuid NOT NULL,
      programme text NOT NULL,
      programme_version integer NOT NULL,
      referring_unit text NOT NULL,
      PRIMARY KEY (municipality, referral_id)`,
  }),
  'CREATE INDEX family_referral_family ON family_referral (municipality, family_id);',
  tenantTable(roles, {
    name: 'custody',
    columns: `
      id uuid NOT NULL,
      family_id uuid NOT NULL,
      child_id uuid NOT NULL,
      holder_id uuid NOT NULL,
      from_date date,
      to_date date,
      PRIMARY KEY (municipality, id)`,
  }),
  'CREATE INDEX custody_child ON custody (municipality, child_id);',
  tenantTable(roles, {
    name: 'programme_copy',
    columns: `
      code text NOT NULL,
      version integer NOT NULL,
      valid_from date NOT NULL,
      name jsonb NOT NULL,
      purposes jsonb,
      may_refer text[] NOT NULL,
      PRIMARY KEY (municipality, code, version)`,
  }),
  tenantTable(roles, {
    name: 'held_meeting',
    columns: `
      meeting_id uuid NOT NULL,
      family_id uuid NOT NULL,
      held_on date NOT NULL,
      PRIMARY KEY (municipality, meeting_id, family_id)`,
  }),
  // by id alone, since the timer sees every municipality's
  tenantTable(roles, {
    name: 'exchange_due',
    workers: true,
    columns: `
      basis_id uuid NOT NULL,
      due_on date NOT NULL,
      PRIMARY KEY (municipality, basis_id)`,
  }),
].join('');

const epoch = tenantTable(roles, {
  name: 'epoch_counter',
  columns: 'value bigint NOT NULL, PRIMARY KEY (municipality)',
  app: 'SELECT, INSERT, UPDATE',
});
