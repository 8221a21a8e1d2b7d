import { caseTables } from '@helhed/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which units triage a family and lead its groups. `family_referral` is read no more, and goes in the next release; what
 * came of its referrals, and seats, are told by the snapshots of referral and scheduling (`operations/snapshots:publish`).
 */
export class Cases1763000000411 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(caseTables('consent'));
    await runner.query(`
      ALTER TABLE family_referral NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE helhed.referral_replica NO FORCE ROW LEVEL SECURITY;
      INSERT INTO helhed.referral_replica (municipality, id, family_id, programme, programme_version, referring_unit)
      SELECT municipality, referral_id, family_id, programme, programme_version, referring_unit FROM family_referral;
      ALTER TABLE family_referral FORCE ROW LEVEL SECURITY;
      ALTER TABLE helhed.referral_replica FORCE ROW LEVEL SECURITY;`);
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead');
  }
}
