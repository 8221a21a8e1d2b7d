import { lookUpLog, rolesOf } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The access log says what each look showed and why, and numbers it for the central register. */
export class LookUpLog1763000000103 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(lookUpLog(rolesOf('consent')));
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead');
  }
}
