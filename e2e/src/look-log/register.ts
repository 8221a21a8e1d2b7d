import { Client } from 'pg';
import { eventually } from '../story/api.js';
import type { TestPlatform } from '@helhed/testing';
import { contexts } from '@helhed/contracts';
import type { LoggedLook } from './faults-of-log.js';

/** A row with what the family's own view tells by. */
export interface RegisterRow extends LoggedLook {
  readonly pos: number;
  readonly id: string;
  readonly source: string;
}

/** Asks a database as its owner, past row level security of one municipality. */
export async function asOwner<T extends object>(
  url: string,
  municipality: string,
  sql: string,
  values: unknown[] = [],
): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT helhed.enter($1)', [municipality]);
    const { rows } = await client.query<T>(sql, values);
    await client.query('COMMIT');
    return rows;
  } finally {
    await client.end();
  }
}

/** Waits until each row of every service's own log is in consent's register. @returns the municipality's rows, in order */
export async function shipped({ databases }: TestPlatform, municipality: string): Promise<RegisterRow[]> {
  const ids = async (url: string, sql: string) =>
    (await asOwner<{ id: string }>(url, municipality, sql)).map(({ id }) => id);
  await eventually(
    'every look in the register',
    async () => {
      const there = new Set(await ids(databases.consent.owner, 'SELECT id FROM look_up'));
      const own = await Promise.all(
        contexts.map((service) =>
          ids(databases[service].owner, 'SELECT look_up_id AS id FROM helhed.access_log WHERE look_up_id IS NOT NULL'),
        ),
      );
      return own.flat().filter((id) => !there.has(id));
    },
    (missing) => missing.length === 0,
  );
  return asOwner<RegisterRow>(
    databases.consent.owner,
    municipality,
    `SELECT pos::int, id, kind, source, act, actor, sub, unit, function, subjects, refused FROM look_up ORDER BY pos`,
  );
}
