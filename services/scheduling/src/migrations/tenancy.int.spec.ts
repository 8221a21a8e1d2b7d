import { municipalityCode, newId } from '@helhed/kernel';
import { World } from '../../test/world.js';
import { book } from '../calendar/book.js';
import { PlaceCourse } from '../courses/place-course.js';

const wish = { from: '2026-10-01', weekday: 'thursday', startTime: '16:00' } as const;
const other = municipalityCode('0561');

describe("another municipality's rows", () => {
  let world: World;
  let tables: string[];
  beforeAll(async () => {
    world = await World.make();
    await world.addMunicipality(other);
    const group = await world.group();
    await world.seat(group, 0);
    await world.as(world.leader, () => new PlaceCourse(world.database).run(world.leader, group.id, 1, wish));
    const rows = await world.all<{ name: string }>(
      `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'municipality'
       WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace::regnamespace::text NOT LIKE 'pg_%' ORDER BY 1`,
    );
    tables = rows.map(({ name }) => name);
  });
  afterAll(() => world.stop());

  it('cannot be read in any table, without a word in the query', async () => {
    expect(tables).toEqual(expect.arrayContaining(['booking', 'seat', 'enrolled_member', 'helhed.outbox']));
    for (const table of tables) {
      const seen = await world.database.inTransaction(other, (tx) => tx.query(`SELECT FROM ${table}`));
      expect([table, seen.length]).toEqual([table, 0]);
    }
    expect(await world.inTx((tx) => tx.query('SELECT FROM booking'))).not.toEqual([]);
  });

  it('cannot be changed, or written in its name', async () => {
    const changed = await world.database.inTransaction(other, (tx) =>
      tx.query('DELETE FROM booking RETURNING appointment_id'),
    );
    expect(changed).toEqual([]);
    const written = world.database.inTransaction(other, (tx) =>
      tx.query(`INSERT INTO room (municipality, id, unit, name, version) VALUES ('0450', $1, 'x', 'x', 1)`, [newId()]),
    );
    await expect(written).rejects.toThrow('row-level security');
  });

  it('leave no trace in a key: each begins with the municipality', async () => {
    const keys = await world.all<{ name: string }>(
      `SELECT conrelid::regclass || '.' || conname AS name FROM pg_constraint c
       WHERE contype IN ('p', 'u', 'x', 'f') AND conrelid::regclass::text = ANY($1) AND NOT EXISTS (
         SELECT FROM pg_attribute a WHERE a.attrelid = c.conrelid AND a.attnum = c.conkey[1] AND a.attname = 'municipality')`,
      [tables],
    );
    expect(keys).toEqual([]);
  });

  it('do not refuse a booking of the same room at the same time', async () => {
    const [taken] = await world.all<{ id: string; starts_at: Date; ends_at: Date }>(
      `SELECT resource_id AS id, starts_at, ends_at FROM booking WHERE resource_kind = 'room' LIMIT 1`,
    );
    const { id, starts_at: startsAt, ends_at: endsAt } = taken!;
    const attempt = (municipality: typeof other) =>
      world.database.inTransaction(municipality, async (tx) => {
        const appointmentId = newId();
        await tx.query(
          `INSERT INTO appointment (municipality, id, kind, unit, local_date, start_time, minutes, zone, starts_at, ends_at, changed_at, version)
           VALUES ($1, $2, 'single', 'x', '2026-10-01', '16:00', 180, 'Europe/Copenhagen', $3, $4, $3, 1)`,
          [municipality, appointmentId, startsAt, endsAt],
        );
        return book(tx, [{ appointmentId, kind: 'room', id, startsAt, endsAt }]);
      });
    expect(await attempt(other)).toEqual([]);
    expect(await attempt(world.municipality)).toHaveLength(1);
  });
});
