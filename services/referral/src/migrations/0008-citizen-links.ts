import { citizenLinkTable } from '@helhed/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which accounts are citizens', and whose. */
export class CitizenLinks1763000000308 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(citizenLinkTable('referral'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE helhed.citizen_link');
  }
}
