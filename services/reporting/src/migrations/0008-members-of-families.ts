import { PersonsMatched } from '@helhed/contracts';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who the members of a family are, found in what family-plan told of it. */
export class MembersOfFamilies1763000000409 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX fact_persons_matched ON fact (municipality, order_key) WHERE type = '${PersonsMatched.type}'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX fact_persons_matched');
  }
}
