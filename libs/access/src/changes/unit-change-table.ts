import type { Context } from '@helhed/contracts';
import { rolesOf, tenantTable } from '@helhed/database';

/**
 * SQL of what has changed of a unit's things, for its systems (docs/adr/0017): ids and types. `ordinal` keeps the order
 * in which one thing's changes were written; `number` is the unit's, given once they are committed.
 */
export const unitChangeTable = (service: Context): string => `
  ${tenantTable(rolesOf(service), {
    name: 'helhed.unit_change',
    columns: `
      ordinal bigint GENERATED ALWAYS AS IDENTITY,
      unit text NOT NULL,
      number bigint,
      thing uuid NOT NULL,
      type text NOT NULL,
      at timestamptz NOT NULL,
      PRIMARY KEY (municipality, ordinal),
      UNIQUE (municipality, unit, number)`,
  })}
  CREATE INDEX unit_change_unnumbered ON helhed.unit_change (municipality, unit, ordinal) WHERE number IS NULL;
  CREATE INDEX unit_change_at ON helhed.unit_change (municipality, at);
  ${tenantTable(rolesOf(service), {
    name: 'helhed.unit_feed',
    columns: 'unit text NOT NULL, last_number bigint NOT NULL, PRIMARY KEY (municipality, unit)',
    app: 'SELECT, INSERT, UPDATE',
  })}`;
