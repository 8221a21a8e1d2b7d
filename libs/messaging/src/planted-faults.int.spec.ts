import { beside } from '@helhed/testing';
import { families, World } from './test/world.js';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The tests of order and completeness would be worth nothing if they passed for a relay and a reader that are wrong. */
describe('a wrong part is found', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.make();
  });
  afterEach(() => world?.stop());

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
      await pause(500);
    });
    await pause(500);
    const unsent = await writer.workers.query('SELECT 1 FROM helhed.outbox WHERE published_at IS NULL');
    expect(unsent).toHaveLength(1);
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
      await pause(500);
    });
    await pause(500);
    expect(await writer.workers.query('SELECT 1 FROM helhed.outbox WHERE published_at IS NULL')).toHaveLength(0);
  });

  it('a reader without the sequence check applies a repeat', async () => {
    const writer = await world.writer();
    await world.reader({ check: () => 'next' });
    const [family] = families(1) as [string];
    await world.write(writer.database, family);
    await world.settled();
    await writer.messaging.republish(new Date(0));
    await pause(1_000);
    const { expected, applied } = await world.settled();
    expect(applied).not.toEqual(expected);
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
