import { closedLoop } from '../measure/closed-loop.js';
import { cpuTime } from '../measure/cpu-time.js';
import type { HttpConnection } from '../measure/http-connection.js';
import type { DurablePlatform } from '../platform/durable-platform.js';
import { untilPublished, type Variant, type VariantName } from './variant.js';

export type Command = 'create' | 'state change' | 'read';

/** One short load on one variant. CPU time is in microseconds for a request, of the app's process and of PostgreSQL. */
export interface Sample {
  readonly variant: VariantName;
  readonly command: Command;
  readonly perSecond: number;
  readonly appCpu: number;
  readonly postgresCpu: number;
}

/** What a variant is asked in a round, one load after the other. */
export type Round = (
  durable: DurablePlatform,
  variant: Variant,
  connections: readonly HttpConnection[],
) => Promise<Sample[]>;

/** Takes the time of one load, and ends when the variant owes nothing of it. */
export async function sampled(
  { postgres }: DurablePlatform,
  variant: Variant,
  command: Command,
  load: Parameters<typeof closedLoop>[0],
): Promise<Sample> {
  const before = [cpuTime(variant.pid), cpuTime(postgres.pid)] as const;
  const { answered, ms } = await closedLoop(load);
  await untilPublished(variant);
  const [appCpu, postgresCpu] = [cpuTime(variant.pid) - before[0], cpuTime(postgres.pid) - before[1]];
  const perSecond = (answered / ms) * 1_000;
  return { variant: variant.name, command, perSecond, appCpu: appCpu / answered, postgresCpu: postgresCpu / answered };
}
