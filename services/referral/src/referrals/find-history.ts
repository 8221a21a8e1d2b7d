import type { Tx } from '@helhed/database';
import type { StepView } from './referrals.dto.js';
import { stepPlace } from './save-step.js';

type Row = Omit<StepView, 'at' | 'reason'> & { at: Date; reason: Buffer | null };

/** Every step of a referral, first to last. */
export async function findHistory(tx: Tx, referralId: string): Promise<StepView[]> {
  const rows = await tx.query<Row>(
    `SELECT number, at, command, state, next_owner AS "nextOwner", reason_code AS "reasonCode", reason, unit, function
     FROM referral_step WHERE municipality = helhed.tenant() AND referral_id = $1 ORDER BY number`,
    [referralId],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString(), reason: readReason(tx, referralId, row) }));
}

const readReason = ({ personalData, municipality }: Tx, id: string, { number, reason }: Row): string | null =>
  reason && personalData.decrypt(municipality, stepPlace(id, number), reason);
