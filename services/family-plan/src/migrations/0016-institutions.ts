import { institutionColumns } from '@helhed/access';
import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which units are institutions, and which child attends one: an institution reaches its own children only. */
export class Institutions1763000000916 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(institutionColumns + relations + due);
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead');
  }
}

// No row names a child yet; to look, as row level security has it, the owner would need a municipality.
const relations = `
  ALTER TABLE relation
    ADD COLUMN person_id uuid,
    ALTER COLUMN function DROP NOT NULL,
    DROP CONSTRAINT relation_kind_check,
    DROP CONSTRAINT relation_check,
    ADD CONSTRAINT relation_kind CHECK (kind IN ('coordinator', 'team', 'contact', 'partner', 'institution')),
    ADD CONSTRAINT relation_names CHECK ((kind IN ('partner', 'institution')) = (sub IS NULL)
      AND (kind = 'institution') = (function IS NULL) AND (kind = 'institution') = (person_id IS NOT NULL)),
    ADD FOREIGN KEY (municipality, person_id) REFERENCES person (municipality, id) NOT VALID,
    ADD CONSTRAINT institution_once EXCLUDE USING gist (municipality WITH =, family_id WITH =, programme WITH =, unit WITH =,
      person_id WITH =, daterange(from_date, to_date) WITH &&) WHERE (kind = 'institution');
  CREATE INDEX relation_person ON relation (municipality, person_id) WHERE person_id IS NOT NULL;
`;

// When it is to be told that a child's institution ends at majority. It tells a birthday, and goes with the relation.
const due = [
  tenantTable(rolesOf('family-plan'), {
    name: 'relation_due',
    workers: true,
    columns: `
      relation_id uuid NOT NULL,
      due_on date NOT NULL,
      PRIMARY KEY (municipality, relation_id),
      FOREIGN KEY (municipality, relation_id) REFERENCES relation (municipality, id) ON DELETE CASCADE`,
  }),
  'CREATE INDEX relation_due_on ON relation_due (due_on);',
].join('');
