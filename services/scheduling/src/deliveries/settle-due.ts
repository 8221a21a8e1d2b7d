import { Looks, type Actor, type Look } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { claimLook, lookNoMore } from './due-look.js';
import { markDue } from './due.js';
import { stillInvitedAsHeard } from './still-invited.js';

interface Open {
  readonly id: string;
  readonly sessionId: string;
  readonly unit: string;
  readonly function: string;
  readonly recipientId: string | null;
}

/** Finds out which invitations of a family are to be called off, by what is known now. It shows nothing. */
@Injectable()
export class SettleDue {
  constructor(private readonly looks: Looks) {}

  /** @returns false where another instance was first */
  async run(tx: Tx, familyId: string): Promise<boolean> {
    if (!(await claimLook(tx, familyId))) return false;
    const open = await tx.query<Open>(
      `SELECT id, session_id AS "sessionId", unit, function, recipient_id AS "recipientId" FROM delivery
       WHERE municipality = helhed.tenant() AND family_id = $1 AND kind = 'invitation' AND cancelled_at IS NULL
         AND NOT ${isOver('$2')} ORDER BY id FOR UPDATE`,
      [familyId, tx.now],
    );
    if (open.length === 0) await lookNoMore(tx, familyId);
    const look = await this.looks.within(tx, asItself(tx), acts.readInvitation);
    const due = await dueOf(look, familyId, open);
    await tx.query(
      `UPDATE delivery SET cancel_due_since = NULL WHERE municipality = helhed.tenant() AND id = ANY ($1::uuid[])
         AND id <> ALL ($2::uuid[]) AND cancel_due_since IS NOT NULL`,
      [open.map(({ id }) => id), due],
    );
    await markDue(tx, due);
    return true;
  }
}

/** What the family had come to, or could have, when its referral was closed: there is nothing to call off. */
const isOver = (now: string): string => `EXISTS (SELECT FROM appointment a
  JOIN family_group g ON g.municipality = a.municipality AND g.course_id = a.course_id
  JOIN seat s ON s.municipality = g.municipality AND s.group_id = g.id AND s.family_id = delivery.family_id
  WHERE a.municipality = delivery.municipality AND a.id = delivery.session_id AND a.starts_at <= ${now}::timestamptz
    AND a.cancelled_at IS NULL AND a.starts_at <= s.ended_at)`;

/** Decided once for each function and recipient. */
async function dueOf(look: Look, familyId: string, open: readonly Open[]): Promise<string[]> {
  const due: string[] = [];
  for (const alike of Map.groupBy(open, (each) => `${each.unit} ${each.function} ${each.recipientId}`).values()) {
    const [{ unit, function: name, recipientId }] = alike as [Open];
    const still = await stillInvitedAsHeard(look, { unit, function: name }, { familyId, recipientId });
    due.push(...alike.filter(({ sessionId }) => !still.has(sessionId)).map(({ id }) => id));
  }
  return due;
}

const asItself = ({ municipality }: Tx): Actor => ({
  kind: 'service',
  municipality,
  issuer: 'helhed',
  sub: 'scheduling',
  azp: 'scheduling',
  functions: [],
});
