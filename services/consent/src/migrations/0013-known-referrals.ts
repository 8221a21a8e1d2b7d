import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The referrals that were known before the replica of them. `family_referral` is read no more, and goes in the next release;
 * what came of its referrals, and seats, are told by the snapshots of referral and scheduling (`operations/snapshots:publish`).
 */
export class KnownReferrals1763000000170 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE family_referral NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE helhed.referral_replica NO FORCE ROW LEVEL SECURITY;
      INSERT INTO helhed.referral_replica (municipality, id, family_id, programme, programme_version, referring_unit)
      SELECT municipality, referral_id, family_id, programme, programme_version, referring_unit FROM family_referral
      ON CONFLICT DO NOTHING;
      ALTER TABLE family_referral FORCE ROW LEVEL SECURITY;
      ALTER TABLE helhed.referral_replica FORCE ROW LEVEL SECURITY;`);
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead');
  }
}
