import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const roles = rolesOf('reporting');

/** Every event applied, kept for ever and never changed; and the copies of programme definitions. */
export class Facts1763000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(facts);
  }

  async down(): Promise<void> {
    throw new Error('figures rest on facts alone: restore a backup instead');
  }
}

const facts = [
  // the id follows the order of application within a key, since the key is locked while its event is applied
  tenantTable(roles, {
    name: 'fact',
    app: 'SELECT, INSERT',
    columns: `
      id bigint GENERATED ALWAYS AS IDENTITY,
      event_id uuid NOT NULL,
      type text NOT NULL,
      source text NOT NULL,
      order_key text NOT NULL,
      incarnation uuid NOT NULL,
      seq bigint NOT NULL,
      occurred_at timestamptz NOT NULL,
      data jsonb NOT NULL,
      recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (municipality, id),
      UNIQUE (municipality, event_id)`,
  }),
  tenantTable(roles, {
    name: 'programme_copy',
    app: 'SELECT, INSERT',
    columns: `
      code text NOT NULL,
      version integer NOT NULL,
      definition jsonb NOT NULL,
      PRIMARY KEY (municipality, code, version)`,
  }),
].join('');
