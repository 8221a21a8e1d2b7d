import { custodyTable } from '@helhed/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who holds custody of whom: a citizen asks for what is held on a child in its custody. */
export class Custody1763000000509 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(custodyTable('reporting'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE helhed.custody_replica');
  }
}
