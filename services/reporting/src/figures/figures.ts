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

/** What the figure's parts are counted by: its own selection, or its rows'. */
export const partsOf = (code: FigureCode): string => (figures[code].by ? `${code} by` : code);

/** Whatever is counted, each once: the figures' own rows, and what parts are counted from besides. */
export const selections: readonly (readonly [string, Selection])[] = Object.entries(figures).flatMap(
  ([code, { rows, by }]) => [
    ...(typeof rows === 'string' ? [] : [[code, rows] as const]),
    ...(by ? [[partsOf(code as FigureCode), by] as const] : []),
  ],
);
