import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const roles = rolesOf('family-plan');

/** Videos that units keep in their own stores, each with the day on which it is deleted. */
export class Videos1763000002424 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(videos);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE video_due, video');
  }
}

const videos = [
  tenantTable(roles, {
    name: 'video',
    columns: `
      id uuid NOT NULL,
      family_id uuid NOT NULL,
      programme text NOT NULL,
      persons uuid[] NOT NULL,
      unit text,
      function text,
      sub text,
      occasion text,
      reference bytea,
      filmed_on date NOT NULL,
      delete_on date NOT NULL,
      deleted_on date,
      PRIMARY KEY (municipality, id),
      FOREIGN KEY (municipality, family_id) REFERENCES family (municipality, id),
      CHECK (num_nulls(unit, function, sub, occasion, reference) = CASE WHEN deleted_on IS NULL THEN 0 ELSE 5 END),
      CHECK ((cardinality(persons) = 0) = (deleted_on IS NOT NULL))`,
  }),
  'CREATE INDEX video_family ON video (municipality, family_id, id);',
  tenantTable(roles, {
    name: 'video_due',
    workers: true,
    columns: `
      video_id uuid NOT NULL,
      due_on date NOT NULL,
      PRIMARY KEY (municipality, video_id),
      FOREIGN KEY (municipality, video_id) REFERENCES video (municipality, id) ON DELETE CASCADE`,
  }),
  'CREATE INDEX video_due_on ON video_due (due_on);',
].join('');
