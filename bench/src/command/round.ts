import type { DurablePlatform } from '../platform/durable-platform.js';
import { sender, triager } from '../platform/referrals.js';
import { readRequest, receiveRequest, triageRequest } from '../platform/requests.js';
import { closedLoop } from '../measure/closed-loop.js';
import { cpuTime } from '../measure/cpu-time.js';
import type { HttpConnection } from '../measure/http-connection.js';
import { untilPublished, type Variant, type VariantName } from './variant.js';

export const commands = ['create', 'state change', 'read'] as const;
export type Command = (typeof commands)[number];

/** One short load on one variant. CPU time is in microseconds for a request, of the app's process and of PostgreSQL. */
export interface Sample {
  readonly variant: VariantName;
  readonly command: Command;
  readonly perSecond: number;
  readonly appCpu: number;
  readonly postgresCpu: number;
}

const createMs = 2_500;
const changeMs = 2_000;
const readMs = 2_000;
let sent = 0;

/** Creates for a while, then begins the triage of what was created, and reads it. */
export async function round(
  { municipality, postgres }: DurablePlatform,
  variant: Variant,
  connections: readonly HttpConnection[],
): Promise<Sample[]> {
  const ids: string[] = [];
  const system = await municipality.system(sender.client, sender.function);
  const [sendersToken, triagersToken] = [await system.token(), await (await municipality.person(triager)).token()];
  const measured = async (command: Command, load: () => ReturnType<typeof closedLoop>): Promise<Sample> => {
    const before = [cpuTime(variant.pid), cpuTime(postgres.pid)] as const;
    const { answered, ms } = await load();
    await untilPublished(variant);
    const [appCpu, postgresCpu] = [cpuTime(variant.pid) - before[0], cpuTime(postgres.pid) - before[1]];
    const perSecond = (answered / ms) * 1_000;
    return {
      variant: variant.name,
      command,
      perSecond,
      appCpu: appCpu / answered,
      postgresCpu: postgresCpu / answered,
    };
  };
  const created = await measured('create', () =>
    closedLoop({
      connections,
      forMs: createMs,
      status: 201,
      next: () => receiveRequest(sendersToken, ++sent),
      onAnswer: ({ body }) => ids.push((JSON.parse(body) as { id: string }).id),
    }),
  );
  const next = (): string | undefined => {
    const id = ids.pop();
    return id && triageRequest(triagersToken, id);
  };
  const all = [...ids];
  const changed = await measured('state change', () => closedLoop({ connections, forMs: changeMs, status: 200, next }));
  let read = 0;
  const nextRead = (): string => readRequest(triagersToken, all[read++ % all.length] as string);
  return [
    created,
    changed,
    await measured('read', () => closedLoop({ connections, forMs: readMs, status: 200, next: nextRead })),
  ];
}
