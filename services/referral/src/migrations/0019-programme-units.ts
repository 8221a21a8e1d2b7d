import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose a programme is: the unit of whoever publishes it first. Of those that are there an operator says it, with a later version. */
export class ProgrammeUnits1763000002619 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE programme ADD COLUMN unit text');
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead');
  }
}
