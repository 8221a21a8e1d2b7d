import type { Text } from '@helhed/kernel';
import type { Counts } from '../counts.js';
import type { Figures } from '../figure.js';
import { byReason } from '../parts.js';
import { journey, scope, within } from '../selection.js';
import { countsAsCompleted } from './completed.js';

/** A referral ends by being closed or, where the family had been taken in, by being withdrawn: one of the two, once. */
const ended = '(CASE WHEN closed_on IS NULL THEN withdrawn_on ELSE closed_on END)';
// who left while waiting for a place had not come in
const takenIn =
  '(closed_on IS NOT NULL OR accepted_on IS NOT NULL AND (waiting_since IS NULL OR assigned_on IS NOT NULL))';
const denominator: Text = {
  da: 'Forløb afsluttet i perioden: gennemført eller afbrudt.',
  en: 'Courses that ended in the period: completed or dropped.',
};
const over = (counts: Counts): number => counts.total('completed') + counts.total('dropped');

export const courses: Figures<'started' | 'completed' | 'dropped'> = {
  started: {
    version: 1,
    name: { da: 'Begyndt', en: 'Started' },
    definition: {
      da: 'Familier, hvis første gang i en gruppe blev holdt i perioden, hver talt én gang.',
      en: 'Families whose first session in a group was held in the period, each counted once.',
    },
    unit: 'families',
    denominator: null,
    // a family that began in two groups is one family, on the first day
    rows: {
      from: `(SELECT DISTINCT ON (family_id) family_id, started_on, course_id FROM course
              WHERE ${scope} AND ${within('started_on')} ORDER BY family_id, started_on, course_id) AS first_course`,
      where: 'true',
      id: 'course_id',
      family: 'family_id',
      on: 'started_on',
    },
  },
  completed: {
    version: 2,
    name: { da: 'Gennemført', en: 'Completed' },
    definition: {
      da: 'Indstillinger afsluttet i perioden med et udfald, der tæller som gennemført i den version af indsatsens definition, som de kom ind under; er det ikke skrevet dér, så med udfaldet »completed« eller »course-completed«.',
      en: 'Referrals closed in the period with an outcome that counts as completed by the version of the programme’s definition that they came in under; where it does not say so, with the outcome “completed” or “course-completed”.',
    },
    unit: 'referrals',
    denominator,
    rows: journey(ended, undefined, `${within(ended)} AND ${countsAsCompleted}`),
    over,
  },
  dropped: {
    version: 2,
    name: { da: 'Afbrudt', en: 'Dropped' },
    definition: {
      da: 'Indstillinger afsluttet i perioden med et udfald, der ikke tæller som gennemført, eller trukket tilbage, efter at familien var kommet med (den, der trak sig, mens den ventede på en plads, var ikke); også delt op efter grund.',
      en: 'Referrals closed in the period with an outcome that does not count as completed, or withdrawn after the family had come in (one that left while waiting for a place had not); also by reason.',
    },
    unit: 'referrals',
    denominator,
    rows: journey(
      ended,
      'coalesce(outcome, withdraw_reason)',
      `${within(ended)} AND (${countsAsCompleted}) IS NOT TRUE AND ${takenIn}`,
    ),
    over,
    parts: byReason,
  },
};
