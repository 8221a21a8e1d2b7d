import { median, quantile, rounded } from './figures.js';

describe('a quantile', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

  it('is the value that the share of the numbers does not exceed', () => {
    expect([0.5, 0.99, 1].map((share) => quantile(hundred, share))).toEqual([50, 99, 100]);
    expect(median([3, 1, 2])).toBe(2);
  });

  it('of nothing is no number, and the order of what was given stays', () => {
    expect(quantile([], 0.5)).toBeNaN();
    expect(hundred[0]).toBe(100);
  });
});

it('a figure has three digits', () => expect([1234.5, 0.012345].map(rounded)).toEqual([1230, 0.0123]));
