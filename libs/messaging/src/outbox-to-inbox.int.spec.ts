import type { Database } from '@helhed/database';
import { cp, rm } from 'node:fs/promises';
import { families, World } from './test/world.js';

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());
const until = async (came: () => boolean | Promise<boolean>) => {
  while (!(await came())) await pause(20);
};

describe('events from one service to another', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.make();
  });
  afterEach(() => world?.stop());

  /** Writers that each write `times` events about random families, with random pauses before commit. */
  async function write(databases: Database[], writers: number, times: number): Promise<void> {
    const about = families(8);
    await Promise.all(
      Array.from({ length: writers }, async (_, i) => {
        for (let n = 0; n < times; n++) {
          const family = about[Math.floor(Math.random() * about.length)] as string;
          await world.write(databases[i % databases.length] as Database, family, Math.random() * 20);
        }
      }),
    );
  }

  it('64 writers with pauses, two relays, two readers: none skipped, none twice, order per family', async () => {
    const writers = [await world.writer(), await world.writer()];
    await world.reader();
    await world.reader();
    await write(
      writers.map((w) => w.database),
      64,
      5,
    );
    const { expected, applied } = await world.settled();
    expect([...expected.values()].flat()).toHaveLength(320);
    expect(applied).toEqual(expected);
  });

  it('a reader that is stopped and another that goes on: none skipped, none twice', async () => {
    const writer = await world.writer();
    const first = await world.reader();
    const writing = write([writer.database], 16, 12);
    await pause(100);
    await first.stop();
    await world.reader();
    await writing;
    const { expected, applied } = await world.settled();
    expect(applied).toEqual(expected);
  });

  it('what a reader held when it stopped goes to another at once', async () => {
    // judged by no clock: within this test the bus gives nothing to another by itself
    await world.ackWait(600_000);
    const writer = await world.writer();
    const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
    const begun: string[] = [];
    const effect = async ({ id }: { id: string }) => {
      begun.push(id);
      await mayEnd;
    };
    const slow = await world.reader({ effect });
    const held = async () => (await slow.messaging.bus.manager()).consumers.info('helhed-referral', 'family-plan');
    await write([writer.database], 1, 1);
    await until(() => begun.length === 1);
    await write([writer.database], 8, 5);
    await until(async () => (await held()).num_ack_pending === 41);
    const stopped = slow.stop();
    end();
    await stopped;
    expect(begun).toHaveLength(1);
    await world.reader();
    const { expected, applied } = await world.settled(60_000);
    expect([...applied.values()].flat()).toHaveLength(41);
    expect(applied).toEqual(expected);
  });

  it('an effect that takes longer than the bus waits is not begun by another reader', async () => {
    const writer = await world.writer();
    const begun: string[] = [];
    const slowly = {
      effect: async ({ id }: { id: string }) => {
        begun.push(id);
        await pause(11_000);
      },
    };
    await world.reader(slowly);
    await world.reader(slowly);
    await world.write(writer.database, families(1)[0] as string);
    const { expected, applied } = await world.settled();
    expect(applied).toEqual(expected);
    expect(begun).toHaveLength(1);
  });

  it('a reader that is told to stop while it starts, stops', async () => {
    await world.writer();
    for (let ms = 0; ms < 60; ms += 5) {
      const reader = await world.reader();
      await pause(ms);
      const stopped = await Promise.race([reader.stop().then(() => true), pause(60_000).then(() => false)]);
      expect([ms, stopped]).toEqual([ms, true]);
    }
  });

  it('a killed bus, and one whose whole store is wiped, are refilled from the outbox', async () => {
    const writer = await world.writer();
    await world.reader();
    await write([writer.database], 8, 5);
    await world.settled();
    await world.nats.kill();
    await rm(world.nats.storeDir, { recursive: true, force: true });
    const writing = write([writer.database], 8, 5);
    await world.nats.start();
    await writing;
    const late = await world.reader();
    const { expected, applied } = await world.settled();
    expect(applied).toEqual(expected);
    expect(await late.messaging.lag()).toEqual({ referral: expect.any(Number) });
  });

  it('writes that the bus had not synced when the power went are published again', async () => {
    const writer = await world.writer();
    await world.reader();
    await write([writer.database], 8, 3);
    await world.settled();
    // the store as it was at its last sync: later messages were acknowledged to the relay, applied by nobody, then lost
    const synced = `${world.nats.storeDir}-synced`;
    await cp(world.nats.storeDir, synced, { recursive: true });
    const blocked = await world.reader({ effect: () => Promise.reject(new Error('not today')) });
    await write([writer.database], 8, 3);
    await pause(300);
    await world.nats.kill();
    await rm(world.nats.storeDir, { recursive: true, force: true });
    await cp(synced, world.nats.storeDir, { recursive: true });
    await rm(synced, { recursive: true, force: true });
    await blocked.stop();
    await world.nats.start();
    const { expected, applied } = await world.settled();
    expect(applied).toEqual(expected);
  });

  it('a source that is asked publishes again what the reader has lost', async () => {
    const writer = await world.writer();
    const [family] = families(1) as [string];
    for (let n = 0; n < 5; n++) await world.write(writer.database, family);
    const manager = await writer.messaging.bus.manager();
    await until(async () => (await manager.streams.info('helhed-referral')).state.messages === 5);
    // the bus goes back to a time before the first three, and nothing tells the relay: only the gap does
    await world.nats.kill();
    await rm(world.nats.storeDir, { recursive: true, force: true });
    await writer.stop();
    await world.nats.start();
    const again = await world.writer();
    await world.reader();
    await world.write(again.database, family);
    const { expected, applied } = await world.settled();
    expect(applied).toEqual(expected);
  });
});
