import { erasedFamilyTable } from '@helhed/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The families that family-plan has erased: by id alone. */
export class ErasedFamilies1763000000813 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(erasedFamilyTable('scheduling'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE erased_family');
  }
}
