import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const roles = rolesOf('family-plan');

/** Persons, and the families that they are members of; a child may live in two of a family's households. */
export class Families1763000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(persons);
    await runner.query(families);
    await runner.query(members);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE custody, residence, family_member, household, family, person');
  }
}

// One person for a CPR number in a municipality, whoever comes first: the unique index settles concurrent receipts.
const persons = tenantTable(roles, {
  name: 'person',
  columns: `
    id uuid NOT NULL,
    name bytea NOT NULL,
    birth_date bytea,
    cpr bytea,
    cpr_index bytea,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, cpr_index),
    CHECK ((cpr IS NULL) = (cpr_index IS NULL))`,
});

// The timer's role sees which families are due, and nothing else of them: three columns, and none of what names people.
const families = [
  tenantTable(roles, {
    name: 'family',
    columns: `
      id uuid NOT NULL,
      state text NOT NULL CHECK (state IN ('prospective', 'enrolled', 'erased')),
      erase_on date,
      version integer NOT NULL,
      PRIMARY KEY (municipality, id),
      CHECK (state = 'prospective' OR erase_on IS NULL)`,
  }),
  `CREATE POLICY worker ON family FOR SELECT TO ${roles.worker} USING (true);`,
  `GRANT SELECT (municipality, id, erase_on) ON family TO ${roles.worker};`,
  'CREATE INDEX family_due ON family (erase_on) WHERE erase_on IS NOT NULL;',
].join('');

const members = [
  tenantTable(roles, {
    name: 'household',
    columns: `
      id uuid NOT NULL,
      family_id uuid NOT NULL,
      address bytea,
      PRIMARY KEY (municipality, id),
      UNIQUE (municipality, family_id, id),
      FOREIGN KEY (municipality, family_id) REFERENCES family (municipality, id)`,
  }),
  tenantTable(roles, {
    name: 'family_member',
    columns: `
      family_id uuid NOT NULL,
      person_id uuid NOT NULL,
      role text NOT NULL CHECK (role IN ('parent', 'child', 'other')),
      PRIMARY KEY (municipality, family_id, person_id),
      FOREIGN KEY (municipality, family_id) REFERENCES family (municipality, id),
      FOREIGN KEY (municipality, person_id) REFERENCES person (municipality, id)`,
  }),
  'CREATE INDEX family_member_person ON family_member (municipality, person_id);',
  tenantTable(roles, {
    name: 'residence',
    columns: `
      family_id uuid NOT NULL,
      person_id uuid NOT NULL,
      household_id uuid NOT NULL,
      PRIMARY KEY (municipality, family_id, person_id, household_id),
      FOREIGN KEY (municipality, family_id, person_id)
        REFERENCES family_member (municipality, family_id, person_id) ON DELETE CASCADE,
      FOREIGN KEY (municipality, family_id, household_id) REFERENCES household (municipality, family_id, id)`,
  }),
  tenantTable(roles, {
    name: 'custody',
    columns: `
      family_id uuid NOT NULL,
      child_id uuid NOT NULL,
      holder_id uuid NOT NULL,
      PRIMARY KEY (municipality, family_id, child_id, holder_id),
      FOREIGN KEY (municipality, family_id, child_id)
        REFERENCES family_member (municipality, family_id, person_id) ON DELETE CASCADE,
      FOREIGN KEY (municipality, family_id, holder_id)
        REFERENCES family_member (municipality, family_id, person_id) ON DELETE CASCADE`,
  }),
].join('');
