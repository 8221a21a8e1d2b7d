import { readFileSync } from 'node:fs';
import pg from 'pg';

/**
 * Reads a script of deploy/postgres and puts in its variables as psql does: `:"name"` as an identifier,
 * `:'name'` as a literal. So psql in a container and the native start run the very same file.
 */
export function psqlScript(file: string, variables: Readonly<Record<string, string>>): string {
  const text = readFileSync(new URL(`../../../postgres/${file}`, import.meta.url), 'utf8');
  return text.replace(/(?<!:):(["'])(\w+)\1/g, (_match, quote: string, name: string) => {
    const value = variables[name];
    if (value === undefined) throw new Error(`${file}: variable ${name} is not set`);
    return quote === '"' ? pg.escapeIdentifier(value) : pg.escapeLiteral(value);
  });
}

/** Runs work with one connection and closes it, also when the work fails. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
