import type { LookUpBatch } from '@helhed/access';
import type { LookUp } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { getGroundRules, valueOn } from '@helhed/programmes';
import { commitTo, firstLink, linkOf, newSalt } from './chain.js';

/**
 * Appends a source's rows to the municipality's chain. The head's row is locked until the transaction ends, so that two
 * instances take turns. What is there already (a source told it twice) is passed over.
 */
export async function appendLookUps(tx: Tx, source: string, { incarnation, from, rows }: LookUpBatch): Promise<void> {
  const share = valueOn(getGroundRules().samples.share, tx.today);
  const flags = await flagsOf(tx, rows);
  const head = await lockHead(tx);
  const known = await knownIds(tx, rows);
  let { pos, link: before } = head;
  const chained = rows.flatMap((row, at) => {
    if (known.has(row.id)) return [];
    const content = { ...row, at: new Date(row.at).toISOString(), flags: flags.get(row.id) ?? [] };
    const salt = newSalt();
    const commitment = commitTo(salt, content);
    const drawn = row.refused || content.flags.length > 0 || isDrawn(commitment, share);
    const place = { pos: ++pos, source, incarnation, seq: from + at, drawn };
    const link = linkOf(before, place, commitment);
    before = link;
    return [{ ...content, ...place, ...hex({ salt, commitment, link }) }];
  });
  if (chained.length === 0) return;
  await Promise.all([
    tx.query(insert, [JSON.stringify(chained)]),
    tx.query('UPDATE look_up_head SET pos = $1, link = $2 WHERE municipality = helhed.tenant()', [pos, before]),
  ]);
}

/**
 * Whether a row is in the random sample: its commitment, read as a fraction, is below the share. It is made with a random
 * salt, so nobody can tell before; and it stays, so everybody can tell again afterwards.
 */
export const isDrawn = (commitment: Buffer, share: number): boolean => commitment.readUInt32BE(0) < share * 2 ** 32;

async function lockHead(tx: Tx): Promise<{ pos: number; link: Buffer }> {
  const locked = () =>
    tx.query<{ pos: string; link: Buffer }>(
      'SELECT pos, link FROM look_up_head WHERE municipality = helhed.tenant() FOR UPDATE',
    );
  let [head] = await locked();
  if (!head) {
    await tx.query(
      'INSERT INTO look_up_head (municipality, pos, link) VALUES (helhed.tenant(), 0, $1) ON CONFLICT DO NOTHING',
      [firstLink(tx.municipality)],
    );
    [head] = await locked();
  }
  const { pos, link } = head as { pos: string; link: Buffer };
  return { pos: Number(pos), link };
}

async function knownIds(tx: Tx, rows: readonly LookUp[]): Promise<Set<string>> {
  const found = await tx.query<{ id: string }>(
    'SELECT id FROM look_up WHERE municipality = helhed.tenant() AND id = ANY($1)',
    [rows.map(({ id }) => id)],
  );
  return new Set(found.map(({ id }) => id));
}

async function flagsOf(tx: Tx, rows: readonly LookUp[]): Promise<Map<string, string[]>> {
  const found = await tx.query<{ id: string; flags: string[] }>(
    `SELECT id, look_up_flags(sub, unit, subjects, (at AT TIME ZONE 'Europe/Copenhagen')::date) AS flags
     FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, sub text, unit text, subjects uuid[], at timestamptz, actor text)
     WHERE actor = 'person'`,
    [JSON.stringify(rows)],
  );
  return new Map(found.map(({ id, flags }) => [id, flags]));
}

const hex = (bytes: Record<'salt' | 'commitment' | 'link', Buffer>) =>
  Object.fromEntries(Object.entries(bytes).map(([name, value]) => [name, value.toString('hex')]));

const insert = `
  WITH row AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS r(pos bigint, id uuid, source text, incarnation uuid, seq bigint,
      commitment text, link text, drawn boolean, salt text, at timestamptz, kind text, act text, subjects uuid[], actor text,
      sub text, azp text, unit text, function text, purposes text[], categories text[], bases text[], shown jsonb,
      refused boolean, flags text[])
  ), appended AS (
    INSERT INTO look_up (municipality, pos, id, source, incarnation, seq, commitment, link, drawn, salt, at, kind, act, subjects,
      actor, sub, azp, unit, function, purposes, categories, bases, shown, refused, flags)
    SELECT helhed.tenant(), pos, id, source, incarnation, seq, decode(commitment, 'hex'), decode(link, 'hex'), drawn,
      decode(salt, 'hex'), at, kind, act, subjects, actor, sub, azp, unit, function, purposes, categories, bases, shown, refused,
      flags
    FROM row
  )
  INSERT INTO look_up_subject (municipality, subject, pos)
  SELECT DISTINCT helhed.tenant(), s, pos FROM row, unnest(subjects) AS s`;
