import { setTimeout as pause } from 'node:timers/promises';
import { createServiceDatabase } from '@helhed/testing';
import { Listener } from './listener.js';
import { Workers } from './workers.js';

const channel = 'helhed_listener_test';
const sessions = `SELECT pid FROM pg_stat_activity
  WHERE query LIKE 'LISTEN%${channel}%' AND usename = current_user AND pid <> pg_backend_pid()`;

describe('a listener', () => {
  let owner: Workers;
  beforeAll(async () => (owner = new Workers((await createServiceDatabase('consent')).owner)));
  afterAll(() => owner?.close());

  it('listens again after its session was ended, and says that something may have been missed', async () => {
    const heard: (string | undefined)[] = [];
    const listener = new Listener(owner.url, channel, (payload) => heard.push(payload));
    const notify = (payload: string) => owner.query('SELECT pg_notify($1, $2)', [channel, payload]);
    listener.start();
    try {
      await until(() => heard.length === 1);
      await notify('before');
      await until(() => heard.length === 2);
      const [session, ...more] = await owner.query<{ pid: number }>(sessions);
      expect(more).toEqual([]);
      await owner.query('SELECT pg_terminate_backend($1)', [session!.pid]);
      await notify('missed, most likely');
      await until(() => heard.slice(2).includes(undefined));
      await notify('after');
      await until(() => heard.at(-1) === 'after');
      expect([heard[0], heard[1]]).toEqual([undefined, 'before']);
    } finally {
      await listener.stop();
    }
    await until(async () => (await owner.query(sessions)).length === 0);
  });

  it('leaves no session behind when it is stopped while it connects', async () => {
    for (let n = 0; n < 10; n++) {
      const listener = new Listener(owner.url, channel, () => undefined);
      listener.start();
      await pause(n);
      await listener.stop();
    }
    await until(async () => (await owner.query(sessions)).length === 0);
    expect(await owner.query(sessions)).toEqual([]);
  });
});

async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  for (let n = 0; n < 6_000 && !(await done()); n++) await pause(10);
  expect(await done()).toBe(true);
}
