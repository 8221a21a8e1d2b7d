import { caseTables } from '@helhed/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which units triage a family and lead its groups, and into which family one was merged. Families that were referred
 * before have neither until referral and scheduling tell their snapshots (`operations/snapshots:publish`).
 */
export class Cases1763000000411 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(caseTables('family-plan'));
    await runner.query('ALTER TABLE family ADD COLUMN merged_into uuid');
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead');
  }
}
