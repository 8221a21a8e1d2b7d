import { setTimeout as sleep } from 'node:timers/promises';
import { kinds, read, type RacesWorld } from '@helhed/e2e';

export const readsPerSecond = 20;

export interface Reads {
  /** Milliseconds of each that was answered 200 or 304. */
  readonly ms: number[];
  /** Refused since what the answer rests on could not be told just then. */
  unavailable: number;
}

/** Consent's own answers rest on its register, and wait for no lease. */
const leased = kinds.filter(({ service }) => service !== 'consent');

/** Reads while `work` goes on, at a steady rate: those kinds in turn, at each of their instances, about each family. */
export async function whileRead<T>(world: RacesWorld, work: () => Promise<T>): Promise<{ result: T; reads: Reads }> {
  const all = world.families.flatMap((family) =>
    leased.flatMap((kind) => world.instancesOf(kind.service).map((process) => ({ kind, process, family }))),
  );
  const reads: Reads = { ms: [], unavailable: 0 };
  const under: Promise<void>[] = [];
  let working = true;
  const one = async (index: number): Promise<void> => {
    const { kind, process, family } = all[(index * 7) % all.length] as (typeof all)[number];
    const seen = await read(world, kind, process, family);
    // a process that was stopped answers nothing
    if (seen?.status === 503) reads.unavailable++;
    else if (seen) reads.ms.push(seen.endedAt - seen.sentAt);
  };
  const reading = (async () => {
    for (const began = performance.now(); working; await sleep(5))
      while (under.length < ((performance.now() - began) / 1_000) * readsPerSecond) under.push(one(under.length));
  })();
  const result = await work().finally(async () => {
    working = false;
    await reading;
    await Promise.all(under);
  });
  return { result, reads };
}
