/**
 * What is counted: rows of a read model whose date lies in a period, `$3` and `$4` its first and last day. The counts and
 * the lists of rows behind them are both made from it, so that they cannot differ.
 */
export interface Selection {
  readonly from: string;
  readonly where: string;
  /** The row's own id. */
  readonly id: string;
  readonly family: string;
  /** The day on which it counts. */
  readonly on: string;
  /** How many it counts: one, unless said. */
  readonly count?: string;
  /** What it is counted apart by: a reason, or the days that the family waited. */
  readonly part?: string;
}

export const scope = 'municipality = $1 AND generation = (SELECT current_generation()) AND programme = $2';
export const within = (on: string): string => `${on} BETWEEN $3::date AND $4::date`;

/** Rows of referrals' journeys that count on a date of theirs. */
export const journey = (on: string, part?: string, where = within(on)): Selection => ({
  from: 'journey',
  where: `${scope} AND ${where}`,
  id: 'referral_id',
  family: 'family_id',
  on,
  part,
});
