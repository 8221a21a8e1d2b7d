import { standingBasesOf } from './standing-bases-of.js';

type Definition = Parameters<typeof standingBasesOf>[0][number];

const entry = (category: string) => ({
  relation: 'lead',
  layer: 'processing',
  categories: [category],
  validFrom: '2026-01-01',
  validTo: '2027-01-01',
});
/** A version whose one standing basis shows the category. */
const version = (code: string, number: number, validFrom: string, category: string): Definition =>
  ({
    code,
    version: number,
    validFrom,
    purposes: { 'programme-management': { standing: [entry(category)] } },
  }) as unknown as Definition;

const shown = (definitions: Definition[], today: string) =>
  standingBasesOf(definitions, today).map(({ programme, categories }) => `${programme} ${categories.join()}`);

describe('the standing bases of a programme (docs/access.md 6.3)', () => {
  const first = version('familiestue', 1, '2026-01-01', 'enrolment');
  const second = version('familiestue', 2, '2026-10-05', 'appointments');

  it('are those of the version in force: the last that has begun, and no other', () => {
    for (const both of [
      [first, second],
      [second, first],
    ]) {
      expect(shown(both, '2025-12-31')).toEqual([]);
      expect(shown(both, '2026-10-04')).toEqual(['familiestue enrolment']);
      expect(shown(both, '2026-10-05')).toEqual(['familiestue appointments']);
      expect(shown(both, '2026-10-06')).toEqual(['familiestue appointments']);
    }
  });

  it('are its own: a later version of another programme replaces none', () => {
    const other = version('aabent-hus', 7, '2026-10-05', 'enrolment');
    expect(shown([first, second, other], '2026-10-05')).toEqual(['familiestue appointments', 'aabent-hus enrolment']);
  });

  it('say their programme and purpose, and when they hold', () => {
    expect(standingBasesOf([first], '2026-10-05')).toEqual([
      { programme: 'familiestue', purpose: 'programme-management', ...entry('enrolment') },
    ]);
  });

  it('are none where a version has no purposes, or a purpose no standing basis', () => {
    const without = (purposes: object | undefined) => ({ ...first, purposes }) as Definition;
    expect(standingBasesOf([without(undefined)], '2026-10-05')).toEqual([]);
    expect(standingBasesOf([without({ course: {} })], '2026-10-05')).toEqual([]);
    expect(standingBasesOf([without({ course: undefined })], '2026-10-05')).toEqual([]);
  });
});
