import { unitChangeTable } from '@helhed/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What has changed of a unit's referrals, for its systems. The release before notes nothing: the feed begins here. */
export class UnitChanges1763000002015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(unitChangeTable('referral'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE helhed.unit_change, helhed.unit_feed');
  }
}
