import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when a family is held here; not known of those that came before. */
export class ReceivedOn1763000000512 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE family ADD COLUMN received_on date');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE family DROP COLUMN received_on');
  }
}
