import { marks, ratio, tables } from './compare.js';
import type { Command, Sample } from './samples.js';
import type { VariantName } from './variant.js';

const sample = (variant: VariantName, perSecond: number, command: Command = 'create'): Sample => ({
  variant,
  command,
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

it.each([
  ['create', 2.5],
  ['state change', 1.5],
  ['read', 1.5],
] as const)('a %s has its own marks against both yardsticks, with the bus and without', (command, overStock) => {
  const found = marks([sample('helhed', 900, command)]).map(({ what, unit, atLeast }) => [what, unit, atLeast]);
  expect(found).toEqual([
    [`SP1 ${command}, helhed`, '× bare', 0.75],
    [`SP1 ${command}, helhed`, '× stock', overStock],
    [`SP1 ${command}, helhed, bus away`, '× bare', 0.75],
    [`SP1 ${command}, helhed, bus away`, '× stock', overStock],
  ]);
});
