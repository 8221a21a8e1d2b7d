import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A basis counts what was done to it apart from whom it covers: the count that its views show, and that If-Match asks for. */
export class EntryVersion1763000002001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE basis ADD COLUMN entry_version integer NOT NULL DEFAULT 1');
    await runner.query(everyMunicipality);
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead');
  }
}

// the owner is kept to no municipality's rows while its own table does not force it to be
const everyMunicipality = `
  ALTER TABLE basis NO FORCE ROW LEVEL SECURITY;
  UPDATE basis SET entry_version = version;
  ALTER TABLE basis FORCE ROW LEVEL SECURITY;
`;
