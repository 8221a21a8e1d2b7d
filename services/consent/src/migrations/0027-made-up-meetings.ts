import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which session is in the place of which that is off. What was made up, and which conversations were held, before this
 * was heard comes with scheduling's snapshots (`operations/snapshots:publish`).
 */
export class MadeUpMeetings1763000002101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query('CREATE INDEX made_up_meeting_of ON made_up_meeting (municipality, replaces_id)');
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead');
  }
}

const table = tenantTable(rolesOf('consent'), {
  name: 'made_up_meeting',
  columns: `
    meeting_id uuid NOT NULL,
    replaces_id uuid NOT NULL,
    PRIMARY KEY (municipality, meeting_id)`,
});
