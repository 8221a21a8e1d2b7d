import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In which incarnation of the database a view was opened: those that are open were so in this one. */
export class ChildViewIncarnation1763000001017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE child_view ADD COLUMN open_incarnation uuid DEFAULT helhed.incarnation()`);
    await runner.query('ALTER TABLE child_view ALTER COLUMN open_incarnation DROP DEFAULT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE child_view DROP COLUMN open_incarnation');
  }
}
