import { until } from './test/until.js';
import { families, World } from './test/world.js';

describe('a source that is asked for what a reader lacks', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.make();
  });
  afterEach(() => world?.stop());

  /** An event that counts as published though the bus never had it. */
  const writeUnsent = (workers: { query(sql: string, values: unknown[]): Promise<unknown> }, family: string) =>
    workers.query(
      `WITH key AS (
         INSERT INTO helhed.order_key AS k VALUES ('0450', $1, helhed.incarnation(), 1)
         ON CONFLICT (municipality, order_key) DO UPDATE SET
           last_seq = CASE WHEN k.incarnation = excluded.incarnation THEN k.last_seq ELSE 0 END + 1,
           incarnation = excluded.incarnation
         RETURNING incarnation, last_seq)
       INSERT INTO helhed.outbox (municipality, event_id, type, order_key, incarnation, seq, occurred_at, data, published_at)
       SELECT '0450', uuidv7(), 'dk.helhed.referral.triage-started.v1', $1, incarnation, last_seq, now(), $2, now() FROM key`,
      [
        family,
        { referralId: family, familyId: family, programme: 'familiestue', startedOn: '2026-01-01', unit: 'visitation' },
      ],
    );

  it('answers on the connection that follows one that was given up', async () => {
    const writer = await world.writer();
    await world.reader();
    const [family] = families(1) as [string];
    await world.write(writer.database, family);
    await world.settled();
    await (await writer.messaging.bus.connection()).close();
    await writeUnsent(writer.workers, family);
    await world.write(writer.database, family);
    const { expected, applied } = await world.settled();
    expect(applied).toEqual(expected);
  });

  it('is asked also for the first events of a new incarnation, before any of it was applied', async () => {
    const writer = await world.writer();
    await world.reader();
    const [family] = families(1) as [string];
    for (let n = 0; n < 3; n++) await world.write(writer.database, family);
    await world.settled();
    await writer.workers.query('UPDATE helhed.relay SET incarnation = uuidv7()');
    await writeUnsent(writer.workers, family);
    await world.write(writer.database, family);
    const applied = await until(
      () => world.applied(),
      (found) => found.get(family)?.length === 5,
    );
    expect(applied.get(family)).toHaveLength(5);
  });
});
