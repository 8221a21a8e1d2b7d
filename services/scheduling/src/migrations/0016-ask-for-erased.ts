import { FamilyErased } from '@helhed/contracts';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Families that family-plan erased before this service kept which they are: its earlier releases heard that and did nothing.
 * Each family is asked about anew, as where an event was stepped over; else a snapshot would be taken for known already.
 */
export class AskForErased1763000001016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(askForErased);
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead');
  }
}

export const askForErased = `
  ALTER TABLE helhed.inbox NO FORCE ROW LEVEL SECURITY;
  UPDATE helhed.inbox SET missed = missed || '${FamilyErased.type}'::text WHERE source = 'family-plan';
  ALTER TABLE helhed.inbox FORCE ROW LEVEL SECURITY;`;
