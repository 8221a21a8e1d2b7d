import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a member of staff does in a group, as programme definitions name it. */
export class StaffFunction1763000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE staff ADD COLUMN function text NOT NULL DEFAULT 'group-leader'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE staff DROP COLUMN function');
  }
}
