import { Client } from 'pg';

/** A table as the catalogue has it: nothing here is listed by hand. */
export interface Table {
  readonly name: string;
  readonly tenantColumn: string | null;
  readonly forced: boolean;
  readonly readable: boolean;
  readonly writable: boolean;
}

export async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Every table of the database, with what the connected role may do with it. */
export async function tables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    SELECT format('%I.%I', n.nspname, c.relname) AS name,
      (SELECT attname FROM pg_attribute a WHERE a.attrelid = c.oid AND attname IN ('municipality', 'code') AND NOT attisdropped
        ORDER BY attname DESC LIMIT 1) AS "tenantColumn",
      c.relrowsecurity AND c.relforcerowsecurity AS forced,
      has_table_privilege(c.oid, 'SELECT') AS readable,
      has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE') AS writable
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'm', 'v', 'f') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_toast'
    ORDER BY 1`);
  return rows;
}

/** Keys, unique, exclusion and foreign key constraints and unique indexes whose first column is not the municipality. */
export async function keysWithoutTenant(client: Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT conname AS name FROM pg_constraint c
     WHERE conrelid = $1::regclass AND contype IN ('p', 'u', 'x', 'f')
       AND (SELECT attname FROM pg_attribute WHERE attrelid = conrelid AND attnum = conkey[1]) <> 'municipality'
     UNION
     SELECT indexrelid::regclass::text FROM pg_index
     WHERE indrelid = $1::regclass AND indisunique
       AND (SELECT attname FROM pg_attribute WHERE attrelid = indrelid AND attnum = indkey[0]) IS DISTINCT FROM 'municipality'`,
    [table],
  );
  return rows.map((row) => row.name);
}
