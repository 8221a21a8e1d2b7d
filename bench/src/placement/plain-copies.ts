import type { Client } from 'pg';

/** The yardstick's tables: a key each, and neither a clash to look for, nor a row of another's to hide, nor a reference to check. */
export async function makePlain(client: Client): Promise<void> {
  await client.query(
    'CREATE TABLE plain_appointment (LIKE appointment INCLUDING DEFAULTS, PRIMARY KEY (municipality, id))',
  );
  await client.query(`CREATE TABLE plain_booking (LIKE booking INCLUDING DEFAULTS,
    PRIMARY KEY (municipality, appointment_id, resource_kind, resource_id))`);
}

/** Of the definition: 13 sessions, 3 evenings, and 3 conversations with each of 6 families. */
const placed = 13 + 3 + 3 * 6;

/** A placed course's rows and those of its conversations, written once more by two statements. @returns in milliseconds */
export async function writePlain(client: Client, municipality: string, group: string): Promise<number> {
  const of = await ids(client, municipality, group);
  if (of.length !== placed) throw new Error(`${of.length} appointments were placed, not ${placed}`);
  const began = performance.now();
  await client.query('BEGIN');
  await client.query('SELECT helhed.enter($1)', [municipality]);
  const where = `WHERE municipality = helhed.tenant() AND`;
  const { rowCount: made } = await client.query(
    `INSERT INTO plain_appointment SELECT * FROM appointment ${where} id = ANY ($1::uuid[])`,
    [of],
  );
  await client.query(`INSERT INTO plain_booking SELECT * FROM booking ${where} appointment_id = ANY ($1::uuid[])`, [
    of,
  ]);
  await client.query('COMMIT');
  if (made !== of.length) throw new Error(`${made} appointments were copied, not ${of.length}`);
  return performance.now() - began;
}

async function ids(client: Client, municipality: string, group: string): Promise<string[]> {
  await client.query('BEGIN');
  await client.query('SELECT helhed.enter($1)', [municipality]);
  const { rows } = await client.query<{ id: string }>(
    `SELECT a.id FROM course c JOIN appointment a ON a.municipality = c.municipality AND a.course_id = c.id
     WHERE c.municipality = helhed.tenant() AND c.group_id = $1
     UNION ALL SELECT a.id FROM appointment a WHERE a.municipality = helhed.tenant() AND a.group_id = $1`,
    [group],
  );
  await client.query('COMMIT');
  return rows.map(({ id }) => id);
}
