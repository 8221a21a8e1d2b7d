import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which place a step gave: a referral that was withdrawn has none any more, and its history tells which it had. */
export class StepPlace1763000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE referral_step ADD COLUMN place_id uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE referral_step DROP COLUMN place_id');
  }
}
