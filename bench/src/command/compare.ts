import { median } from '../measure/figures.js';
import type { Mark, Table } from '../report/bench.js';
import type { Command, Sample } from './samples.js';
import type { VariantName } from './variant.js';

const titles: Readonly<Record<Command, string>> = {
  create: 'Create: POST /referrals',
  'state change': 'State change: POST /referrals/{id}:start-triage',
  read: 'Read under decision: GET /referrals/{id}',
};

const whole = (value: number): number | string => (Number.isNaN(value) ? 'unknown' : Math.round(value));

const of = (samples: readonly Sample[], variant: VariantName, command: Command): Sample[] =>
  samples.filter((sample) => sample.variant === variant && sample.command === command);

/**
 * How many times as many requests a second: the median of the rounds' own ratios, since what else the machine does
 * changes between rounds more than within one.
 */
export function ratio(samples: readonly Sample[], command: Command, over: VariantName, under: VariantName): number {
  const [above, below] = [of(samples, over, command), of(samples, under, command)];
  return median(above.map(({ perSecond }, round) => perSecond / (below[round]?.perSecond ?? Number.NaN)));
}

const commandsOf = (samples: readonly Sample[]): Command[] => [...new Set(samples.map(({ command }) => command))];

export function tables(samples: readonly Sample[], variants: readonly VariantName[]): Table[] {
  return commandsOf(samples).map((command) => ({
    title: titles[command],
    rows: variants.map((variant) => {
      const own = of(samples, variant, command);
      return {
        variant,
        'requests/s': whole(median(own.map(({ perSecond }) => perSecond))),
        'app CPU µs': whole(median(own.map(({ appCpu }) => appCpu))),
        'PostgreSQL CPU µs': whole(median(own.map(({ postgresCpu }) => postgresCpu))),
        '× bare': ratio(samples, command, variant, 'bare').toFixed(2),
        '× stock': ratio(samples, command, variant, 'stock').toFixed(2),
      };
    }),
  }));
}

/** SP1 of the quality marks, for the service as it runs and for the work that all variants do. */
export const marks = (samples: readonly Sample[]): Mark[] =>
  (['helhed', 'helhed, bus away'] as const).flatMap((variant) =>
    commandsOf(samples).flatMap((command) => [
      mark(samples, variant, command, 'bare', 0.75),
      mark(samples, variant, command, 'stock', command === 'create' ? 2.5 : 1.5),
    ]),
  );

const mark = (
  samples: readonly Sample[],
  variant: VariantName,
  command: Command,
  yardstick: 'bare' | 'stock',
  atLeast: number,
): Mark => ({
  what: `SP1 ${command}, ${variant}`,
  figure: ratio(samples, command, variant, yardstick),
  unit: `× ${yardstick}`,
  atLeast,
});
