import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Custody is the child's, for a period, whichever family it was told of: one row for a child and a holder at a time. The
 * release before goes on telling it of each family; of what is known already its events wait for this release.
 */
export class Custody1763000000208 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS btree_gist');
    await runner.query(toldOnce);
    await runner.query(periods);
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead');
  }
}

// Of all municipalities at once, and of each by itself: the owner's statements enter none.
const toldOnce = `
  ALTER TABLE custody NO FORCE ROW LEVEL SECURITY;
  DELETE FROM custody c USING custody other
    WHERE other.municipality = c.municipality AND other.family_id < c.family_id
      AND other.child_id = c.child_id AND other.holder_id = c.holder_id;
  ALTER TABLE custody FORCE ROW LEVEL SECURITY`;

// What is there already was held to the same by the former keys; a check of it would have to enter each municipality.
const periods = `
  ALTER TABLE custody
    ADD COLUMN id uuid NOT NULL DEFAULT uuidv7(),
    ADD COLUMN from_date date,
    ADD COLUMN to_date date,
    ADD COLUMN version integer NOT NULL DEFAULT 1,
    DROP CONSTRAINT custody_pkey,
    DROP CONSTRAINT custody_municipality_family_id_child_id_fkey,
    DROP CONSTRAINT custody_municipality_family_id_holder_id_fkey,
    ADD PRIMARY KEY (municipality, id),
    ADD FOREIGN KEY (municipality, family_id) REFERENCES family (municipality, id) NOT VALID,
    ADD FOREIGN KEY (municipality, child_id) REFERENCES person (municipality, id) ON DELETE CASCADE NOT VALID,
    ADD FOREIGN KEY (municipality, holder_id) REFERENCES person (municipality, id) ON DELETE CASCADE NOT VALID,
    ADD CHECK (from_date <= to_date),
    ADD CONSTRAINT custody_once EXCLUDE USING gist
      (municipality WITH =, child_id WITH =, holder_id WITH =, daterange(from_date, to_date) WITH &&);
  CREATE INDEX custody_child ON custody (municipality, child_id);
  CREATE INDEX custody_holder ON custody (municipality, holder_id);
  CREATE INDEX custody_family ON custody (municipality, family_id)`;
