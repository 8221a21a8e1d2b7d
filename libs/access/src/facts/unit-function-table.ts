import type { Context } from '@helhed/contracts';
import { rolesOf, tenantTable } from '@helhed/database';

/**
 * SQL of which functions can be held in which unit, for a migration after that of `factsTables`: whom a person is told of
 * who asks who may see it (docs/access.md, A-OPS-04). What was told before comes when consent tells its units anew.
 */
export const unitFunctionTable = (service: Context): string =>
  tenantTable(rolesOf(service), {
    name: 'helhed.unit_function',
    columns: 'unit text NOT NULL, function text NOT NULL, PRIMARY KEY (municipality, unit, function)',
  });
