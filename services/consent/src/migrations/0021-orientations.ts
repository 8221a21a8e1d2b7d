import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What parents without custody were answered. Of a family that is erased the reason of a refusal is not kept. */
export class Orientations1763000000901 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(orientations);
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead');
  }
}

const orientations = [
  tenantTable(rolesOf('consent'), {
    name: 'orientation',
    app: 'SELECT, INSERT, UPDATE',
    columns: `
      id uuid NOT NULL,
      family_id uuid NOT NULL,
      child_id uuid NOT NULL,
      parent_id uuid NOT NULL CHECK (parent_id <> child_id),
      asked_on date NOT NULL,
      answered_on date NOT NULL CHECK (answered_on >= asked_on),
      answer text NOT NULL CHECK (answer IN ('given', 'refused')),
      paragraph text NOT NULL,
      categories text[] NOT NULL CHECK ((answer = 'given') = (cardinality(categories) > 0)),
      reason bytea CHECK (reason IS NULL OR answer = 'refused'),
      recorded_at timestamptz NOT NULL,
      recorded_by text NOT NULL,
      recorded_in_unit text NOT NULL,
      recorded_in_function text NOT NULL,
      PRIMARY KEY (municipality, id)`,
  }),
  'CREATE INDEX orientation_family ON orientation (municipality, family_id, id);',
  'CREATE INDEX orientation_child ON orientation (municipality, child_id, id);',
  'CREATE INDEX orientation_parent ON orientation (municipality, parent_id, id);',
].join('\n');
