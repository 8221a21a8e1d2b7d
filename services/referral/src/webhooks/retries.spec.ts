import { triedForMs, waitAfter } from './retries.js';

describe('an attempt that failed', () => {
  it('is followed by others, ever later, for three days', () => {
    const waits: number[] = [];
    let since = 0;
    for (let attempts = 1; ; attempts++) {
      const wait = waitAfter(attempts, since, 0);
      if (wait === undefined) break;
      waits.push(wait);
      since += wait;
    }
    expect(waits.slice(0, 3)).toEqual([5_000, 300_000, 1_800_000]);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(since).toBeGreaterThan(triedForMs - 21 * 3_600_000);
    expect(since).toBeLessThanOrEqual(triedForMs);
  });

  it('waits a tenth longer at most, by chance', () => expect(waitAfter(1, 0, 1)).toBe(5_500));
});
