import { unitFunctionTable } from '@helhed/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which functions can be held in which unit: of whom a citizen is told who may see what. */
export class UnitFunctions1763000001912 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(unitFunctionTable('reporting'));
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead');
  }
}
