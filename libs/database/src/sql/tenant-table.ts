/**
 * SQL for a table whose rows belong to a municipality: the municipality leads every key, row level security is forced,
 * and the app role sees the rows of the municipality that its transaction has entered and no others.
 * `columns` and `constraints` are the rest of the table's body; keys in them begin with `municipality`.
 */
export function tenantTable(
  roles: Roles,
  table: { name: string; columns: string; workers?: boolean; app?: string; partitionBy?: string },
): string {
  const { name, columns, workers = false, app = 'SELECT, INSERT, UPDATE, DELETE', partitionBy } = table;
  return `
    CREATE TABLE ${name} (
      municipality text NOT NULL CHECK (municipality ~ '^[0-9]{4}$'),
      ${columns}
    )${partitionBy ? ` PARTITION BY ${partitionBy}` : ''};
    ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${name} FORCE ROW LEVEL SECURITY;
    CREATE POLICY tenant ON ${name} USING (municipality = (SELECT helhed.tenant()))
      WITH CHECK (municipality = (SELECT helhed.tenant()));
    GRANT ${app} ON ${name} TO ${roles.app};
    ${workers ? `CREATE POLICY worker ON ${name} TO ${roles.worker} USING (true) WITH CHECK (true);` : ''}
    ${workers ? `GRANT SELECT, INSERT, UPDATE, DELETE ON ${name} TO ${roles.worker};` : ''}
  `;
}

/** The database roles of a service: `owner` migrates, `app` serves, `worker` sees id-only platform tables, `backup` reads. */
export interface Roles {
  readonly owner: string;
  readonly app: string;
  readonly worker: string;
  readonly backup: string;
}

export function rolesOf(service: string): Roles {
  const base = service.replaceAll('-', '_');
  return { owner: `${base}_owner`, app: `${base}_app`, worker: `${base}_worker`, backup: `${base}_backup` };
}
