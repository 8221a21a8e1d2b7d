import { median, quantile } from '../measure/figures.js';

/** Medians and 99th percentiles of calls, in microseconds; the first fifth only warms up. */
export interface Timing {
  readonly calls: number;
  readonly p50: number;
  readonly p99: number;
}

/** Calls that are too short for the clock are timed by the batch. */
export function timeCalls(call: () => unknown, calls = 20_000, batch = 20): Timing {
  const times: number[] = [];
  for (let n = 0; n < calls; n += batch) {
    const began = performance.now();
    for (let k = 0; k < batch; k++) call();
    times.push(((performance.now() - began) * 1_000) / batch);
  }
  return timing(times);
}

export async function timeEach(call: (n: number) => Promise<unknown>, calls: number): Promise<Timing> {
  const times: number[] = [];
  for (let n = 0; n < calls; n++) {
    const began = performance.now();
    await call(n);
    times.push((performance.now() - began) * 1_000);
  }
  return timing(times);
}

function timing(all: readonly number[]): Timing {
  const times = all.slice(Math.floor(all.length / 5));
  return { calls: times.length, p50: median(times), p99: quantile(times, 0.99) };
}
