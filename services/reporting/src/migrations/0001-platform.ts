import { platformTables } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Platform1763000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(platformTables('reporting'));
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead');
  }
}
