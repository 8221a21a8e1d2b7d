import type { TestActor, TestMunicipality } from '@helhed/testing';
import type { Client } from 'pg';
import { startDurablePlatform, type DurablePlatform } from '../platform/durable-platform.js';
import { withClient } from '../platform/publish-programme.js';
import type { Bench, Findings } from '../report/bench.js';
import { findings, type Sized } from './findings.js';
import { place } from './place.js';
import { makePlain, writePlain } from './plain-copies.js';
import { planOfClashes, planSettings, plansOf, scansOf } from './plans.js';
import { groupId, resourcesOfGroup, storeBookings } from './store-bookings.js';

/** Smaller ones only to see that it works. */
const sizes = (process.env['HELHED_BENCH_BOOKINGS'] ?? '1000,100000,1000000').split(',').map(Number);
const [warmUp, rounds] = [3, 16];
/** One more is placed for its plans. */
const groups = warmUp + rounds + 1;

interface Place {
  readonly bookings: number;
  readonly municipality: TestMunicipality;
  readonly leader: TestActor;
  readonly times: Sized;
}

async function run(say: (line: string) => void): Promise<Findings> {
  if (sizes.some((size) => !(size >= groups * resourcesOfGroup)))
    throw new Error(`a size is a number from ${groups * resourcesOfGroup}`);
  say('starting PostgreSQL, NATS, Keycloak and scheduling');
  const durable = await startDurablePlatform(['scheduling'], 1, planSettings);
  try {
    const { owner, app } = durable.platform.databases.scheduling;
    const from = aTuesday();
    const places: Place[] = [];
    for (const bookings of sizes) {
      say(`storing ${bookings.toLocaleString('en')} bookings`);
      const municipality = await durable.platform.municipality();
      const leader = await municipality.person('familiestuen:group-leader');
      const wish = { municipality: municipality.code, groups, bookings, from };
      await withClient(app, (client) => storeBookings(client, wish));
      places.push({ bookings, municipality, leader, times: { bookings, whole: [], plain: [] } });
    }
    await withClient(owner, async (client) => {
      await makePlain(client);
      await client.query('VACUUM ANALYZE');
      say('placing courses');
      await placeAll(client, durable, places, from);
    });
    return findings(
      places.map(({ times }) => times),
      await plan(durable, places.at(-1) as Place, from),
    );
  } finally {
    await durable.stop();
  }
}

/** In turn, so that whatever else the machine does is the same for all sizes and for the yardstick. */
async function placeAll(client: Client, { platform }: DurablePlatform, places: readonly Place[], from: string) {
  for (let number = 1; number < groups; number++)
    for (const { municipality, leader, times } of places) {
      const whole = await place(platform.url, leader, number, from);
      const plain = await writePlain(client, municipality.code, groupId(number));
      if (number <= warmUp) continue;
      times.whole.push(whole);
      times.plain.push(plain);
    }
}

/** @throws Error where something reads a whole table that grows */
async function plan({ postgres, platform }: DurablePlatform, { leader }: Place, from: string): Promise<string> {
  const plans = await plansOf(postgres, () => place(platform.url, leader, groups, from));
  const scans = scansOf(plans);
  if (scans.length > 0) throw new Error(`a whole table is read:\n${scans.join('\n')}`);
  const clashes = planOfClashes(plans);
  if (!clashes) throw new Error(`no plan of the search for clashes among ${plans.length}`);
  return `${plans.length} statements placed a course, none by reading a whole table that grows. The search for what is taken:\n${clashes.trimEnd()}`;
}

/** Six weeks ahead. */
function aTuesday(): string {
  const day = new Date(Date.now() + 42 * 86_400_000);
  day.setUTCDate(day.getUTCDate() + ((9 - day.getUTCDay()) % 7));
  return day.toISOString().slice(0, 10);
}

export const placementBench: Bench = {
  about: 'SP6: a whole course with its conversations placed in one act among a thousand to a million bookings.',
  run,
};
