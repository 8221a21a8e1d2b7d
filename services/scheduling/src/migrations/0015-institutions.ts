import { institutionColumns } from '@helhed/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which units are institutions, and whose children attend them: an institution reaches its own children only. */
export class Institutions1763000000915 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(institutionColumns);
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead');
  }
}
