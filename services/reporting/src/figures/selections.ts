/**
 * What is counted: rows of a read model whose date lies in a period, `$3` and `$4` its first and last day. The counts and
 * the lists of rows behind them are both made from this table, so that they cannot differ.
 */
export interface Selection {
  readonly from: string;
  readonly where: string;
  /** The row's own id. */
  readonly id: string;
  readonly family: string;
  /** The day on which it counts. */
  readonly on: string;
  /** What it is counted apart by: a reason, or the days that the family waited. */
  readonly part?: string;
}

const scope = 'municipality = $1 AND generation = (SELECT current_generation()) AND programme = $2';

const journey = (on: string, part?: string, where = `${on} BETWEEN $3::date AND $4::date`): Selection => ({
  from: 'journey',
  where: `${scope} AND ${where}`,
  id: 'referral_id',
  family: 'family_id',
  on,
  part,
});

const heldSession = (kind: 'session' | 'theme-evening'): Selection => ({
  from: 'held_session',
  where: `${scope} AND kind = '${kind}' AND held_on BETWEEN $3::date AND $4::date`,
  id: 'session_id',
  family: 'NULL::uuid',
  on: 'held_on',
});

export const selections = {
  referred: journey('received_on'),
  accepted: journey('accepted_on'),
  declined: journey('declined_on', 'decline_reason'),
  withdrawn: journey('withdrawn_on', 'withdraw_reason'),
  waiting: journey(
    'waiting_since',
    undefined,
    'waiting_since <= $4::date AND (waiting_ended_on IS NULL OR waiting_ended_on > $4::date)',
  ),
  'places-assigned': journey('assigned_on', 'waiting_days'),
  // a family that was enrolled twice in the period is one family, on the first day
  'families-enrolled': {
    from: `(SELECT DISTINCT ON (family_id) family_id, enrolled_on, enrolment_id FROM enrolment
            WHERE ${scope} AND enrolled_on BETWEEN $3::date AND $4::date
            ORDER BY family_id, enrolled_on, enrolment_id) AS first_enrolment`,
    where: 'true',
    id: 'enrolment_id',
    family: 'family_id',
    on: 'enrolled_on',
  },
  'sessions-held': heldSession('session'),
  'theme-evenings-held': heldSession('theme-evening'),
} satisfies Record<string, Selection>;

export type SelectionName = keyof typeof selections;
