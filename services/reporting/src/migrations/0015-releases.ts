import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Years' figures as they were released: the app role may add to them, and change none. */
export class Releases1763000002014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      tenantTable(rolesOf('reporting'), {
        name: 'release',
        app: 'SELECT, INSERT',
        columns: `
          id uuid NOT NULL,
          programme text NOT NULL,
          year integer NOT NULL,
          programme_version integer NOT NULL,
          released_on date NOT NULL,
          figures jsonb NOT NULL,
          PRIMARY KEY (municipality, id),
          UNIQUE (municipality, programme, year),
          CHECK (released_on > make_date(year + 1, 12, 31))`,
      }),
    );
  }

  async down(): Promise<void> {
    throw new Error('what was released cannot be made again: restore a backup instead');
  }
}
