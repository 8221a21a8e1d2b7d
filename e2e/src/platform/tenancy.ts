import type { Client } from 'pg';
import { connected, keysWithoutTenant, tables } from './catalogue.js';

export interface Found {
  /** Tables in which the first municipality has rows: the test looks at something. */
  readonly withRows: string[];
  readonly faults: string[];
}

/**
 * With no predicate of the application's at all: enters one municipality as the app role and counts what it can see in
 * every table of the catalogue, beside what the backup role sees of both; and looks for what it may run as the owner.
 */
export async function tenancyOf(
  database: { app: string; backup: string },
  mine: string,
  other: string,
): Promise<Found> {
  const faults: string[] = [];
  const withRows: string[] = [];
  await connected(database.app, (app) =>
    connected(database.backup, async (backup) => {
      for (const table of (await tables(app)).filter(({ readable }) => readable)) {
        if (!table.forced || !table.tenantColumn)
          faults.push(`${table.name} can be read without forced row level security`);
        else {
          const count = async (client: Client, where: string) =>
            Number((await client.query(`SELECT count(*) AS n FROM ${table.name} WHERE ${where}`)).rows[0].n);
          const theirs = `${table.tenantColumn} = '${other}'`;
          if ((await count(backup, theirs)) > 0) withRows.push(table.name);
          await app.query('BEGIN');
          await app.query('SELECT helhed.enter($1)', [mine]);
          const [seen, foreign, own] = [
            await count(app, 'true'),
            await count(app, theirs),
            await count(backup, `${table.tenantColumn} = '${mine}'`),
          ];
          await app.query('ROLLBACK');
          if (foreign > 0) faults.push(`${table.name}: ${foreign} rows of another municipality`);
          if (seen !== own) faults.push(`${table.name}: sees ${seen} rows, has ${own}`);
          const bare = await app.query(`SELECT * FROM ${table.name} LIMIT 1`).then(
            ({ rowCount }) => rowCount ?? 0,
            () => 0,
          );
          if (bare > 0) faults.push(`${table.name} can be read by a connection that entered no municipality`);
          if (table.writable && table.tenantColumn === 'municipality')
            for (const key of await keysWithoutTenant(backup, table.name))
              faults.push(`${table.name}: ${key} does not begin with the municipality`);
        }
      }
    }),
  );
  for (const name of await ownersFunctionsOf(database.app)) faults.push(`${name} can be run as its owner`);
  return { withRows, faults };
}

/** Functions that run as their owner; the service's own role gets those only that read one value or bound what they do. */
const bounded = /^(helhed\.(incarnation|number_log|forget_log)|public\.(current_epoch|erase_look_ups))$/;

async function ownersFunctionsOf(app: string): Promise<string[]> {
  return connected(app, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT n.nspname || '.' || p.proname AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
       WHERE p.prosecdef AND has_function_privilege(p.oid, 'EXECUTE') AND n.nspname NOT IN ('pg_catalog', 'information_schema')`,
    );
    return rows.map(({ name }) => name).filter((name) => !bounded.test(name));
  });
}
