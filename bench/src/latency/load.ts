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

/** Each path at the same rate, one after the other, until each had its events three times. */
export async function load(durable: DurablePlatform, raw: RawThread, say: (line: string) => void): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    await paced(perSecond, perRound, (index) =>
      raw.send({ index, referralId: 'a', familyId: 'b', startedOn: 'today' }),
    );
    const ids = await receive(durable, round * perRound);
    await withClaim(durable.platform);
    await startTriage(durable, ids);
    await withoutClaim(durable.platform);
    say(`round ${round + 1} of ${rounds}`);
  }
}

async function receive({ platform, municipality }: DurablePlatform, sentBefore: number): Promise<string[]> {
  const system = await municipality.system(sender.client, sender.function);
  const token = await system.token();
  const pool = await ConnectionPool.open(platform.process('referral').place.port, connections);
  const ids: string[] = [];
  await paced(perSecond, perRound, async (index) => {
    const { body } = await pool.send(receiveRequest(token, sentBefore + index), 201);
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
