import type { Tx } from '@helhed/database';
import type { ReadModel, Row } from './read-model.js';

export const readModelColumn = (property: string): string =>
  property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

// dates and JSON as text: the driver would make instants and objects of them
const selected = ({ columns }: ReadModel): string =>
  Object.entries(columns)
    .map(
      ([property, type]) =>
        `${readModelColumn(property)}${type === 'date' || type === 'jsonb' ? '::text' : ''} AS "${property}"`,
    )
    .join(', ');

export async function findRows(
  tx: Tx,
  model: ReadModel,
  generation: number,
  ids: readonly string[],
): Promise<Map<string, Row>> {
  const rows = await tx.query<Row>(
    `SELECT ${selected(model)} FROM ${model.table}
     WHERE municipality = helhed.tenant() AND generation = $1 AND ${readModelColumn(model.id)} = ANY($2::uuid[])`,
    [generation, ids],
  );
  return new Map(rows.map((row) => [row[model.id] as string, row]));
}

/** Writes rows whole, new and known, in one statement. */
export async function saveRows(tx: Tx, model: ReadModel, generation: number, rows: readonly Row[]): Promise<void> {
  const properties = Object.keys(model.columns);
  const names = properties.map(readModelColumn);
  const arrays = properties.map((property, at) => `$${at + 2}::${model.columns[property]}[]`);
  await tx.query(
    `INSERT INTO ${model.table} (municipality, generation, ${names.join(', ')})
     SELECT helhed.tenant(), $1, u.* FROM unnest(${arrays.join(', ')}) AS u
     ON CONFLICT (municipality, generation, ${readModelColumn(model.id)}) DO UPDATE SET
       ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    [generation, ...properties.map((property) => rows.map((row) => row[property]))],
  );
}
