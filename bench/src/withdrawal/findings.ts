import { leaseMs } from '@helhed/access';
import { quantile } from '../measure/figures.js';
import type { Findings, Table } from '../report/bench.js';
import { readsPerSecond, type Reads } from './light-reads.js';

export interface Measured {
  /** Milliseconds from sending each withdrawal to its answer: with everything up, where no lease is held, … */
  readonly held: readonly number[];
  readonly free: readonly number[];
  readonly stopped: readonly number[];
  readonly gone: readonly number[];
  /** Reads while nothing was withdrawn, and while `held` and `free` were. */
  readonly before: Reads;
  readonly meanwhile: Reads;
}

export function findings({ held, free, stopped, gone, before, meanwhile }: Measured): Findings {
  const p50 = quantile(held, 0.5) / quantile(free, 0.5);
  return {
    tables: [
      {
        title: `Withdrawal: sent → answered, ${readsPerSecond} reads/s`,
        rows: [
          row('all up', held),
          row('yardstick: the same command where no lease is held', free),
          row('one reader stopped (SIGSTOP)', stopped),
          row('one reader stopped in an orderly way', gone),
        ],
      },
      {
        title: 'Reads that rest on a consent',
        rows: [readsRow('nothing withdrawn', before), readsRow('withdrawn meanwhile, all up', meanwhile)],
      },
    ],
    marks: [
      { what: 'SP5 answer, all up, p99', figure: quantile(held, 0.99), unit: 'ms', atMost: 100 },
      {
        what: `SP5 worst answer, whatever is stopped (lease of ${leaseMs / 1_000} s + 1 s)`,
        figure: Math.max(...held, ...stopped, ...gone),
        unit: 'ms',
        atMost: leaseMs + 1_000,
      },
    ],
    notes: [
      `All up: ${p50.toFixed(1)} × the yardstick at the median. Five services, two instances of each; withdrawals one at a ` +
        'time, those of the yardstick in turn with them. Right after each answer the reads that had rested on it showed nothing.',
    ],
  };
}

const ms = (times: readonly number[], share: number): string => quantile(times, share).toFixed(1);

const row = (what: string, times: readonly number[]): Table['rows'][number] => ({
  what,
  withdrawals: times.length,
  'p50 ms': ms(times, 0.5),
  'p99 ms': ms(times, 0.99),
  'worst ms': ms(times, 1),
});

const readsRow = (what: string, { ms: times, unavailable }: Reads): Table['rows'][number] => ({
  what,
  answered: times.length,
  'p50 ms': ms(times, 0.5),
  'p99 ms': ms(times, 0.99),
  'refused (503)': unavailable,
});
