import { ReferralClosed } from '@helhed/contracts';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An enrolment ends when its referral is closed. When those ended that were closed before, referral is asked anew: earlier
 * releases kept that they were closed, and not the day.
 */
export class ClosedEnrolments1763000002526 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(askForClosed);
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead');
  }
}

/** The owner's own statement is not of one municipality. */
export const askForClosed = `
  ALTER TABLE helhed.inbox NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE helhed.referral_replica NO FORCE ROW LEVEL SECURITY;
  UPDATE helhed.inbox i SET missed = i.missed || '${ReferralClosed.type}'::text
    WHERE i.source = 'referral' AND EXISTS (
      SELECT FROM helhed.referral_replica r
      WHERE r.municipality = i.municipality AND r.family_id::text = i.order_key AND r.ended = 'closed');
  ALTER TABLE helhed.referral_replica FORCE ROW LEVEL SECURITY;
  ALTER TABLE helhed.inbox FORCE ROW LEVEL SECURITY;`;
