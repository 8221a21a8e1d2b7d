import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { thisServer } from '../leases/this-server.js';

const roles = rolesOf('consent');

/** Which instances of the other services may answer from revocable grounds, and the server whose rows say so. */
export class Leases1763000000120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(leases + server + raises);
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead');
  }
}

// No instants: each instance of consent measures on its own clock since when `renewal` has not moved.
const leases = tenantTable(roles, {
  name: 'lease',
  workers: true,
  columns: `
    id uuid NOT NULL,
    service text NOT NULL,
    instance uuid NOT NULL,
    epoch bigint NOT NULL,
    renewal bigint NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, service, instance)`,
});

// Told again in a snapshot: who missed an event that raised would wait for its number for ever.
const raises =
  tenantTable(roles, {
    name: 'epoch_raise',
    app: 'SELECT, INSERT',
    columns: 'epoch bigint NOT NULL, family_id uuid NOT NULL, PRIMARY KEY (municipality, epoch)',
  }) + 'CREATE INDEX epoch_raise_family ON epoch_raise (municipality, family_id);';

const server = `
  CREATE TABLE lease_server (one boolean PRIMARY KEY DEFAULT true CHECK (one), server text NOT NULL);
  INSERT INTO lease_server (server) SELECT ${thisServer};
  ALTER TABLE lease_server ENABLE ROW LEVEL SECURITY;
  ALTER TABLE lease_server FORCE ROW LEVEL SECURITY;
  CREATE POLICY worker ON lease_server TO ${roles.worker} USING (true) WITH CHECK (true);
  GRANT SELECT, INSERT, UPDATE ON lease_server TO ${roles.worker};
`;
