import type { Tx } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import type { Deferral } from './look-ups.dto.js';

/** A deferral as it is kept: of no family it is of the whole look, as each was before a look's families were told apart. */
export interface Kept extends Deferral {
  /** Who asked for what is to be confirmed, or was last. */
  readonly by: string;
}

const columns = '(municipality, look_up_id, family_id, reason, until, deferred_by, deferred_at)';

/** What was asked for first stays. @param values look, family, reason, day, who and when */
export const insertDeferral = (tx: Tx, values: unknown[]): Promise<unknown> =>
  tx.query(
    `INSERT INTO look_up_deferral ${columns}
     SELECT helhed.tenant(), $1, $2, $3, $4, $5, $6 WHERE NOT EXISTS (SELECT FROM look_up_deferral
       WHERE municipality = helhed.tenant() AND look_up_id = $1::uuid AND family_id IS NULL)
     ON CONFLICT DO NOTHING`,
    values,
  );

export const insertAnew = (tx: Tx, values: unknown[]): Promise<unknown> =>
  tx.query(
    `INSERT INTO look_up_deferral_anew ${columns} VALUES (helhed.tenant(), $1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
    values,
  );

/** Locks it first: what was asked for anew is read as it then is. @throws DomainError `not-found` */
export async function getDeferral(tx: Tx, { id, familyId }: Pick<Kept, 'id' | 'familyId'>): Promise<Kept> {
  const [first] = await tx.query<Omit<Kept, 'id' | 'anew'>>(
    `SELECT family_id AS "familyId", until::text, confirmed_by IS NOT NULL AS confirmed, deferred_by AS by
     FROM look_up_deferral
     WHERE municipality = helhed.tenant() AND look_up_id = $1 AND (family_id IS NULL OR family_id = $2)
     ORDER BY family_id NULLS FIRST LIMIT 1 FOR UPDATE`,
    [id, familyId],
  );
  if (!first) throw notFound(aLook);
  const [last] = await tx.query<Pick<Kept, 'anew' | 'by'>>(
    `SELECT CASE WHEN confirmed_by IS NULL THEN until END::text AS anew, deferred_by AS by FROM look_up_deferral_anew
     WHERE ${kept} ORDER BY until DESC LIMIT 1`,
    [id, first.familyId],
  );
  return { id, ...first, anew: null, ...last };
}

/** By a second person: the later day is the deferral's own from then on. */
export async function confirmKept(
  tx: Tx,
  { id, familyId, until, anew, confirmed, by }: Kept,
  who: string,
): Promise<Kept> {
  if (!confirmed) await tx.query(confirmIn('look_up_deferral'), [id, familyId, who, tx.now]);
  if (anew !== null) {
    await tx.query(confirmIn('look_up_deferral_anew'), [id, familyId, who, tx.now]);
    await tx.query(`UPDATE look_up_deferral SET until = $3 WHERE ${kept}`, [id, familyId, anew]);
  }
  return { id, familyId, by, until: anew ?? until, confirmed: true, anew: null };
}

const kept = 'municipality = helhed.tenant() AND look_up_id = $1 AND family_id IS NOT DISTINCT FROM $2::uuid';

const confirmIn = (table: string): string =>
  `UPDATE ${table} SET confirmed_by = $3, confirmed_at = $4 WHERE ${kept} AND confirmed_by IS NULL`;

export const aLook = { da: 'Opslaget', en: 'The look' };
