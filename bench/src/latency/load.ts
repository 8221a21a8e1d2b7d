import { ConnectionPool } from '../measure/connection-pool.js';
import { paced } from '../measure/paced.js';
import type { DurablePlatform } from '../platform/durable-platform.js';
import { sender, triager } from '../platform/referrals.js';
import { receiveRequest, triageRequest } from '../platform/requests.js';
import type { RawThread } from './raw/raw-thread.js';
import { withClaim, withoutClaim } from './threads.js';

export const perSecond = 200;
export const rounds = 3;
export const perRound = 1_400;
const connections = 64;
let sent = 0;

/** Each path at the same rate, one after the other; a path's events all have their effect before the next begins. */
export async function round(durable: DurablePlatform, raw: RawThread, events: number): Promise<void> {
  const before = Date.now();
  await paced(perSecond, events, (index) => raw.send({ index, referralId: 'a', familyId: 'b', startedOn: 'today' }));
  await raw.delays(before);
  const ids = await receive(durable, events);
  await withClaim(durable.platform, before);
  await startTriage(durable, ids);
  await withoutClaim(durable.platform, before);
}

async function receive({ platform, municipality }: DurablePlatform, events: number): Promise<string[]> {
  const system = await municipality.system(sender.client, sender.function);
  const token = await system.token();
  const pool = await ConnectionPool.open(platform.process('referral').place.port, connections);
  const ids: string[] = [];
  await paced(perSecond, events, async () => {
    const { body } = await pool.send(receiveRequest(token, ++sent), 201);
    ids.push((JSON.parse(body) as { id: string }).id);
  }).finally(() => pool.close());
  return ids;
}

async function startTriage({ platform, municipality }: DurablePlatform, ids: readonly string[]): Promise<void> {
  const token = await (await municipality.person(triager)).token();
  const pool = await ConnectionPool.open(platform.process('referral').place.port, connections);
  const one = (index: number) => pool.send(triageRequest(token, ids[index] as string), 200);
  await paced(perSecond, ids.length, one).finally(() => pool.close());
}
