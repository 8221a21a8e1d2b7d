import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A webhook lapses unless its system renews it. Those that are there have their days from here on: none of their systems
 * could renew before.
 */
export class WebhooksLapse1763000002518 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE webhook ADD COLUMN renewed_at timestamptz, DROP CONSTRAINT webhook_because_check,
        ADD CONSTRAINT webhook_because_check CHECK (because IN ('by-request', 'gone', 'unit-retired', 'lapsed'));
      ALTER TABLE webhook NO FORCE ROW LEVEL SECURITY;
      UPDATE webhook SET renewed_at = now() WHERE ended_at IS NULL;
      ALTER TABLE webhook FORCE ROW LEVEL SECURITY;`);
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead');
  }
}
