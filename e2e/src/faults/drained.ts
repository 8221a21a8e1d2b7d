import type { TestPlatform } from '@helhed/testing';
import { setTimeout as pause } from 'node:timers/promises';

/** What stands in the way of every event having been published and applied; empty when nothing does. */
async function backlog(platform: TestPlatform): Promise<string[]> {
  const found = await Promise.all(
    platform.processes.map(async ({ url, place }) => {
      const answer = await fetch(`${url}/metrics`).then(
        (response) => (response.ok ? response.text() : undefined),
        () => undefined,
      );
      const gauges = [
        ...(answer ?? '').matchAll(/^(helhed_(?:outbox_oldest_seconds|consumer_lag_events|dead_letters))\S* (\S+)$/gm),
      ];
      if (new Set(gauges.map(([, name]) => name)).size < 3) return [`${place.instance} does not say`];
      return gauges.filter(([, , value]) => Number(value) !== 0).map(([line]) => `${place.instance} ${line}`);
    }),
  );
  return found.flat();
}

/** Seconds until every outbox was empty, every stream read to its end and no event parked. @throws after the given time */
export async function drained(platform: TestPlatform, withinSeconds: number): Promise<number> {
  const begun = performance.now();
  for (;;) {
    const left = await backlog(platform);
    const seconds = Math.round((performance.now() - begun) / 100) / 10;
    if (left.length === 0) return seconds;
    if (seconds > withinSeconds) throw new Error(`not drained in ${withinSeconds} s: ${left.join('; ')}`);
    await pause(100);
  }
}
