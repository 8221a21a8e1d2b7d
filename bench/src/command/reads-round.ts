import { closedLoop } from '../measure/closed-loop.js';
import type { HttpConnection } from '../measure/http-connection.js';
import type { DurablePlatform } from '../platform/durable-platform.js';
import { sender, triager } from '../platform/referrals.js';
import { readRequest, receiveRequest, triageRequest } from '../platform/requests.js';
import { sampled, type Round } from './samples.js';
import { untilPublished, type Variant, type VariantName } from './variant.js';

const referrals = 500;
const readMs = 3_000;
let sent = 0;
const received = new Map<VariantName, readonly string[]>();

/** Reads referrals under triage, one after the other; the first time they are sent and their triage is begun. */
export const readsRound: Round = async (durable, variant, connections) => {
  const token = await (await durable.municipality.person(triager)).token();
  const ids = received.get(variant.name) ?? (await underTriage(durable, variant, connections, token));
  received.set(variant.name, ids);
  let read = 0;
  const next = (): string => readRequest(token, ids[read++ % ids.length] as string);
  return [await sampled(durable, variant, 'read', { connections, forMs: readMs, status: 200, next })];
};

/** As many in every variant, so that each has the same to find them among. */
async function underTriage(
  { municipality }: DurablePlatform,
  variant: Variant,
  connections: readonly HttpConnection[],
  triagersToken: string,
): Promise<string[]> {
  const token = await (await municipality.system(sender.client, sender.function)).token();
  const ids: string[] = [];
  const all = async (status: number, request: (index: number) => string, onAnswered?: (id: string) => void) => {
    let begun = 0;
    await closedLoop({
      connections,
      forMs: Number.POSITIVE_INFINITY,
      status,
      next: () => (begun < referrals ? request(begun++) : undefined),
      onAnswer: ({ body }) => onAnswered?.((JSON.parse(body) as { id: string }).id),
    });
  };
  await all(
    201,
    () => receiveRequest(token, ++sent),
    (id) => ids.push(id),
  );
  await all(200, (index) => triageRequest(triagersToken, ids[index] as string));
  await untilPublished(variant);
  return ids;
}
