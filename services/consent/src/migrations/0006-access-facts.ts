import { basisReplicaTable, citizenLinkTable, factsTables } from '@helhed/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What access is decided by, as in every service: the bases by this service's own commands, the rest by events; and which accounts are citizens'. */
export class AccessFacts1763000000111 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(basisReplicaTable('consent') + factsTables('consent') + citizenLinkTable('consent'));
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead');
  }
}
