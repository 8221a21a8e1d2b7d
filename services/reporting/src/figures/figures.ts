import type { FigureCode } from '@helhed/contracts';
import { courses } from './counted/courses.js';
import { enrolments } from './counted/enrolments.js';
import { referrals } from './counted/referrals.js';
import { sessions } from './counted/sessions.js';
import { waiting } from './counted/waiting.js';
import type { Figures } from './figure.js';
import type { Selection } from './selection.js';

/** Every figure that a programme's definition may list. */
export const figures: Figures<FigureCode> = { ...referrals, ...waiting, ...enrolments, ...courses, ...sessions };

/** The rows behind a figure. */
export function rowsOf(code: FigureCode): Selection {
  const { rows } = figures[code];
  return typeof rows === 'string' ? rowsOf(rows) : rows;
}

/** The figures with rows of their own: what is counted, each once. */
export const selections: readonly (readonly [FigureCode, Selection])[] = Object.entries(figures).flatMap(
  ([code, { rows }]) => (typeof rows === 'string' ? [] : [[code as FigureCode, rows] as const]),
);
