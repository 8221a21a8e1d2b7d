import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often an owner has refused to say it: after some times it is parked. */
export class RefusedClaims1763000002319 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE claim_due ADD COLUMN refusals integer NOT NULL DEFAULT 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE claim_due DROP COLUMN refusals');
  }
}
