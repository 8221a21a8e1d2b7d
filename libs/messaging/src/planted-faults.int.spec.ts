import type { Workers } from '@helhed/database';
import { beside } from '@helhed/testing';
import { until } from './test/until.js';
import { families, World } from './test/world.js';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The tests of order and completeness would be worth nothing if they passed for a relay and a reader that are wrong. */
describe('a wrong part is found', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.make();
  });
  afterEach(() => world?.stop());

  const unsent = (workers: Workers) =>
    workers.query<{ family: string }>(`SELECT order_key AS family FROM helhed.outbox WHERE published_at IS NULL`);
  /** Of which nobody else sees the early one yet. */
  const lateIsSent = async (workers: Workers, late: string) =>
    until(
      () => workers.query('SELECT 1 FROM helhed.outbox WHERE published_at IS NOT NULL AND order_key = $1', [late]),
      ({ length }) => length === 1,
    );

  it('a relay that goes on from the last id skips what commits late', async () => {
    const cursor = `
      SELECT id, municipality, event_id, type, order_key, incarnation, seq, occurred_at, traceparent, data, asked FROM helhed.outbox
      WHERE published_at IS NULL AND id > (SELECT coalesce(max(id), 0) FROM helhed.outbox WHERE published_at IS NOT NULL) ORDER BY id LIMIT $1`;
    const writer = await world.writerWith(cursor);
    const [early, late] = families(2) as [string, string];
    await writer.database.inTransaction('0450' as never, async (tx) => {
      // takes its id now and commits after the other has been published
      await tx.query(
        `INSERT INTO helhed.outbox (municipality, event_id, type, order_key, incarnation, seq, occurred_at, data)
         VALUES (helhed.tenant(), uuidv7(), 'dk.helhed.referral.triage-started.v1', $1, helhed.incarnation(), 1, now(), '{}')`,
        [early],
      );
      await beside(() => world.write(writer.database, late));
      await lateIsSent(writer.workers, late);
    });
    await pause(500);
    expect(await unsent(writer.workers)).toEqual([{ family: early }]);
  });

  it('the right relay does not', async () => {
    const writer = await world.writer();
    const [early, late] = families(2) as [string, string];
    await writer.database.inTransaction('0450' as never, async (tx) => {
      await tx.query(
        `INSERT INTO helhed.outbox (municipality, event_id, type, order_key, incarnation, seq, occurred_at, data)
         VALUES (helhed.tenant(), uuidv7(), 'dk.helhed.referral.triage-started.v1', $1, helhed.incarnation(), 1, now(), '{}')`,
        [early],
      );
      await beside(() => world.write(writer.database, late));
      await lateIsSent(writer.workers, late);
    });
    const left = await until(
      () => unsent(writer.workers),
      ({ length }) => length === 0,
    );
    expect(left).toEqual([]);
  });

  it('a reader without the sequence check applies a repeat', async () => {
    const writer = await world.writer();
    await world.reader({ check: () => 'next' });
    const [family] = families(1) as [string];
    await world.write(writer.database, family);
    await world.settled();
    await writer.messaging.republish(new Date(0));
    const applied = await until(
      () => world.applied(),
      (found) => found.get(family)?.length === 2,
    );
    expect(applied).not.toEqual(await world.expected());
  });

  it('with the check a repeat changes nothing', async () => {
    const writer = await world.writer();
    await world.reader();
    const [family] = families(1) as [string];
    await world.write(writer.database, family);
    await world.settled();
    await writer.messaging.republish(new Date(0));
    await pause(1_000);
    const { expected, applied } = await world.settled();
    expect(applied).toEqual(expected);
  });
});
