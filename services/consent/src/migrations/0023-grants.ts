import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What tells a grant from every other: a lease that is taken anew under its id begins to count `renewal` anew. */
export class Grants1763000000930 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE lease ADD COLUMN given uuid NOT NULL DEFAULT gen_random_uuid()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE lease DROP COLUMN given');
  }
}
