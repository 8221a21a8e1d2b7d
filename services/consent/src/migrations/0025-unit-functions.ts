import { unitFunctionTable } from '@helhed/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which functions can be held in which unit, as every service has heard it: of whom a citizen is told who may see what.
 * The table of the same name in this service's own schema is written by the release before alone.
 */
export class UnitFunctions1763000001922 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(unitFunctionTable('consent'));
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead');
  }
}
