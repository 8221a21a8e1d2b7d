import { endOn, holdsLater, type Period } from './period.js';

const [past, today, coming] = ['2026-09-01', '2026-10-05', '2026-12-01'] as const;
const refused = 'already-ended';

describe('a period', () => {
  it('holds from some day on until its last, and never where it is empty', () => {
    const period = { from: past, to: coming };
    expect(['2026-08-31', '2026-11-30', coming].map((day) => holdsLater(period, day))).toEqual([true, true, false]);
    expect(holdsLater({ from: null, to: null }, today)).toBe(true);
    expect(holdsLater({ from: past, to: past }, '2026-08-31')).toBe(false);
  });

  it.each<[string, Period, string, string]>([
    ['open, ended today', { from: past, to: null }, today, today],
    ['open, ended on a day that has passed', { from: past, to: null }, '2026-09-20', '2026-09-20'],
    ['open, ended on a day to come', { from: past, to: null }, coming, coming],
    ['since always, ended today', { from: null, to: null }, today, today],
    ['with a later end, ended today', { from: past, to: coming }, today, today],
    ['with an end, ended on that day again', { from: past, to: today }, today, refused],
    ['with an end, ended later', { from: past, to: today }, coming, refused],
    ['not begun, ended today: it never holds', { from: coming, to: null }, today, coming],
    ['that never held, ended once more', { from: coming, to: coming }, today, coming],
  ])('%s', (_, period, day, outcome) => {
    if (outcome === refused) expect(() => endOn(period, day)).toThrow(expect.objectContaining({ problem: refused }));
    else expect(endOn(period, day)).toBe(outcome);
  });
});
