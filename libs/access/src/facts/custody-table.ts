import type { Context } from '@helhed/contracts';
import { rolesOf, tenantTable } from '@helhed/database';

/**
 * SQL of the copies of who holds custody of whom, for a migration of a service that shows a child's data to its holders;
 * consent and family-plan have rows of their own. `WhenCustodyTold` keeps them.
 */
export function custodyTable(service: Context): string {
  return `
    ${tenantTable(rolesOf(service), {
      name: 'helhed.custody_replica',
      columns: `
        id uuid NOT NULL,
        family_id uuid NOT NULL,
        child_id uuid NOT NULL,
        holder_id uuid NOT NULL,
        from_date date,
        to_date date,
        PRIMARY KEY (municipality, id)`,
    })}
    CREATE INDEX custody_replica_child ON helhed.custody_replica (municipality, child_id);
    CREATE INDEX custody_replica_family ON helhed.custody_replica (municipality, family_id);
  `;
}
