import { toTable, type Separator } from '../figures/csv.js';
import type { ReleaseView } from './releases.dto.js';

const columns = ['programme', 'year', 'released_on', 'figure', 'from', 'to', 'unit'];

/** A release as a table: one line a figure, with nothing in `from` and `to` where it is withheld. */
export function toCsv({ programme, year, releasedOn, figures }: ReleaseView, separator: Separator = 'comma'): string {
  const lines = figures.map(({ code, range, unit }) => [
    programme,
    year,
    releasedOn,
    code,
    range?.from ?? null,
    range?.to ?? null,
    unit,
  ]);
  return toTable([columns, ...lines], separator);
}
