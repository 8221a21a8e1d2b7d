import { setTimeout as pause } from 'node:timers/promises';
import { restored } from '@helhed/local';
import { seededRandom, startPlatform, type TestPlatform } from '@helhed/testing';
import { connected } from '../platform/catalogue.js';
import { closeConnections } from '../races/client.js';
import type { Family } from '../races/family.js';
import { give, withdraw } from '../races/give-and-withdraw.js';
import { kinds } from '../races/kinds.js';
import { race, read, untilShown } from '../races/race.js';
import { RacesWorld } from '../races/races-world.js';
import { Tally } from '../races/tally.js';
import { eventually } from '../story/api.js';
import { PostgresPair, throughPort } from './postgres-pair.js';

const full = process.env['HELHED_FULL'] === '1';
const failovers = full ? 10 : 1;
const ofReferral = kinds.filter(({ service }) => service === 'referral');

describe('withdrawals, where PostgreSQL fails over to a standby', () => {
  let pair: PostgresPair;
  let platform: TestPlatform;
  let world: RacesWorld;

  beforeAll(async () => {
    pair = await PostgresPair.start();
    platform = await startPlatform({ adminUrl: pair.adminUrl });
    world = await RacesWorld.make(platform, 2, Date.now() % 100_000);
  }, 600_000);
  afterAll(async () => {
    closeConnections();
    await platform?.stop();
    await pair?.stop();
  }, 120_000);

  /** Of these bases those that the server has no withdrawal of. */
  async function lostFrom({ port }: { readonly port: number }, bases: readonly string[]): Promise<string[]> {
    const url = new URL(throughPort(pair.adminUrl, port));
    url.pathname = new URL(platform.databases.consent.app).pathname;
    const lost = `SELECT basis::text FROM unnest($1::uuid[]) AS basis
      WHERE NOT EXISTS (SELECT FROM basis_giver g WHERE g.basis_id = basis AND g.withdrawn_at IS NOT NULL)`;
    return connected(url.href, async (client) => {
      const { rows } = await client.query<{ basis: string }>(lost, [bases]);
      return rows.map(({ basis }) => basis);
    });
  }

  /** withdrawal.md, 5: consent's database commits to a synchronous standby, which takes over. */
  it(
    `loses none that was answered to a synchronous one, and shows nothing after the answer, ${failovers} times`,
    async () => {
      const seed = Date.now() % 100_000;
      const random = seededRandom(seed);
      const tally = new Tally();
      const answered = () => tally.withdrawn.map(({ basis }) => basis);
      for (let n = 0; n < failovers; n++) await failOverAmid(tally, random);
      console.log(`${failovers} failovers, seed ${seed}: ${tally.summary()}\n${tally.table()}`);
      expect(tally.leaks).toEqual([]);
      expect(Object.keys(tally.statuses).filter((status) => Number(status) >= 500 && status !== '503')).toEqual([]);
      // each was shown before its round began; within a round of one failover a slow page may come too late to be
      const shown = kinds.filter(({ name }) => tally.of(name).shown > 0);
      expect(shown.length).toBeGreaterThan(full ? kinds.length / 2 : 0);
      expect(await lostFrom(pair.primary, answered())).toEqual([]);
    },
    failovers * 180_000 + 60_000,
  );

  /** The primary is killed amid the withdrawals of a round: some were answered, some are about to be. */
  async function failOverAmid(tally: Tally, random: () => number): Promise<void> {
    const standby = await pair.addSynchronousStandby();
    const before = tally.withdrawn.length;
    let going = true;
    const racing = world.families.map(async (family) => {
      while (going) await race(world, family, tally, random);
    });
    const failing = (async () => {
      while (tally.withdrawn.length === before) await pause(5);
      await pause(random() * 100);
      await pair.failOver(standby, async () => {
        const answered = tally.withdrawn.map(({ basis }) => basis);
        expect(await lostFrom(standby, answered)).toEqual([]);
      });
    })().finally(() => (going = false));
    await Promise.all([...racing, failing]);
  }

  /** withdrawal.md, 4: what a database has not applied it cannot answer for. */
  it('answers nothing that rests on a consent from one that lagged, of no family, until it has caught up', async () => {
    const [one, other] = world.families as [Family, Family];
    const referral = platform.process('referral');
    const seenOf = (family: Family) => Promise.all(ofReferral.map((kind) => read(world, kind, referral, family)));
    const shownOf = async (family: Family) =>
      (await seenOf(family)).map((seen, n) => seen && ofReferral[n]?.shows(seen, family));
    const [basis] = await Promise.all([one, other].map((family) => give(world, family, 'outcome', Math.random)));
    for (const family of [one, other]) await untilShown(world, family, ofReferral);

    const { standby, link } = await pair.addLaggingStandby();
    link.cut();
    const since = new Date().toISOString();
    await withdraw(world, one, basis as string, Math.random);
    await pair.promote(standby);
    // as consent's own database it would have lost it: this is the window of docs/guides/operations.md
    expect(await lostFrom(standby, [basis as string])).toEqual([basis]);
    const { app, worker } = platform.databases.referral;
    await referral.stop();
    await referral.start({
      DATABASE_URL: throughPort(app, standby.port),
      DATABASE_WORKER_URL: throughPort(worker, standby.port),
    });

    for (let round = 0; round < 5; round++, await pause(300))
      for (const family of [one, other])
        expect((await seenOf(family)).map((seen) => seen?.status)).toEqual(ofReferral.map(() => 503));
    // who decides on the referral reads it by statute
    const path = `/referral/v1/referrals/${other.referralId}`;
    expect(await world.api.get(path, { as: world.as('vibeke') })).toMatchObject({ status: 200 });

    await restored(operate, 'referral', since);
    await eventually(
      'caught up',
      () => shownOf(other),
      (shown) => shown.every(Boolean),
    );
    expect(await shownOf(one)).toEqual(ofReferral.map(() => false));
  }, 300_000);

  async function operate<T>(method: string, path: string, body?: object): Promise<T> {
    const headers = new Headers({ authorization: `Bearer ${await platform.operator.token()}` });
    if (body) headers.set('content-type', 'application/json');
    const sent = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const answer = await fetch(`${platform.url}${path}`, sent);
    const text = await answer.text();
    expect([path, answer.status < 300, text]).toEqual([path, true, text]);
    return JSON.parse(text) as T;
  }
});
