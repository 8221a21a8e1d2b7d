import type { Tx } from '@helhed/database';

/** The family was given an invitation: what changes beside that, not yet committed, is found at the first look. */
export async function lookSoon(tx: Tx, familyId: string): Promise<void> {
  await tx.query(
    `INSERT INTO due_look (municipality, family_id, look_on) VALUES (helhed.tenant(), $1, $2)
     ON CONFLICT (municipality, family_id) DO UPDATE SET look_on = excluded.look_on`,
    [familyId, tx.today],
  );
}

/** The same of a family, and of those with one of the persons, where they have invitations that could be called off. */
export async function lookSoonOf(tx: Tx, familyId: string, persons: readonly string[] = []): Promise<void> {
  await tx.query(
    `UPDATE due_look SET look_on = $3 WHERE municipality = helhed.tenant() AND (family_id = $1 OR EXISTS (
       SELECT FROM enrolled_member m WHERE m.municipality = due_look.municipality AND m.family_id = due_look.family_id
         AND m.person_id = ANY ($2::uuid[])))`,
    [familyId, persons, tx.today],
  );
}

/** Puts the next look off to tomorrow. Whoever asks for one meanwhile waits for the row. @returns whether one is due */
export async function claimLook(tx: Tx, familyId: string): Promise<boolean> {
  const claimed = await tx.query(
    `UPDATE due_look SET look_on = $2::date + 1 WHERE municipality = helhed.tenant() AND family_id = $1 AND look_on <= $2
     RETURNING family_id`,
    [familyId, tx.today],
  );
  return claimed.length > 0;
}

export async function lookNoMore(tx: Tx, familyId: string): Promise<void> {
  await tx.query('DELETE FROM due_look WHERE municipality = helhed.tenant() AND family_id = $1', [familyId]);
}
