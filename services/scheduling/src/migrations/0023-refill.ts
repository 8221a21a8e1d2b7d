import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until when a family can begin in a group: null before its course is placed, and where its definition does not say. */
export class Refill1763000002323 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE family_group ADD COLUMN refill_until timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE family_group DROP COLUMN refill_until');
  }
}
