import { as, World, year } from '../../test/world.js';
import { acts } from '../acts.js';
import { countStatement } from './counts.js';
import { rowThing } from './row-thing.js';

it('the count of a quarter among 20,000 journeys and more reads indexes alone', async () => {
  const world = await World.start();
  const here = await world.municipality();
  for (const many of [journeys, enrolments, courses, sessions, attendances, conversations])
    await here.inTx((tx) => tx.query(many, [here.code]));
  await world.analyze();
  const quarter = { ...year, from: '2027-01-01', to: '2027-03-31' };
  const plan = await as(here.lead, () =>
    world.looks.at(here.lead, acts.figures, async (look) => {
      const query = look.query(rowThing);
      const statement = `EXPLAIN ${countStatement(look, query, quarter)}`;
      return query.rows<{ 'QUERY PLAN': string }>(look.tx, statement);
    }),
  );
  const [counted] = await world.rows<{ n: number }>('SELECT count(*)::int AS n FROM journey');
  await world.stop();
  const text = plan.map((line) => line['QUERY PLAN']).join('\n');
  expect(counted?.n).toBe(24_000);
  expect(text).not.toMatch(/Seq Scan on (journey|enrolment|course|held_session|attendance|conversation)\b/);
  for (const index of ['received', 'accepted', 'declined', 'withdrawn', 'waiting', 'assigned', 'ended'])
    expect(text).toContain(`journey_${index}`);
  expect(text).toMatch(/enrolment_on[^]*course_started[^]*held_session_on[^]*attendance_held[^]*conversation_held/);
});

// four years, four programmes; as the app role, under its row level security
const made = `FROM generate_series(1, 24000) AS n, LATERAL (SELECT date '2025-01-01' + n % 1460 AS day,
  CASE n % 4 WHEN 0 THEN 'nyborg-familiestue' ELSE 'programme-' || n % 4 END AS programme)`;
const journeys = `
  INSERT INTO journey (municipality, generation, referral_id, family_id, programme, received_on, accepted_on, declined_on,
    decline_reason, waiting_since, waiting_ended_on, assigned_on, waiting_days, withdrawn_on, withdraw_reason)
  SELECT $1, 0, uuidv7(), uuidv7(), programme, day, day + 9, CASE WHEN n % 7 = 0 THEN day + 9 END, 'another-offer', day + 9, day + 40,
    day + 40, 40, CASE WHEN n % 9 = 0 THEN day + 60 END, 'family-moved' ${made}`;
const enrolments = `INSERT INTO enrolment SELECT $1, 0, uuidv7(), uuidv7(), programme, day ${made}`;
const courses = `INSERT INTO course SELECT $1, 0, uuidv7(), uuidv7(), programme, day ${made}`;
const sessions = `INSERT INTO held_session SELECT $1, 0, uuidv7(), programme, 'session', day ${made}`;
const attendances = `INSERT INTO attendance SELECT $1, 0, uuidv7(), uuidv7(), programme, day, 3, 1 ${made}`;
const conversations = `INSERT INTO conversation SELECT $1, 0, uuidv7(), uuidv7(), programme, 'start', day, '[]' ${made}`;
