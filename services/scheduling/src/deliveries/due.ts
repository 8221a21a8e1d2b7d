import { CancelDue } from '@helhed/contracts';
import type { Tx } from '@helhed/database';

interface Became {
  readonly id: string;
  readonly familyId: string;
}

/** An invitation that is to be called off is marked, and told of once, by family: somebody has to send its CANCEL. */
export async function markDue(tx: Tx, deliveries: readonly string[]): Promise<void> {
  await tell(tx, 'id = ANY ($2::uuid[])', deliveries);
}

/** The same of all invitations to a session that is off. */
export async function markSessionOff(tx: Tx, sessionId: string): Promise<void> {
  await tell(tx, 'session_id = $2', sessionId);
}

async function tell(tx: Tx, which: string, value: unknown): Promise<void> {
  const became = await tx.query<Became>(
    `UPDATE delivery SET cancel_due_since = $1 WHERE municipality = helhed.tenant() AND ${which}
       AND kind = 'invitation' AND cancelled_at IS NULL AND cancel_due_since IS NULL
     RETURNING id, family_id AS "familyId"`,
    [tx.now, value],
  );
  for (const [familyId, theirs] of Map.groupBy(became, (each) => each.familyId)) {
    tx.emit(CancelDue, { familyId, deliveries: theirs.map(({ id }) => id).toSorted(), dueOn: tx.today });
    tx.log({ kind: 'command', act: 'delivery.mark-due', subjects: [familyId] });
  }
}
