import type { Tx } from '@helhed/database';

/**
 * Numbers the unit's changes that are committed and have no number yet, without a gap. What commits later is numbered
 * later, so whoever has read up to a number has missed nothing below it. Two who number wait for each other, and the
 * second, whose statement begins behind the lock, finds what is left. Rolled back, no number is used up.
 */
export async function numberChanges(tx: Tx, unit: string): Promise<void> {
  const [found] = await tx.query<{ waiting: boolean }>(
    `SELECT EXISTS (SELECT FROM helhed.unit_change
       WHERE municipality = helhed.tenant() AND unit = $1 AND number IS NULL) AS waiting`,
    [unit],
  );
  if (found?.waiting !== true) return;
  await Promise.all([lockFeed(tx, unit), tx.query(number, [unit])]);
}

/** Whoever has it is alone in numbering the unit's changes, and in whatever else is counted for the unit. */
export async function lockFeed(tx: Tx, unit: string): Promise<void> {
  await tx.query(lock, [unit]);
}

const lock = `
  INSERT INTO helhed.unit_feed AS f (municipality, unit, last_number) VALUES (helhed.tenant(), $1, 0)
  ON CONFLICT (municipality, unit) DO UPDATE SET last_number = f.last_number`;

const number = `
  WITH waiting AS (
    SELECT c.ordinal, f.last_number + row_number() OVER (ORDER BY c.ordinal) AS number
    FROM helhed.unit_change c JOIN helhed.unit_feed f USING (municipality, unit)
    WHERE c.municipality = helhed.tenant() AND c.unit = $1 AND c.number IS NULL
  ), numbered AS (
    UPDATE helhed.unit_change c SET number = waiting.number FROM waiting
    WHERE c.municipality = helhed.tenant() AND c.ordinal = waiting.ordinal RETURNING c.number
  )
  UPDATE helhed.unit_feed SET last_number = greatest(last_number, (SELECT max(n.number) FROM numbered n))
  WHERE municipality = helhed.tenant() AND unit = $1`;
