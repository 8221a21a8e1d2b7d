import { newId } from '@helhed/kernel';
import { createServiceDatabase, type ServiceDatabase } from '@helhed/testing';
import { migrate } from '../data-source.js';
import { Workers } from '../workers.js';
import { platformTables } from './platform-tables.js';

class Tables1767225600000 {
  async up(runner: { query(sql: string): Promise<unknown> }): Promise<void> {
    await runner.query(platformTables('referral'));
  }
  async down(): Promise<void> {}
}

describe('the partitions of the outbox', () => {
  let at: ServiceDatabase;
  let worker: Workers;
  let backup: Workers;
  let seq = 0;

  beforeEach(async () => {
    at = await createServiceDatabase('referral');
    await migrate(at.owner, [Tables1767225600000]);
    worker = new Workers(at.worker);
    backup = new Workers(at.backup);
  });
  afterEach(async () => {
    await Promise.all([worker?.close(), backup?.close()]);
  });

  /** A row that was written `months` from now. */
  const row = (months: number, published = true) =>
    worker.query(
      `INSERT INTO helhed.outbox (municipality, event_id, type, order_key, incarnation, seq, occurred_at, data, recorded_at, published_at)
       VALUES ('0450', uuidv7(), 'x', $1, helhed.incarnation(), $2, now(), '{}', now() + make_interval(months => $3),
         CASE WHEN $4 THEN now() END)`,
      [newId(), ++seq, months, published],
    );
  const keep = (months = 0) =>
    worker.query('SELECT helhed.keep_outbox_partitions(clock_timestamp() + make_interval(months => $1))', [months]);
  const places = async () =>
    (
      await backup.query<{ place: string; n: number }>(
        'SELECT tableoid::regclass::text AS place, count(*)::int AS n FROM helhed.outbox GROUP BY 1 ORDER BY 1',
      )
    ).map(({ place, n }) => [place, n]);
  const partition = async (months: number) =>
    (
      await backup.query<{ name: string }>(
        `SELECT 'helhed.outbox_' || to_char((now() + make_interval(months => $1)) AT TIME ZONE 'UTC', 'YYYYMM') AS name`,
        [months],
      )
    )[0]?.name;

  it('takes what lies in the default one into a month that is made late', async () => {
    await row(3);
    await row(4, false);
    await row(4);
    expect(await places()).toEqual([['helhed.outbox_rest', 3]]);
    await keep(4);
    expect(await places()).toEqual([
      [await partition(3), 1],
      [await partition(4), 2],
    ]);
    await row(6);
    expect(await places()).toContainEqual([await partition(6), 1]);
  });

  it('is the same month whatever the time zone of the session that keeps it', async () => {
    await worker.run(async (client) => {
      for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Copenhagen']) {
        await client.query(`SET timezone = '${zone}'`);
        await client.query(`SELECT helhed.keep_outbox_partitions(clock_timestamp() + interval '1 month')`);
      }
      await client.query(`SET timezone = 'UTC'`);
      const { rows } = await client.query<{ bounds: string }>(
        `SELECT pg_get_expr(relpartbound, oid) AS bounds FROM pg_class WHERE relname ~ '^outbox_[0-9]{6}$' AND relkind = 'r'`,
      );
      expect(rows).toHaveLength(4);
      for (const { bounds } of rows)
        expect(bounds).toMatch(/FROM \('\d{4}-\d\d-01 00:00:00\+00'\) TO \('\d{4}-\d\d-01 00:00:00\+00'\)/);
    });
  });

  it('is dropped after 90 days, when all of it is published', async () => {
    await row(0);
    await row(1, false);
    await keep(3);
    expect(await places()).toHaveLength(2);
    await keep(7);
    expect(await places()).toEqual([[await partition(1), 1]]);
  });

  it('is not waited for by commands when a transaction stays open: the call gives up', async () => {
    await row(3);
    await worker.run(async (client) => {
      await client.query('BEGIN');
      await client.query('SELECT count(*) FROM helhed.outbox');
      await expect(keep(4)).rejects.toMatchObject({ code: '55P03' });
      await client.query('ROLLBACK');
    });
    await keep(4);
    expect(await places()).toEqual([[await partition(3), 1]]);
  });
});
