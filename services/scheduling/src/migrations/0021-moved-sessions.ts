import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * On which day a session was moved last, so that it can be told again; and which version of it an invitation told: before
 * there were moves that was the first.
 */
export class MovedSessions1763000002121 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE appointment ADD COLUMN moved_on date');
    await runner.query('ALTER TABLE delivery ADD COLUMN told_version integer NOT NULL DEFAULT 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE delivery DROP COLUMN told_version');
    await runner.query('ALTER TABLE appointment DROP COLUMN moved_on');
  }
}
