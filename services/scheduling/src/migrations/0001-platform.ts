import { basisReplicaTable } from '@helhed/access';
import { platformTables } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Platform1763000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(platformTables('scheduling'));
    await runner.query(basisReplicaTable('scheduling'));
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead');
  }
}
