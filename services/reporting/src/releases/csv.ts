import { inBoth, meaning, toTable, type Separator } from '../figures/csv.js';
import type { ReleaseView } from './releases.dto.js';

const columns = ['programme', 'year', 'released_on', 'figure', 'from', 'to', 'unit', ...meaning];

/**
 * A release as a table: one line a figure, with nothing in `from` and `to` where it is withheld, and what it was called and meant
 * when it was released. Of which families it counts some, its definition says.
 */
export function toCsv({ programme, year, releasedOn, figures }: ReleaseView, separator: Separator = 'comma'): string {
  const lines = figures.map(({ code, range, unit, name, definition }) => [
    programme,
    year,
    releasedOn,
    code,
    range?.from ?? null,
    range?.to ?? null,
    unit,
    ...inBoth(name),
    ...inBoth(definition),
  ]);
  return toTable([columns, ...lines], separator);
}
