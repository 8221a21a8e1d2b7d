import { planYear } from './plan.js';

it.each([11, 12, 20, 33, 60, 200])(
  'a year of %i families fills each group when it opens, and one family waits',
  (families) => {
    const { fates, steps } = planYear(families, 7);
    let [accepted, places] = [0, 0];
    for (const step of steps) {
      if (step.kind === 'decide' && fates[step.family] === 'accepted') accepted++;
      if (step.kind === 'open-group') places += 6;
      expect(accepted).toBeGreaterThanOrEqual(places);
    }
    expect(accepted).toBeGreaterThan(places);
  },
);
