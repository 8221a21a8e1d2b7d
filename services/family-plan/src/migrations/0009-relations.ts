import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const roles = rolesOf('family-plan');

/** Who is tied to a family, whose records an employee is barred from, and who is cleared for one. */
export class Relations1763000000209 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(relations);
    await runner.query(employees);
    await runner.query(clearances);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE clearance, employee_relation, relation');
  }
}

const relations = [
  tenantTable(roles, {
    name: 'relation',
    columns: `
      id uuid NOT NULL,
      family_id uuid NOT NULL,
      programme text NOT NULL,
      kind text NOT NULL CHECK (kind IN ('coordinator', 'team', 'contact', 'partner')),
      sub text,
      unit text NOT NULL,
      function text NOT NULL,
      from_date date NOT NULL,
      to_date date,
      version integer NOT NULL,
      PRIMARY KEY (municipality, id),
      FOREIGN KEY (municipality, family_id) REFERENCES family (municipality, id),
      CHECK ((kind = 'partner') = (sub IS NULL)),
      CHECK (from_date <= to_date),
      CONSTRAINT relation_once EXCLUDE USING gist (municipality WITH =, family_id WITH =, programme WITH =, kind WITH =,
        unit WITH =, function WITH =, coalesce(sub, '') WITH =, daterange(from_date, to_date) WITH &&)`,
  }),
  'CREATE INDEX relation_family ON relation (municipality, family_id, id);',
].join('');

// Before the person is matched only the number's index knows whom it is about.
const employees = [
  tenantTable(roles, {
    name: 'employee_relation',
    columns: `
      id uuid NOT NULL,
      sub text NOT NULL,
      kind text NOT NULL CHECK (kind IN ('own-person', 'relative')),
      cpr bytea NOT NULL,
      cpr_index bytea NOT NULL,
      person_id uuid,
      told_as uuid,
      from_date date NOT NULL,
      to_date date,
      version integer NOT NULL,
      PRIMARY KEY (municipality, id),
      FOREIGN KEY (municipality, person_id) REFERENCES person (municipality, id),
      CHECK ((person_id IS NULL) = (told_as IS NULL)),
      CHECK (from_date <= to_date)`,
  }),
  'CREATE INDEX employee_relation_cpr ON employee_relation (municipality, cpr_index);',
  'CREATE INDEX employee_relation_sub ON employee_relation (municipality, sub, id);',
  'CREATE INDEX employee_relation_person ON employee_relation (municipality, person_id);',
].join('');

const clearances = [
  tenantTable(roles, {
    name: 'clearance',
    columns: `
      id uuid NOT NULL,
      family_id uuid NOT NULL,
      sub text NOT NULL,
      unit text NOT NULL,
      function text NOT NULL,
      from_date date NOT NULL,
      to_date date NOT NULL,
      version integer NOT NULL,
      PRIMARY KEY (municipality, id),
      FOREIGN KEY (municipality, family_id) REFERENCES family (municipality, id),
      CHECK (from_date <= to_date)`,
  }),
  'CREATE INDEX clearance_family ON clearance (municipality, family_id, id);',
].join('');
