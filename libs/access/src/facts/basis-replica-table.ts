import type { Context } from '@helhed/contracts';
import { rolesOf, tenantTable } from '@helhed/database';

/** SQL of the replica of legal bases, for a migration of a service that learns of them. */
export function basisReplicaTable(service: Context): string {
  return `
    ${tenantTable(rolesOf(service), {
      name: 'helhed.basis_replica',
      columns: `
        id uuid NOT NULL,
        family_id uuid NOT NULL,
        kind text NOT NULL,
        layer text NOT NULL,
        purpose text NOT NULL,
        categories text[] NOT NULL,
        from_unit text NOT NULL,
        to_unit text NOT NULL,
        persons uuid[] NOT NULL,
        valid_from date NOT NULL,
        valid_to date,
        withdrawn_at timestamptz,
        epoch integer NOT NULL,
        PRIMARY KEY (municipality, id)`,
    })}
    CREATE INDEX basis_replica_family ON helhed.basis_replica (municipality, family_id);
  `;
}
