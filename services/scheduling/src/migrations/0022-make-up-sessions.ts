import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A session can replace one that is off: at most one does. */
export class MakeUpSessions1763000002222 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // no row has one yet: a check of them would be a read without a municipality
    await runner.query(`
      ALTER TABLE appointment ADD COLUMN replaces_id uuid,
        ADD CONSTRAINT appointment_replaces FOREIGN KEY (municipality, replaces_id) REFERENCES appointment (municipality, id) NOT VALID,
        ADD CONSTRAINT appointment_replaced_once UNIQUE (municipality, replaces_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE appointment DROP COLUMN replaces_id');
  }
}
