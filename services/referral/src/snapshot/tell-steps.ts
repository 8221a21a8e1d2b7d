import {
  PlaceAssigned,
  ReferralAccepted,
  ReferralClosed,
  ReferralDeclined,
  ReferralReceived,
  ReferralWaiting,
  ReferralWithdrawn,
  tell,
  TriageStarted,
  type Told,
} from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { localDate } from '@helhed/kernel';
import type { Referral } from '../referrals/referral.js';
import type { Step } from '../referrals/save-step.js';
import type { State } from '../referrals/transitions.js';

export interface PastStep {
  /** Also the version that it made. */
  readonly number: number;
  readonly command: Step['command'];
  readonly state: State;
  readonly at: Date;
  readonly reasonCode: string | null;
  readonly placeId: string | null;
  readonly groupId: string | null;
}

export const findSteps = (tx: Tx, { id }: Referral): Promise<PastStep[]> =>
  tx.query<PastStep>(
    `SELECT s.number, s.command, s.state, s.at, s.reason_code AS "reasonCode", s.place_id AS "placeId", p.group_id AS "groupId"
     FROM referral_step s LEFT JOIN place p ON p.municipality = s.municipality AND p.id = s.place_id
     WHERE s.municipality = helhed.tenant() AND s.referral_id = $1 ORDER BY s.number`,
    [id],
  );

/** The events that a step left, in their order; of holds and amendments nobody is told. */
export function tellStep(referral: Referral, step: PastStep): Told[] {
  const { number: version, command, state, at, reasonCode, placeId, groupId } = step;
  const { id: referralId, familyId, programme } = referral;
  const named = { referralId, familyId, programme };
  const on = localDate(at);
  const place = placeId && groupId ? [tell(PlaceAssigned, { ...named, placeId, groupId, assignedOn: on })] : [];
  // the place was given back: it may be another family's by now
  const placed = referral.state === 'withdrawn' ? place.map((told) => ({ ...told, past: true as const })) : place;
  switch (command) {
    case 'receive':
      return [tell(ReferralReceived, { ...referral.received(), version })];
    case 'start-triage':
      return [tell(TriageStarted, { ...named, startedOn: on, unit: referral.triageUnit as string })];
    case 'accept': {
      const waits = state === 'waiting' ? [tell(ReferralWaiting, { ...named, since: on })] : placed;
      return [tell(ReferralAccepted, { ...named, acceptedOn: on }), ...waits];
    }
    case 'assign-place':
      return placed;
    case 'decline':
      return [tell(ReferralDeclined, { ...named, declinedOn: on, reasonCode: reasonCode as string })];
    case 'withdraw':
      return [tell(ReferralWithdrawn, { ...named, withdrawnOn: on, reasonCode: reasonCode as string })];
    case 'close':
      return [tell(ReferralClosed, { ...named, closedOn: on, outcome: reasonCode as string })];
    case 'amend':
    case 'hold':
    case 'resume':
      return [];
  }
}
