import { marks, ratio, tables } from './compare.js';
import type { Sample } from './round.js';
import type { VariantName } from './variant.js';

const sample = (variant: VariantName, perSecond: number): Sample => ({
  variant,
  command: 'create',
  perSecond,
  appCpu: 200,
  postgresCpu: Number.NaN,
});

// The machine is three times as slow in the second round: each variant is compared within its round.
const samples = [
  ...[900, 300, 800].map((each) => sample('helhed', each)),
  ...[1000, 330, 1000].map((each) => sample('bare', each)),
];

it('a ratio is the median of those within each round', () => {
  expect(ratio(samples, 'create', 'helhed', 'bare')).toBeCloseTo(0.9);
});

it('a figure that the machine does not give is unknown', () => {
  const [create] = tables(samples, ['helhed']);
  expect(create?.rows).toEqual([
    {
      variant: 'helhed',
      'requests/s': 800,
      'app CPU µs': 200,
      'PostgreSQL CPU µs': 'unknown',
      '× bare': '0.90',
      '× stock': 'NaN',
    },
  ]);
});

it('creates and state changes have their marks against both yardsticks', () => {
  expect(
    marks(samples)
      .map(({ unit, atLeast }) => [unit, atLeast])
      .slice(0, 4),
  ).toEqual([
    ['× bare', 0.75],
    ['× stock', 2.5],
    ['× bare', 0.75],
    ['× stock', 1.5],
  ]);
});
