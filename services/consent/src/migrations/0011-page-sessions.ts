import { sessionTable } from '@helhed/web';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The sessions of those who sign in to the pages. */
export class PageSessions1763000000150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sessionTable('consent'));
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead');
  }
}
