import type { Context } from '@helhed/contracts';
import { rolesOf, tenantTable } from '@helhed/database';

/** SQL of the links between citizens' accounts and persons, for a migration of a service that lets citizens in. */
export function citizenLinkTable(service: Context): string {
  return `
    ${tenantTable(rolesOf(service), {
      name: 'helhed.citizen_link',
      columns: `
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        sub text NOT NULL,
        linked_on date NOT NULL,
        ended_on date,
        PRIMARY KEY (municipality, id)`,
    })}
    CREATE INDEX citizen_link_sub ON helhed.citizen_link (municipality, sub) WHERE ended_on IS NULL;
    CREATE INDEX citizen_link_person ON helhed.citizen_link (municipality, person_id);
  `;
}
