import { factsTables } from '@helhed/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What access is decided by: relations, units, who is barred from what, and whom the legal bases cover. */
export class AccessFacts1763000000207 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(factsTables('scheduling'));
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead');
  }
}
