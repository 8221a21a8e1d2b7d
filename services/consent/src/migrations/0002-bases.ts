import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const roles = rolesOf('consent');

/** Who belongs to which family, by id; the bases; and the epoch. */
export class Bases1763000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(families);
    await runner.query(bases);
    await runner.query(epoch);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION current_epoch(); DROP TABLE epoch, basis, family_member');
  }
}

const families = tenantTable(roles, {
  name: 'family_member',
  columns: `
    family_id uuid NOT NULL,
    person_id uuid NOT NULL,
    role text NOT NULL CHECK (role IN ('parent', 'child', 'other')),
    PRIMARY KEY (municipality, family_id, person_id)`,
});

const bases = [
  tenantTable(roles, {
    name: 'basis',
    columns: `
      id uuid NOT NULL,
      family_id uuid NOT NULL,
      kind text NOT NULL CHECK (kind IN ('consent', 'statute', 'single-exchange', 'vital-interest')),
      layer text NOT NULL CHECK (layer IN ('processing', 'disclosure')),
      paragraph text,
      purpose text NOT NULL,
      categories text[] NOT NULL CHECK (cardinality(categories) > 0),
      from_unit text NOT NULL,
      to_unit text NOT NULL,
      persons uuid[] NOT NULL CHECK (cardinality(persons) > 0),
      given_by uuid[] NOT NULL,
      how text CHECK (how IN ('spoken', 'paper', 'written')),
      given_on date,
      evidence bytea,
      valid_from date NOT NULL,
      valid_to date CHECK (valid_to > valid_from),
      recorded_at timestamptz NOT NULL,
      recorded_by text NOT NULL,
      recorded_in_unit text NOT NULL,
      recorded_in_function text NOT NULL,
      version integer NOT NULL,
      PRIMARY KEY (municipality, id),
      CHECK ((kind = 'consent') = (how IS NOT NULL AND given_on IS NOT NULL AND cardinality(given_by) > 0)),
      CHECK (kind = 'consent' OR paragraph IS NOT NULL)`,
  }),
  'CREATE INDEX basis_family ON basis (municipality, family_id, id);',
].join('');

// One counter for the whole service, since a lease covers all that an instance answers. The app role reads it through
// the function; what takes access away raises it under its row's lock.
const epoch = `
  CREATE TABLE epoch (one_row boolean PRIMARY KEY DEFAULT true CHECK (one_row), value bigint NOT NULL DEFAULT 0);
  INSERT INTO epoch DEFAULT VALUES;
  CREATE FUNCTION current_epoch() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS
    $$ SELECT value FROM public.epoch $$;
  REVOKE ALL ON FUNCTION current_epoch() FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION current_epoch() TO ${roles.app};
`;
