import { migrate, platformTables, Workers } from '@helhed/database';
import { createServiceDatabase, type ServiceDatabase } from '@helhed/testing';
import { Client } from 'pg';
import type { Bus } from './bus.js';
import { Leadership } from './leadership.js';
import { Relay } from './relay.js';
import { until } from './test/until.js';

class Tables1767225600000 {
  async up(runner: { query(sql: string): Promise<unknown> }): Promise<void> {
    await runner.query(platformTables('referral'));
  }
  async down(): Promise<void> {}
}

describe('leadership', () => {
  let at: ServiceDatabase;
  const open: { close(): Promise<void> }[] = [];

  beforeEach(async () => {
    at = await createServiceDatabase('referral');
    await migrate(at.owner, [Tables1767225600000]);
  });
  afterEach(async () => {
    for (const each of open.splice(0)) await each.close();
  });

  function candidate(every: number, woken?: () => void): Leadership {
    const workers = new Workers(at.worker);
    const leadership = new Leadership(workers, { every, silence: 3_000 }, woken);
    open.push({ close: () => leadership.resign().then(() => workers.close()) });
    return leadership;
  }
  const becomes = (look: () => number, wanted: number) =>
    until(
      () => Promise.resolve(look()),
      (found) => found === wanted,
    );
  const mark = `UPDATE helhed.relay SET stream_created = 'marked' RETURNING 1`;

  it('stays with a leader whose heart beats', async () => {
    const [first, second] = [candidate(100), candidate(100)];
    const session = await first.session();
    for (let n = 0; n < 10; n++) {
      expect(await second.session()).toBeUndefined();
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
    expect(first.leads).toBe(true);
    expect((await session?.query(mark))?.rowCount).toBe(1);
  });

  it('passes from one that was stopped, which cannot mark anything afterwards', async () => {
    // like a process that was stopped: it holds its session and its lock, and its heart does not beat
    const [stopped, next] = [candidate(3_600_000), candidate(100)];
    const session = await stopped.session();
    expect(session).toBeDefined();
    expect(await next.session()).toBeUndefined();
    const taken = await until(
      () => next.session(),
      (found) => found !== undefined,
    );
    expect(taken).toBeDefined();
    await expect(session?.query(mark)).rejects.toThrow();
    expect(stopped.leads).toBe(false);
    expect((await taken?.query(mark))?.rowCount).toBe(1);
    expect(await stopped.session()).toBeUndefined();
  });

  it('ends no session but the leader’s, whatever pid it once had', async () => {
    const leader = candidate(3_600_000);
    await leader.session();
    const bystander = new Workers(at.worker);
    open.push(bystander);
    await bystander.run(async (client) => {
      await client.query(
        `UPDATE helhed.relay SET leader_pid = pg_backend_pid(), heartbeat = now() - interval '1 hour'`,
      );
      expect(await candidate(100).session()).toBeUndefined();
      expect((await client.query('SELECT 1')).rowCount).toBe(1);
    });
    expect(leader.leads).toBe(true);
  });

  it('is told by the others that they have committed something', async () => {
    let woken = 0;
    const [leader, other] = [candidate(100, () => woken++), candidate(100)];
    await leader.session();
    await other.session();
    await other.wakeLeader();
    expect(await becomes(() => woken, 1)).toBe(1);
    await leader.wakeLeader();
    expect(woken).toBe(1);
  });

  it('hears of commits again after the listening session was ended, by who leads next', async () => {
    let woken = 0;
    const [leader, other] = [candidate(100, () => woken++), candidate(100)];
    const session = await leader.session();
    await other.session();
    const { rows } = await session!.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const bystander = new Workers(at.worker);
    open.push(bystander);
    await bystander.query('SELECT pg_terminate_backend($1)', [rows[0]!.pid]);
    const lost = await until(
      () => Promise.resolve(leader.leads),
      (leads) => !leads,
    );
    expect(lost).toBe(false);
    // who is ended says so before it lets its lock go
    const anew = await until(
      () => leader.session(),
      (found) => found !== undefined,
    );
    expect(anew).toBeDefined();
    await other.wakeLeader();
    expect(await becomes(() => woken, 1)).toBe(1);
  });

  it('is open to a session whose wake-up was aborted, and it wakes again', async () => {
    let woken = 0;
    const [leader, other] = [candidate(100, () => woken++), candidate(100)];
    await leader.session();
    await other.session();
    const { query } = Client.prototype;
    Client.prototype.query = function (this: Client, text: unknown, ...rest: unknown[]) {
      const aborted = typeof text === 'string' && text.includes('NOTIFY') ? 'BEGIN; SELECT 1 / 0' : text;
      return Reflect.apply(query, this, [aborted, ...rest]) as unknown;
    } as typeof query;
    await expect(other.wakeLeader().finally(() => (Client.prototype.query = query))).rejects.toThrow('zero');
    expect(await other.session()).toBeUndefined();
    await other.wakeLeader();
    expect(await becomes(() => woken, 1)).toBe(1);
    await leader.resign();
    expect(await other.session()).toBeDefined();
  });

  it('is asked for once a second by who does not have it, also after something was committed there', async () => {
    await candidate(100).session();
    const workers = new Workers(at.worker);
    const relay = new Relay({} as Bus, workers, () => undefined);
    open.push({ close: () => relay.stop().then(() => workers.close()) });
    const { session } = Leadership.prototype;
    let asked = 0;
    Leadership.prototype.session = function () {
      asked++;
      return session.call(this);
    };
    try {
      relay.start();
      relay.poke();
      await new Promise((resolve) => setTimeout(resolve, 1_500));
    } finally {
      Leadership.prototype.session = session;
    }
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(5);
  });
});
