import type { Actor } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { lookSoon } from './due-look.js';
import type { FamilyEntry } from '../feeds/find-family-entries.js';

/** An invitation of one person of a family to a session, as somebody in a function of a unit takes it. */
export interface Invitation {
  readonly familyId: string;
  /** Null: of the family as a whole, as invitations were before each had a recipient */
  readonly recipientId: string | null;
  readonly sessionId: string;
  readonly unit: string;
  readonly function: string;
}

/** What was told last by it. */
export interface Invited {
  readonly id: string;
  readonly date: string;
  readonly startTime: string;
  readonly sequence: number;
  /** When its CANCEL was first fetched; null where it was not, or where the family was invited again since */
  readonly cancelledAt: Date | null;
}

export const invitationBy = (
  actor: Actor,
  of: Pick<Invitation, 'familyId' | 'recipientId' | 'sessionId'>,
): Invitation => ({
  ...of,
  unit: actor.unit ?? '',
  function: actor.function ?? '',
});

/**
 * It is given out: noted in the transaction of the look, and so or not at all.
 * @returns its SEQUENCE: the appointment's, and above every CANCEL that the family was sent, and every time that it was told before a move, by whichever unit
 */
export async function noteInvitation(tx: Tx, to: Invitation, entry: FamilyEntry): Promise<number> {
  const { date, startTime, version, persons } = entry;
  const [noted] = await tx.query<{ sequence: number }>(
    `INSERT INTO delivery (municipality, id, kind, family_id, session_id, unit, function, first_on, last_on, times, local_date,
       start_time, recipient_id, persons, told_version, sequence)
     VALUES (helhed.tenant(), $1, 'invitation', $2, $3, $4, $5, $6, $6, 1, $7, $8, $10, $11, $9, greatest($9::int - 1, (
       SELECT max(d.sequence + CASE WHEN d.cancelled_at IS NULL AND d.told_version >= $9 THEN 0 ELSE 1 END) FROM delivery d
       WHERE d.municipality = helhed.tenant() AND d.family_id = $2 AND d.session_id = $3)))
     ON CONFLICT (municipality, family_id, session_id, unit, function, recipient_id) DO UPDATE SET
       last_on = excluded.last_on, times = delivery.times + 1, local_date = excluded.local_date,
       start_time = excluded.start_time, sequence = excluded.sequence, told_version = excluded.told_version, cancelled_at = NULL, cancel_due_since = NULL,
       persons = ARRAY(SELECT unnest(delivery.persons) UNION SELECT unnest(excluded.persons))
     RETURNING sequence`,
    [
      newId(),
      to.familyId,
      to.sessionId,
      to.unit,
      to.function,
      tx.today,
      date,
      startTime,
      version,
      to.recipientId,
      persons,
    ],
  );
  await lookSoon(tx, to.familyId);
  return noted!.sequence;
}

/** Locked, so that two who fetch its CANCEL fetch the same. @returns undefined where it was never given out */
export async function findInvited(tx: Tx, of: Invitation): Promise<Invited | undefined> {
  const [found] = await tx.query<Invited>(
    `SELECT id, local_date::text AS date, start_time AS "startTime", sequence, cancelled_at AS "cancelledAt" FROM delivery
     WHERE municipality = helhed.tenant() AND family_id = $1 AND session_id = $2 AND unit = $3 AND function = $4
       AND recipient_id IS NOT DISTINCT FROM $5 FOR UPDATE`,
    [of.familyId, of.sessionId, of.unit, of.function, of.recipientId],
  );
  return found;
}

/** Its CANCEL is given out; fetched again it is the same. @param version of the appointment, where it is shown that it is off */
export async function noteCancel(tx: Tx, { id, ...told }: Invited, version = 0): Promise<Cancel> {
  if (told.cancelledAt) return { ...told, at: told.cancelledAt };
  const [noted] = await tx.query<{ sequence: number }>(
    `UPDATE delivery SET cancelled_at = $2, sequence = greatest($3::int, 1 + (
       SELECT max(d.sequence) FROM delivery d WHERE d.municipality = helhed.tenant()
         AND d.family_id = delivery.family_id AND d.session_id = delivery.session_id))
     WHERE municipality = helhed.tenant() AND id = $1 RETURNING sequence`,
    [id, tx.now, version - 1],
  );
  return { ...told, sequence: noted!.sequence, at: tx.now };
}

/** What a CANCEL tells: the time that was told before, and nothing of what is withheld since. */
export type Cancel = Pick<Invited, 'date' | 'startTime' | 'sequence'> & { readonly at: Date };
