import { setImmediate as turn } from 'node:timers/promises';
import { timeCalls, type Timing } from '../timing.js';
import { casbin } from './casbin.js';
import { cedarByPolicy, cedarOverFacts } from './cedar.js';

export interface Compared {
  readonly name: string;
  /** By number of bases, as asked */
  readonly timings: readonly Timing[];
}

/** The other deciders' times over each number of bases. @throws Error where one does not say what ours says */
export async function timeYardsticks(sizes: readonly number[]): Promise<Compared[]> {
  const compared: Compared[] = [];
  for (const { name, calls, load } of [cedarOverFacts, cedarByPolicy, casbin]) {
    const timings: Timing[] = [];
    for (const bases of sizes) {
      await turn(); // calls hold the process: between them it may end in time
      const decide = await load(bases);
      let n = 0;
      const next = (): boolean => decide(1 + ((n++ * 7919) % (bases / 3)));
      if (!next()) throw new Error(`${name} does not show what is shown`);
      timings.push(timeCalls(next, calls, calls > 1_000 ? 20 : 1));
    }
    compared.push({ name, timings });
  }
  return compared;
}
