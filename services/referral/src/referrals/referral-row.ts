import type { IntakePerson } from '../intake/mint-intake.js';
import { historyColumn, type HistoryRow } from './history.js';
import type { Facts, ParentsPart } from './referral.js';
import { summaryColumns, type Summarised } from './referrals.dto.js';

export type OutcomeRow = Summarised & {
  readonly place: { placeId: string; groupId: string; startsOn: string } | null;
};

/** SQL over `r` of what the outcome is made from. */
export const outcomeColumns = {
  ...summaryColumns,
  place: `(SELECT jsonb_build_object('placeId', p.id, 'groupId', p.group_id, 'startsOn', p.starts_on)
    FROM place p WHERE p.municipality = r.municipality AND p.referral_id = r.id)`,
};

export type ReferralRow = OutcomeRow & {
  readonly reason: Buffer;
  readonly stated: Facts;
  readonly parentsPart: readonly ParentsPart[];
  readonly persons: readonly IntakePerson[];
  readonly enrolment: { id: string; enrolledOn: string } | null;
  readonly history: readonly HistoryRow[];
};

/** SQL over `r` of all of it. */
export const referralColumns = {
  ...outcomeColumns,
  reason: 'r.reason',
  stated: 'r.facts',
  parentsPart: 'r.parents_part',
  persons: '(SELECT i.members FROM intake i WHERE i.municipality = r.municipality AND i.referral_id = r.id)',
  enrolment: `CASE WHEN r.enrolled_on IS NOT NULL
    THEN jsonb_build_object('id', r.enrolment_id, 'enrolledOn', r.enrolled_on) END`,
  history: historyColumn,
};
