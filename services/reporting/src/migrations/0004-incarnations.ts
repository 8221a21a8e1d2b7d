import { rolesOf } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a rebuild needs to leave out the facts of an incarnation that its source has ended; a definition told anew. */
export class Incarnations1763000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX fact_incarnation ON fact (municipality, source, order_key, incarnation)');
    await runner.query(`GRANT UPDATE ON programme_copy TO ${rolesOf('reporting').app}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX fact_incarnation');
  }
}
