import { setTimeout as pause } from 'node:timers/promises';
import type { ServiceProcess, TestPlatform } from '@helhed/testing';

type Gauge = 'outbox_oldest_seconds' | 'consumer_lag_events' | 'dead_letters';

/** The largest value that a process gives for a gauge; infinite where it gives none. */
async function reading({ url }: ServiceProcess, gauge: Gauge): Promise<number> {
  const text = await fetch(`${url}/metrics`)
    .then((response) => (response.ok ? response.text() : ''))
    .catch(() => '');
  const values = [...text.matchAll(new RegExp(`^helhed_${gauge}(?:\\{.*\\})? (\\S+)$`, 'gm'))];
  return values.length === 0 ? Infinity : Math.max(...values.map(([, value]) => Number(value)));
}

/**
 * Waits until what was written before this call has been published and applied, while more may be written: no outbox holds
 * anything as old, and then each consumer has stood at its stream's end once.
 * @returns seconds it took
 * @throws when it takes longer than the given seconds, or an event was parked for good
 */
export async function drained({ processes }: TestPlatform, withinSeconds: number): Promise<number> {
  const begun = performance.now();
  const passed = () => (performance.now() - begun) / 1_000;
  const each = async (gauge: Gauge, good: (value: number) => boolean) => {
    let left = [...processes];
    while (left.length > 0) {
      const values = await Promise.all(left.map((process) => reading(process, gauge)));
      left = left.filter((_, i) => !good(values[i] ?? Infinity));
      if (left.length > 0 && passed() > withinSeconds)
        throw new Error(`${gauge} after ${withinSeconds} s: ${left.map(({ place }) => place.instance).join(', ')}`);
      if (left.length > 0) await pause(100);
    }
  };
  await each('outbox_oldest_seconds', (age) => age < passed());
  await each('consumer_lag_events', (lag) => lag === 0);
  const seconds = Math.round(passed() * 10) / 10;
  await each('dead_letters', (parked) => parked === 0);
  return seconds;
}
