import { setTimeout as sleep } from 'node:timers/promises';
import { contexts } from '@helhed/contracts';
import { closeConnections, consents, RacesWorld } from '@helhed/e2e';
import type { TestPlatform } from '@helhed/testing';
import { startDurablePlatform } from '../platform/durable-platform.js';
import { median } from '../measure/figures.js';
import { withClient } from '../platform/publish-programme.js';
import type { Bench, Findings } from '../report/bench.js';
import { findings } from './findings.js';
import { whileRead } from './light-reads.js';
import { allUp, oneGone, oneStopped } from './phases.js';
import { takeBack } from './take-back.js';

const instances = 2;
const families = 3;
const calmMs = 10_000;

async function run(say: (line: string) => void): Promise<Findings> {
  say('starting PostgreSQL, NATS, Keycloak and the five services, two instances of each');
  const { platform, stop } = await startDurablePlatform(contexts, instances);
  try {
    const unread = await RacesWorld.unread(platform, 1, 1);
    const world = await RacesWorld.make(platform, families, 2);
    await warmUp(world);
    say('warmed up');
    const { reads: before } = await whileRead(world, () => sleep(calmMs));
    const { result: up, reads: meanwhile } = await whileRead(world, () => allUp(world, unread));
    await mustHoldNoLease(platform, unread);
    say(`${up.held.length} withdrawals with everything up, half in ${Math.round(median(up.held))} ms`);
    const { result: stopped } = await whileRead(world, () => oneStopped(world));
    say('one reader stopped, and going on');
    const { result: gone } = await whileRead(world, () => oneGone(world));
    return findings({ ...up, stopped, gone, before, meanwhile });
  } finally {
    closeConnections();
    await stop();
  }
}

/** The first waits for a whole lease, since consent has just started; then until the code is compiled. */
async function warmUp(world: RacesWorld): Promise<void> {
  for (const family of world.families) for (const consent of consents) await takeBack(world, family, consent);
}

/** Else the yardstick would wait for what it is there to do without. */
async function mustHoldNoLease({ databases }: TestPlatform, { municipality }: RacesWorld): Promise<void> {
  const { code } = municipality.made;
  const { rowCount } = await withClient(databases.consent.worker, (client) =>
    client.query('SELECT FROM lease WHERE municipality = $1', [code]),
  );
  if (rowCount !== 0) throw new Error('a lease was held where the yardstick was measured');
}

export const withdrawalBench: Bench = {
  about: 'SP5: from sending a withdrawal to its answer, with everything up, with a reader stopped, and with one gone.',
  run,
};
