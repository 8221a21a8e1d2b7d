import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const roles = rolesOf('referral');

/** Addresses that units' systems are told at, and what is still to be told there. */
export class Webhooks1763000002016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE webhook_delivery, webhook;
      DROP POLICY worker ON helhed.unit_change;
      REVOKE ALL ON helhed.unit_change FROM ${roles.worker}`);
  }
}

// a worker looks for what is to do in all municipalities: by ids, and never by an address or a secret
const tables = `
  ${tenantTable(roles, {
    name: 'webhook',
    app: 'SELECT, INSERT, UPDATE',
    columns: `
      id uuid NOT NULL,
      unit text NOT NULL,
      function text NOT NULL,
      issuer text NOT NULL,
      sub text NOT NULL,
      azp text NOT NULL,
      url text NOT NULL,
      secret bytea NOT NULL,
      registered_at timestamptz NOT NULL,
      queued_to bigint NOT NULL,
      ended_at timestamptz,
      because text CHECK (because IN ('by-request', 'gone', 'unit-retired')),
      version integer NOT NULL,
      PRIMARY KEY (municipality, id),
      CHECK ((ended_at IS NULL) = (because IS NULL))`,
  })}
  CREATE INDEX webhook_unit ON webhook (municipality, unit, id);
  CREATE POLICY worker ON webhook FOR SELECT TO ${roles.worker} USING (true);
  GRANT SELECT (municipality, id, unit, queued_to, ended_at) ON webhook TO ${roles.worker};
  CREATE POLICY worker ON helhed.unit_change FOR SELECT TO ${roles.worker} USING (true);
  GRANT SELECT ON helhed.unit_change TO ${roles.worker};
  ${tenantTable(roles, {
    name: 'webhook_delivery',
    workers: true,
    columns: `
      id uuid NOT NULL,
      webhook_id uuid NOT NULL,
      thing uuid NOT NULL,
      type text NOT NULL,
      queued_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      attempts integer NOT NULL DEFAULT 0,
      next_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      claimed_by uuid,
      PRIMARY KEY (municipality, id),
      FOREIGN KEY (municipality, webhook_id) REFERENCES webhook (municipality, id)`,
  })}
  CREATE INDEX webhook_delivery_due ON webhook_delivery (next_at);
  CREATE INDEX webhook_delivery_of ON webhook_delivery (municipality, webhook_id);
`;
