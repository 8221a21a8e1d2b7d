import type { Tx } from '@helhed/database';
import type { Content } from './chain.js';
import type { ReadRow } from './check-chain.js';

interface Row extends Omit<Content, 'at' | 'shown'> {
  readonly pos: string;
  readonly source: string;
  readonly incarnation: string;
  readonly seq: string;
  readonly drawn: boolean;
  readonly commitment: Buffer;
  readonly link: Buffer;
  readonly salt: Buffer | null;
  readonly at: Date | null;
  readonly shown: NonNullable<Content['shown']> | null;
  readonly found: boolean;
}

/** Rows of the register after a position and up to another, in order. */
export async function readRows(tx: Tx, after: number, upTo: number, most: number): Promise<ReadRow[]> {
  const rows = await tx.query<Row>(
    `SELECT pos, source, incarnation, seq, drawn, commitment, link, salt, id, at, kind, act, subjects, actor, sub, azp, unit,
       function, purposes, categories, bases, shown, refused, flags,
       NOT EXISTS (SELECT FROM unnest(l.subjects) AS u WHERE NOT EXISTS (
         SELECT FROM look_up_subject s WHERE s.municipality = helhed.tenant() AND s.subject = u AND s.pos = l.pos)) AS found
     FROM look_up l WHERE municipality = helhed.tenant() AND pos > $1 AND pos <= $2 ORDER BY pos LIMIT $3`,
    [after, upTo, most],
  );
  return rows.map(toReadRow);
}

function toReadRow(row: Row): ReadRow {
  const { pos, source, incarnation, seq, drawn, commitment, link, salt, at, shown, found, ...rest } = row;
  const content = at === null ? null : { ...rest, at: at.toISOString(), ...(shown && { shown }) };
  return { pos: Number(pos), source, incarnation, seq: Number(seq), drawn, commitment, link, salt, content, found };
}
