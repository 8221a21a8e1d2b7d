import type { Text } from '@helhed/kernel';
import type { AskedParts, Figures } from '../figure.js';
import { byAbsence, untold } from '../parts.js';
import { scope, within, type Selection } from '../selection.js';

/** What somebody noted of each family, at sessions that were held. */
const sheets = `attendance a
  WHERE ${scope} AND ${within('held_on')} AND EXISTS (SELECT FROM held_session h
    WHERE h.municipality = a.municipality AND h.generation = a.generation AND h.programme = $2
      AND h.kind IN ('session', 'theme-evening') AND ${within('h.held_on')} AND h.session_id = a.session_id)`;

/** Each session of which somebody noted who came: persons summed over its families. */
const noted = (counted: string) => `(
  SELECT session_id, max(held_on) AS held_on, sum(${counted})::int AS persons FROM ${sheets} GROUP BY session_id) AS noted`;

/** A session is no family's, so nobody's row is in it; and of a family no row says who came. */
const sessions = (counted: string): Selection => ({
  from: noted(counted),
  where: 'persons > 0',
  id: 'session_id',
  family: 'NULL::uuid',
  on: 'held_on',
  count: 'persons',
});

/** The reasons that scheduling has answered, and what is left over where it has not. */
const reasons: AskedParts = {
  families: {
    from: `(SELECT family_id, min(held_on) AS held_on FROM ${sheets} AND absent > 0 GROUP BY family_id) AS family_away`,
    where: 'true',
    id: 'family_id',
    family: 'family_id',
    on: 'held_on',
    // of what was counted before it was kept whose it is, nobody can say whom it bars
    count: '(family_id IS NOT NULL)::int',
  },
  parts: `SELECT reason AS part, away AS count FROM ${noted('absent')} LEFT JOIN LATERAL (
      SELECT s.reasons FROM session_absence s WHERE s.municipality = $1 AND s.session_id = noted.session_id) AS told ON true
    CROSS JOIN LATERAL (
      SELECT key AS reason, value::int AS away FROM jsonb_each_text(told.reasons)
      UNION ALL
      SELECT '${untold.code}', persons - coalesce((SELECT sum(value::int) FROM jsonb_each_text(told.reasons)), 0)::int) AS apart`,
  things: `SELECT session_id FROM ${noted('absent')} WHERE persons > 0`,
};

const denominator: Text = {
  da: 'Personer, som nogen har noteret kom eller var fraværende, ved gange og temaaftner holdt i perioden.',
  en: 'Persons noted as having come or been away, at sessions and theme evenings held in the period.',
};

export const attendance: Figures<'attendance-expected' | 'attendance-came' | 'attendance-away'> = {
  'attendance-expected': {
    version: 1,
    name: { da: 'Fremmøde: ventet', en: 'Attendance: expected' },
    definition: {
      da: 'Personer, der skulle komme, og som nogen har noteret kom eller var fraværende, ved gange og temaaftner holdt i perioden; en person tæller ved hver gang.',
      en: 'Persons who were to come and were noted as having come or been away, at sessions and theme evenings held in the period; a person counts at each.',
    },
    unit: 'attendances',
    denominator: null,
    rows: sessions('present + absent'),
  },
  'attendance-came': {
    version: 1,
    name: { da: 'Fremmøde: kom', en: 'Attendance: came' },
    definition: {
      da: 'Personer, der kom, ved gange og temaaftner holdt i perioden; en person tæller ved hver gang.',
      en: 'Persons who came, at sessions and theme evenings held in the period; a person counts at each.',
    },
    unit: 'attendances',
    denominator,
    rows: sessions('present'),
    over: (counts) => counts.total('attendance-expected'),
  },
  'attendance-away': {
    version: 1,
    name: { da: 'Fremmøde: fraværende', en: 'Attendance: away' },
    definition: {
      da: 'Personer, der ikke kom, ved gange og temaaftner holdt i perioden; en person tæller ved hver gang; også delt op efter grund.',
      en: 'Persons who did not come, at sessions and theme evenings held in the period; a person counts at each; also by reason.',
    },
    unit: 'attendances',
    denominator,
    rows: sessions('absent'),
    over: (counts) => counts.total('attendance-expected'),
    asked: reasons,
    parts: byAbsence,
  },
};
