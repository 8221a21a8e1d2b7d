import type { Tx } from '@helhed/database';
import type { StepView } from './referrals.dto.js';
import { stepPlace } from './save-step.js';

/** A step as the statement that reads the referral gives it: its reason encrypted, in base64. */
export type HistoryRow = StepView;

/** SQL over `r`: every step of the referral, first to last. */
export const historyColumn = `
  (SELECT jsonb_agg(jsonb_build_object('number', s.number, 'at', s.at, 'command', s.command, 'state', s.state,
      'nextOwner', s.next_owner, 'reasonCode', s.reason_code, 'reason', encode(s.reason, 'base64'), 'unit', s.unit,
      'function', s.function) ORDER BY s.number)
    FROM referral_step s WHERE s.municipality = r.municipality AND s.referral_id = r.id)`;

export const toHistory = (tx: Tx, referralId: string, rows: readonly HistoryRow[]): StepView[] =>
  rows.map((row) => ({
    ...row,
    at: new Date(row.at).toISOString(),
    reason: row.reason === null ? null : readReason(tx, referralId, row.number, row.reason),
  }));

const readReason = ({ personalData, municipality }: Tx, id: string, number: number, base64: string): string =>
  personalData.decrypt(municipality, stepPlace(id, number), Buffer.from(base64, 'base64'));
