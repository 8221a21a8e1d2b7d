import { Workers } from '@helhed/database';
import { families, World } from './test/world.js';
import { until } from './test/until.js';

describe('the outbox', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.make();
  });
  afterEach(() => world?.stop());

  async function insert(family: string, type: string, more = {}): Promise<void> {
    const data = {
      referralId: family,
      familyId: family,
      programme: 'familiestue',
      startedOn: '2026-01-01',
      unit: 'visitation',
      ...more,
    };
    const workers = new Workers(world.source.worker);
    await workers.query(
      `WITH key AS (INSERT INTO helhed.order_key VALUES ('0450', $1, helhed.incarnation(), 1))
       INSERT INTO helhed.outbox (municipality, event_id, type, order_key, incarnation, seq, occurred_at, data)
       VALUES ('0450', uuidv7(), $2, $1, helhed.incarnation(), 1, now(), $3)`,
      [family, type, JSON.stringify(data)],
    );
    await workers.close();
  }

  it('sets an event aside that no try can send; its family waits, the others go on', async () => {
    const [unknown, large, healthy] = families(3) as [string, string, string];
    await insert(unknown, 'dk.helhed.referral.not-yet-invented.v1');
    await insert(large, 'dk.helhed.referral.triage-started.v1', { text: 'x'.repeat(1_100_000) });
    const writer = await world.writer();
    const reader = await world.reader();
    for (const family of [unknown, large, healthy, healthy]) await world.write(writer.database, family);
    const applied = await until(
      () => world.applied(),
      (found) => found.get(healthy)?.length === 2,
    );
    expect([...applied.keys()]).toEqual([healthy]);
    expect(await writer.messaging.setAside()).toBe(2);
    const oldest = await until(
      () => writer.messaging.outboxAge(),
      (age) => age === 0,
    );
    expect(oldest).toBe(0);
    expect(
      await until(
        () => reader.messaging.parkedAge(),
        (age) => age > 0,
      ),
    ).toBeGreaterThan(0);
    const aside = world.reports.filter((report) => report.startsWith('outbox:'));
    expect(aside.map((report) => report.replace(/event [0-9a-f-]{36}/, 'event'))).toEqual([
      'outbox: Error: event (dk.helhed.referral.not-yet-invented.v1) was set aside: its type cannot be sent',
      'outbox: Error: event (dk.helhed.referral.triage-started.v1) was set aside: its size cannot be sent',
    ]);
    // nothing was taken for a bus that does not answer
    expect(world.reports.filter((report) => report.startsWith('relay:'))).toEqual([]);
  });

  it('sends what was set aside when an operator has it published again, or another leader starts', async () => {
    const [first, second] = families(2) as [string, string];
    const writer = await world.writer();
    await world.reader();
    await insert(first, 'dk.helhed.referral.not-yet-invented.v1');
    await insert(second, 'dk.helhed.referral.not-yet-invented.v1');
    const aside = (count: number) =>
      until(
        () => writer.messaging.setAside(),
        (n) => n === count,
      );
    expect(await aside(2)).toBe(2);
    const known = (family: string) =>
      writer.workers.query(
        `UPDATE helhed.outbox SET type = 'dk.helhed.referral.triage-started.v1' WHERE order_key = $1`,
        [family],
      );
    await known(first);
    await writer.messaging.republish(new Date(0));
    expect(await aside(1)).toBe(1);
    await known(second);
    await writer.stop();
    const next = await world.writer();
    expect(
      await until(
        () => next.messaging.setAside(),
        (n) => n === 0,
      ),
    ).toBe(0);
    const { expected, applied } = await world.settled();
    expect(applied).toEqual(expected);
  });

  it('is published though its partitions cannot be kept', async () => {
    const owner = new Workers(world.source.owner);
    await owner.query('DROP FUNCTION helhed.keep_outbox_partitions(timestamptz)');
    await owner.close();
    const writer = await world.writer();
    await world.reader();
    await world.write(writer.database, families(1)[0] as string);
    const { expected, applied } = await world.settled();
    expect(applied).toEqual(expected);
    expect(world.reports).toEqual([expect.stringMatching(/^outbox partitions: .*keep_outbox_partitions/)]);
  });

  it('is given its partitions at the start of the leader', async () => {
    const owner = new Workers(world.source.owner);
    const month = `SELECT relname FROM pg_class WHERE relname ~ '^outbox_[0-9]{6}$' AND relkind = 'r' ORDER BY 1 DESC LIMIT 1`;
    const [last] = await owner.query<{ relname: string }>(month);
    await owner.query(`DROP TABLE helhed.${last?.relname}`);
    await world.writer();
    expect(
      await until(
        () => owner.query<{ relname: string }>(month),
        ([found]) => found?.relname === last?.relname,
      ),
    ).toEqual([last]);
    await owner.close();
  });
});
