import type { Context } from '@helhed/contracts';
import { rolesOf, tenantTable } from '@helhed/database';

/**
 * SQL of the browsers' sessions, for a migration of a service that serves pages. A row is found by the hash of what is in
 * the cookie, so that who reads the table can open none; `tokens` are encrypted.
 */
export function sessionTable(service: Context): string {
  return `
    ${tenantTable(rolesOf(service), {
      name: 'helhed.page_session',
      columns: `
        id bytea NOT NULL,
        began_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        used_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        token_expires_at timestamptz NOT NULL,
        tokens bytea NOT NULL,
        PRIMARY KEY (municipality, id)`,
    })}
    CREATE INDEX page_session_used ON helhed.page_session (municipality, used_at);
  `;
}
