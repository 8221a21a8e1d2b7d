import type { FigureCode } from '@helhed/contracts';
import { attendance } from './counted/attendance.js';
import { conversations } from './counted/conversations.js';
import { courses } from './counted/courses.js';
import { enrolments } from './counted/enrolments.js';
import { goals } from './counted/goals.js';
import { referrals } from './counted/referrals.js';
import { sessions } from './counted/sessions.js';
import { waiting } from './counted/waiting.js';
import type { Figures } from './figure.js';
import type { Selection } from './selection.js';

/** Every figure that a programme's definition may list. */
export const figures: Figures<FigureCode> = {
  ...referrals,
  ...waiting,
  ...enrolments,
  ...courses,
  ...sessions,
  ...attendance,
  ...conversations,
  ...goals,
};

/** The rows behind a figure. */
export function rowsOf(code: FigureCode): Selection {
  const { rows } = figures[code];
  return typeof rows === 'string' ? rowsOf(rows) : rows;
}

type Named = readonly (readonly [string, Selection])[];

/** Whatever is counted, each once. */
export const selections: Named = Object.entries(figures).flatMap(([code, { rows }]) =>
  typeof rows === 'string' ? [] : [[code, rows] as const],
);

/** The families that are in the parts of the figure. */
export const familiesOf = (code: FigureCode): string => `families of ${code}`;

/** Counted beside them where parts of a year may be told. */
export const familiesAsked: Named = Object.entries(figures).flatMap(([code, { asked }]) =>
  asked ? [[familiesOf(code as FigureCode), asked.families] as const] : [],
);
