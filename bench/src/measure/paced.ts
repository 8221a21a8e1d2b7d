import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Begins something at a steady rate, whether or not the last has ended: a server that is slow gets no rest for it.
 * @param perSecond how many are begun in a second
 */
export async function paced(
  perSecond: number,
  times: number,
  work: (index: number) => Promise<unknown>,
): Promise<void> {
  const began = performance.now();
  const under: Promise<unknown>[] = [];
  const failures: unknown[] = [];
  while (under.length < times && failures.length === 0) {
    const due = Math.min(times, Math.floor(((performance.now() - began) * perSecond) / 1_000) + 1);
    while (under.length < due) under.push(work(under.length).catch((error: unknown) => failures.push(error)));
    await sleep(1);
  }
  await Promise.all(under);
  if (failures.length > 0) throw failures[0];
}
