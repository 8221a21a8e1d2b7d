import { newId } from '@helhed/kernel';
import { World } from '../../test/world.js';
import { busyTimesSql, findBusyTimes } from './find-busy-times.js';

const rows = 20_000;
const resources = 200;

describe('the search for clashes', () => {
  let world: World;
  const rooms = Array.from({ length: resources }, () => ({ kind: 'room', id: newId() }) as const);
  const span = { startsAt: new Date('2027-01-04T00:00:00Z'), endsAt: new Date('2027-02-01T00:00:00Z') };

  beforeAll(async () => {
    world = await World.make();
    await world.inTx(async (tx) => {
      await tx.query(
        `WITH made AS (
           SELECT uuidv7() AS id, ($1::uuid[])[1 + n % $2] AS room, timestamptz '2027-01-01 08:00Z' + (n / $2) * interval '1 hour' AS at
           FROM generate_series(0, $3 - 1) AS n
         ), appointments AS (
           INSERT INTO appointment (municipality, id, kind, unit, local_date, start_time, minutes, zone, starts_at, ends_at, changed_at, version)
           SELECT '0450', id, 'single', 'x', (at AT TIME ZONE 'Europe/Copenhagen')::date, to_char(at AT TIME ZONE 'Europe/Copenhagen', 'HH24:MI'),
             60, 'Europe/Copenhagen', at, at + interval '1 hour', at, 1 FROM made
         )
         INSERT INTO booking (municipality, appointment_id, resource_kind, resource_id, starts_at, ends_at)
         SELECT '0450', id, 'room', room, at, at + interval '1 hour' FROM made`,
        [rooms.map(({ id }) => id), resources, rows],
      );
    });
    await world.analyze('booking');
  });
  afterAll(() => world.stop());

  it(`uses the index among ${rows} bookings, under row level security`, async () => {
    const plan = await world.inTx(async (tx) => {
      const [{ role }] = (await tx.query<{ role: string }>('SELECT current_user AS role')) as [{ role: string }];
      expect(role).toBe('scheduling_app');
      const wanted = rooms.slice(0, 30);
      return tx.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${busyTimesSql}`, [
        world.municipality,
        wanted.map(({ kind }) => kind),
        wanted.map(({ id }) => id),
        span.startsAt,
        span.endsAt,
      ]);
    });
    const text = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).toMatch(/booking_time/);
    expect(text).not.toMatch(/Seq Scan on booking/);
  });

  it('finds what touches the span and nothing that only borders on it', async () => {
    const [room] = rooms;
    const found = await world.inTx((tx) =>
      findBusyTimes(tx, [room!], {
        startsAt: new Date('2027-01-01T09:30:00Z'),
        endsAt: new Date('2027-01-01T11:00:00Z'),
      }),
    );
    expect(found.map(({ startsAt }) => startsAt.toISOString().slice(11, 16)).toSorted()).toEqual(['09:00', '10:00']);
  });

  it("finds nothing of another municipality's", async () => {
    await world.addMunicipality('0561');
    const found = await world.database.inTransaction('0561' as never, (tx) => findBusyTimes(tx, rooms, span));
    expect(found).toEqual([]);
  });
});
