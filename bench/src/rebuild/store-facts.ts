import {
  eventSource,
  FamilyEnrolled,
  PlaceAssigned,
  ReferralAccepted,
  ReferralClosed,
  ReferralReceived,
  SessionHeld,
  TriageStarted,
  type EventContract,
} from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { getDefinition } from '@helhed/programmes';
import type { Client } from 'pg';

export const programme = 'nyborg-familiestue';
/** Families come evenly over ten years; a page is asked for one of them. */
const [firstDay, days] = ['2016-01-01', 3_650];
export const year = { from: '2020-01-01', to: '2020-12-31' };

type Contract = Pick<EventContract<object>, 'type' | 'context'>;

interface Told {
  readonly contract: Contract;
  /** The field of its date, and how many days after the referral. */
  readonly date: string;
  readonly after: number;
  /** SQL of what else it says of family number `n`. */
  readonly besides: string;
}

const id = (kind: string, of = 'n'): string => `('00000000-0000-4000-${kind}-' || lpad((${of})::text, 12, '0'))`;
const tell = (contract: Contract, date: string, after: number, besides = `'{}'`): Told => ({
  contract,
  date,
  after,
  besides,
});
const members = `jsonb_build_array(jsonb_build_object('personId', ${id('9001')}, 'role', 'parent'),
  jsonb_build_object('personId', ${id('9002')}, 'role', 'child'))`;
const group = id('8003', 'n / 6');
const session = (number: number): Told =>
  tell(
    SessionHeld,
    'heldOn',
    40 + 7 * number,
    `jsonb_build_object('kind', 'session', 'groupId', ${group}, 'sessionId', ${id(`800${4 + number}`, 'n / 6')})`,
  );

/** What is told of each family. */
const told: readonly Told[] = [
  tell(
    ReferralReceived,
    'receivedOn',
    0,
    `'{"programmeVersion": 1, "referringUnit": "db-solsikken", "kind": "professional"}'`,
  ),
  tell(TriageStarted, 'startedOn', 2, `'{"unit": "visitation"}'`),
  tell(ReferralAccepted, 'acceptedOn', 9),
  tell(PlaceAssigned, 'assignedOn', 30, `jsonb_build_object('placeId', ${id('8002')}, 'groupId', ${group})`),
  tell(FamilyEnrolled, 'enrolledOn', 35, `jsonb_build_object('enrolmentId', ${id('8001')}, 'members', ${members})`),
  ...[0, 1, 2, 3].map(session),
  tell(ReferralClosed, 'closedOn', 150, `'{"outcome": "completed"}'`),
];

export const factsOfFamily = told.length;

/** Facts of that many families as reporting would have kept them, those of families who came near each other mingled. */
export async function storeFacts(client: Client, municipality: string, families: number): Promise<void> {
  const rows = told.map(
    ({ contract, date, after, besides }, at) => `
      SELECT n + ${at} * 500 AS place, n, ${at} AS seq, '${contract.type}' AS type,
        '${eventSource(municipality, contract.context)}' AS source,
        jsonb_build_object('referralId', ${id('8000')}, 'familyId', ${id('7000')}, 'programme', '${programme}',
          '${date}', date '${firstDay}' + (n::bigint * ${days} / ${families})::int + ${after}) || (${besides})::jsonb AS data
      FROM generate_series(1, ${families}) AS n`,
  );
  await client.query('BEGIN');
  await client.query('SELECT helhed.enter($1)', [municipality]);
  await client.query('SET LOCAL statement_timeout = 0');
  await client.query(
    `INSERT INTO fact (municipality, event_id, type, source, order_key, incarnation, seq, occurred_at, data)
     SELECT helhed.tenant(), gen_random_uuid(), type, source, ${id('7000')}, $1, seq, helhed.now(), data
     FROM (${rows.join(' UNION ALL ')}) AS told ORDER BY place, n`,
    [newId()],
  );
  await client.query(
    `INSERT INTO programme_copy (municipality, code, version, definition) VALUES (helhed.tenant(), $1, 1, $2)`,
    [programme, JSON.stringify({ ...getDefinition(programme) })],
  );
  await client.query('COMMIT');
}

/** The yardstick: a municipality's facts read and written once, by PostgreSQL alone. @returns in seconds */
export async function copyFacts(client: Client, municipality: string): Promise<number> {
  await client.query('CREATE TABLE fact_copy (LIKE fact INCLUDING DEFAULTS, PRIMARY KEY (municipality, id))');
  await client.query('BEGIN');
  await client.query('SELECT helhed.enter($1)', [municipality]);
  await client.query('SET LOCAL statement_timeout = 0');
  const began = performance.now();
  await client.query('INSERT INTO fact_copy SELECT * FROM fact ORDER BY municipality, id');
  await client.query('COMMIT');
  return (performance.now() - began) / 1_000;
}
