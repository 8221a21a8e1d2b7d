import { ReferralClosed } from '@helhed/contracts';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A seat ends when its referral is closed. Of those that were closed before, referral is asked anew: earlier releases heard
 * it and did nothing.
 */
export class EndedSeats1763000002525 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE seat ADD COLUMN ended_at timestamptz');
    await runner.query(askForClosed);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE seat DROP COLUMN ended_at');
  }
}

/** Of each family that has a seat; the owner's own statement is not of one municipality. */
export const askForClosed = `
  ALTER TABLE helhed.inbox NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE seat NO FORCE ROW LEVEL SECURITY;
  UPDATE helhed.inbox i SET missed = i.missed || '${ReferralClosed.type}'::text
    WHERE i.source = 'referral' AND EXISTS (
      SELECT FROM seat s WHERE s.municipality = i.municipality AND s.family_id::text = i.order_key);
  ALTER TABLE seat FORCE ROW LEVEL SECURITY;
  ALTER TABLE helhed.inbox FORCE ROW LEVEL SECURITY;`;
