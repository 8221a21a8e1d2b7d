import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What children said, in a table of its own: no adult's text stands beside it but an authority's reason for opening it.
 * And by when custody ends, for the tasks.
 */
export class ChildViews1763000000915 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(childViews);
    await runner.query('CREATE INDEX custody_ends ON custody (municipality, (least(to_date, of_age_on)))');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX custody_ends');
    await runner.query('DROP TABLE child_view');
  }
}

const childViews = [
  tenantTable(rolesOf('family-plan'), {
    name: 'child_view',
    columns: `
      id uuid NOT NULL,
      family_id uuid NOT NULL,
      person_id uuid NOT NULL,
      programme text NOT NULL,
      unit text NOT NULL,
      said bytea NOT NULL,
      how text NOT NULL CHECK (how IN ('told', 'drawn', 'written')),
      told_on date NOT NULL,
      open_by text CHECK (open_by IN ('child', 'authority')),
      open_on date,
      open_sub text,
      open_unit text,
      open_paragraph text,
      open_reason bytea,
      version integer NOT NULL,
      PRIMARY KEY (municipality, id),
      FOREIGN KEY (municipality, family_id) REFERENCES family (municipality, id),
      FOREIGN KEY (municipality, person_id) REFERENCES person (municipality, id),
      CHECK (num_nulls(open_by, open_on, open_sub, open_unit) IN (0, 4)),
      CHECK (num_nonnulls(open_paragraph, open_reason) = CASE open_by WHEN 'authority' THEN 2 ELSE 0 END)`,
  }),
  'CREATE INDEX child_view_family ON child_view (municipality, family_id, id);',
  'CREATE INDEX child_view_person ON child_view (municipality, person_id, id);',
].join('');
