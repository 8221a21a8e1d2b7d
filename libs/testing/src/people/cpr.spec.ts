import { Cpr } from '@helhed/kernel';
import { fakeCpr, realLookingCpr } from './cpr.js';

describe('CPR numbers for tests', () => {
  it('are of the replacement series, readable by the domain', () => {
    for (let seed = 1; seed <= 500; seed += 1) {
      const cpr = Cpr.parse(fakeCpr({ seed }));
      expect(cpr.isReplacement()).toBe(true);
      expect(cpr.birthDate() >= '1940-01-01' && cpr.birthDate() < '2025-01-01').toBe(true);
    }
  });

  it('keep the date of birth that was asked for', () => {
    for (const birthDate of ['1958-02-28', '1999-12-31', '2000-01-01', '2024-02-29']) {
      expect(Cpr.parse(fakeCpr({ birthDate })).birthDate()).toBe(birthDate);
    }
  });

  it('are the same for the same seed and else differ', () => {
    expect(fakeCpr({ seed: 7 })).toBe(fakeCpr({ seed: 7 }));
    expect(new Set(Array.from({ length: 1000 }, () => fakeCpr())).size).toBeGreaterThan(995);
  });

  it('look real only when that is asked for', () => {
    expect(Cpr.parse(realLookingCpr({ seed: 3 })).isReplacement()).toBe(false);
  });
});
