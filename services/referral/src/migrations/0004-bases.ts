import { basisReplicaTable } from '@helhed/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What this service learns of the legal bases. */
export class Bases1763000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(basisReplicaTable('referral'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE helhed.basis_replica');
  }
}
