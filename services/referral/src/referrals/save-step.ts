import type { Tx } from '@helhed/database';
import { requestContext } from '@helhed/telemetry';
import { noteStep } from '../changes/note-step.js';
import type { Referral } from './referral.js';
import type { Command } from './transitions.js';

/** What a command leaves in a referral's history beside the new state. */
export interface Step {
  readonly command: Command | 'receive';
  readonly reasonCode?: string;
  /** In words; kept encrypted. */
  readonly reason?: string;
  /** The place that the step gave. */
  readonly placeId?: string | undefined;
}

export const stepPlace = (referralId: string, number: number): string => `referral_step.reason:${referralId}:${number}`;

/** $1 is the referral's id; the history's number is the version that the step made. */
export const stepSql = `
  INSERT INTO referral_step (municipality, referral_id, number, at, command, state, next_owner, reason_code, reason, unit, function, place_id)
  VALUES (helhed.tenant(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

export function stepValues({ municipality, now, personalData }: Tx, referral: Referral, step: Step): unknown[] {
  const { id, version, state, nextOwner } = referral;
  const { unit, function: name } = requestContext.getStore()?.actor ?? {};
  const reason = step.reason && personalData.encrypt(municipality, stepPlace(id, version), step.reason);
  return [id, version, now, step.command, state, nextOwner, step.reasonCode, reason, unit, name, step.placeId];
}

/** Writes what an entity's method has changed, together with its line in the history, and notes it for the sender's system. */
export async function saveStep(tx: Tx, referral: Referral, step: Step): Promise<void> {
  const { since, outcome, facts, reason, triageUnit, sentVersion } = referral;
  const values = stepValues(tx, referral, step);
  const saved = tx.query(
    `WITH changed AS (
       UPDATE referral SET version = $2, state = $5, next_owner = $6, since = $12, outcome = $13, facts = $14,
         reason = $15, triage_unit = $16, sent_version = $17
       WHERE municipality = helhed.tenant() AND id = $1)
     ${stepSql}`,
    [...values, since, outcome, JSON.stringify(facts), reason, triageUnit, sentVersion],
  );
  await Promise.all([saved, noteStep(tx, referral, step.command)]);
}
