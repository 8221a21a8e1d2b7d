import type { Pool, PoolClient } from 'pg';

/** SQL with parameters by name (`:familyId`), prepared once for a connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly parameters: readonly string[];
}

export function statement(name: string, sql: string): Statement {
  const parameters: string[] = [];
  const text = sql.replaceAll(/(?<!:):([a-z]\w*)/gi, (_, parameter: string) => {
    if (!parameters.includes(parameter)) parameters.push(parameter);
    return `$${parameters.indexOf(parameter) + 1}`;
  });
  return { name, text, parameters };
}

type Values = Readonly<Record<string, unknown>>;

export async function rows<T>(client: PoolClient, { name, text, parameters }: Statement, values: Values): Promise<T[]> {
  const answer = await client.query({ name, text, values: parameters.map((parameter) => values[parameter]) });
  return answer.rows as T[];
}

const enter = statement('enter', 'SELECT helhed.enter(:municipality) AS now');

/** BEGIN and the tenant. Sent in one go with what is read next: the connection pipelines. @returns the municipality's time */
export async function begin(client: PoolClient, municipality: string): Promise<Date> {
  const begun = client.query('BEGIN');
  const [[entered]] = await Promise.all([rows<{ now: Date }>(client, enter, { municipality }), begun]);
  return (entered as { now: Date }).now;
}

/** The one statement that writes, and COMMIT, in one round trip. */
export async function writeAndCommit(client: PoolClient, write: Statement, values: Values): Promise<void> {
  const [, end] = await Promise.all([rows(client, write, values), client.query('COMMIT')]);
  if (end.command !== 'COMMIT') throw new Error('not committed');
}

export async function withClient<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    return await work(client);
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
