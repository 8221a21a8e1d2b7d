import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until when a place can be given: null while its group's course says nothing of it. */
export class Refill1763000002217 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE place ADD COLUMN refill_until timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE place DROP COLUMN refill_until');
  }
}
