import { shownOfSubjects } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The access log tells what was shown of which subject. */
export class ShownOfSubjects1763000000917 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(shownOfSubjects);
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead');
  }
}
