import { createHash } from 'node:crypto';
import { forMunicipality, getDefinition } from '@helhed/programmes';
import type { Client } from 'pg';

export const programme = 'nyborg-familiestue';
const [families, members, staff] = [6, 4, 2];
/** A room, two pedagogues, and of each family four members and two households. */
export const resourcesOfGroup = 1 + staff + families * (members + 2);
/** Sessions of a course that is placed already: as many as the definition has, theme evenings with it. */
const sessions = 16;
/** Of one session of a course that is placed already: each of its resources once. */
const bookingsOfCourse = sessions * resourcesOfGroup;
const [firstInstant, apartMs] = [Date.parse('2020-01-01'), 6_000];

/** SQL of an id as the service makes them (UUID version 7): of an instant, some seconds for each number, and of chance. */
const id = (kind: string, of: string): string => {
  const hash = `md5('${kind}' || (${of}))`;
  const instant = `lpad(to_hex(${firstInstant} + (${of})::bigint * ${apartMs}), 12, '0')`;
  return `(${instant} || '7' || left(${hash}, 3) || '8' || substr(${hash}, 4, 15))::uuid`;
};
/** The same, of a number. */
function idOf(kind: string, number: number): string {
  const hash = createHash('md5').update(`${kind}${number}`).digest('hex');
  const instant = (firstInstant + number * apartMs).toString(16).padStart(12, '0');
  const all = `${instant}7${hash.slice(0, 3)}8${hash.slice(3, 18)}`;
  return [all.slice(0, 8), all.slice(8, 12), all.slice(12, 16), all.slice(16, 20), all.slice(20)].join('-');
}
/** The resources of group `n`, numbered from 0: the room, staff, households and members. */
const resource = (n: string, number: string): string => id('b000', `${n} * 100 + ${number}`);
export const groupId = (number: number): string => idOf('a000', number);

/** The kind of a group's resource, by its number. */
const kind = (number: string): string =>
  `CASE WHEN ${number} = 0 THEN 'room' WHEN ${number} BETWEEN 3 AND ${2 + families * 2} THEN 'household' ELSE 'person' END`;

interface Wish {
  readonly municipality: string;
  /** Groups to be placed: full, and each resource of theirs with one booking of something else. */
  readonly groups: number;
  /** In all. */
  readonly bookings: number;
  /** ISO date: the first session is on this day or later. */
  readonly from: string;
}

/** Bookings as the service would have made them, by a few statements; what is not of the groups to place is of others, as courses. */
export async function storeBookings(client: Client, { municipality, groups, bookings, from }: Wish): Promise<void> {
  const others = Math.max(0, bookings - groups * resourcesOfGroup);
  const run = (sql: string, values: unknown[] = []) => client.query(sql, values);
  await run('BEGIN');
  await run('SELECT helhed.enter($1)', [municipality]);
  await run('SET LOCAL statement_timeout = 0');
  const definition = { ...forMunicipality(getDefinition(programme), municipality) };
  const copy =
    'INSERT INTO programme_copy (municipality, code, version, valid_from, definition) VALUES (helhed.tenant(), $1, 1, $2, $3)';
  await run(copy, [programme, definition.validFrom, JSON.stringify(definition)]);
  for (const sql of groupsToPlace(groups)) await run(sql);
  // a Sunday before the course: theirs, and in nobody's way
  await run(appointments('d000', `generate_series(1, ${groups}) AS n`, `date '${from}' - 7 + time '10:00'`));
  const ofGroups = `(SELECT n, r FROM generate_series(1, ${groups}) AS n, generate_series(0, ${resourcesOfGroup - 1}) AS r) AS made`;
  await run(booked('d000', ofGroups, 'n'));
  await storeOthers(run, Math.ceil(others / bookingsOfCourse), others, from);
  await run('COMMIT');
}

function groupsToPlace(groups: number): string[] {
  const all = `generate_series(1, ${groups}) AS n`;
  const each = `${all}, generate_series(0, ${families - 1}) AS f`;
  const place = id('a001', 'n * 10 + f');
  const family = id('a002', 'n * 10 + f');
  return [
    `INSERT INTO room (municipality, id, unit, name, version)
     SELECT helhed.tenant(), ${resource('n', '0')}, 'familiestuen', 'Stuen', 1 FROM ${all}`,
    `INSERT INTO staff (municipality, id, sub, unit, name, version)
     SELECT helhed.tenant(), ${resource('n', 's')}, 'bench-' || n || '-' || s, 'familiestuen', 'Prøve', 1
     FROM ${all}, generate_series(1, ${staff}) AS s`,
    `INSERT INTO family_group (municipality, id, programme, programme_version, name, unit, room_id, capacity, starts_on, version)
     SELECT helhed.tenant(), ${id('a000', 'n')}, '${programme}', 1, 'Gruppe ' || n, 'familiestuen', ${resource('n', '0')},
       ${families}, '2026-01-01', 1 FROM ${all}`,
    `INSERT INTO group_staff (municipality, group_id, staff_id)
     SELECT helhed.tenant(), ${id('a000', 'n')}, ${resource('n', 's')} FROM ${all}, generate_series(1, ${staff}) AS s`,
    `INSERT INTO place (municipality, id, group_id) SELECT helhed.tenant(), ${place}, ${id('a000', 'n')} FROM ${each}`,
    `INSERT INTO seat (municipality, id, place_id, group_id, family_id, taken_on)
     SELECT helhed.tenant(), ${id('a003', 'n * 10 + f')}, ${place}, ${id('a000', 'n')}, ${family}, '2026-01-01' FROM ${each}`,
    `INSERT INTO enrolled_member (municipality, place_id, person_id, family_id, households, role)
     SELECT helhed.tenant(), ${place}, ${resource('n', `${3 + families * 2} + f * ${members} + m`)}, ${family},
       ARRAY[${resource('n', '3 + f * 2')}, ${resource('n', '4 + f * 2')}], CASE WHEN m < 2 THEN 'parent' ELSE 'child' END
     FROM ${each}, generate_series(0, ${members - 1}) AS m`,
  ];
}

type Run = (sql: string) => Promise<unknown>;

/** Groups numbered from 1,000 on, each with a course of its own, and no row but its appointments and bookings. */
async function storeOthers(run: Run, courses: number, bookings: number, from: string): Promise<void> {
  if (courses === 0) return;
  const all = `generate_series(1000, ${999 + courses}) AS c, generate_series(0, ${sessions - 1}) AS s`;
  const of = `(SELECT c * ${sessions} + s AS n, c, s FROM ${all}) AS made`;
  await run(appointments('e000', of, `date '${from}' + s * 7 + time '16:00'`));
  const rows = `(SELECT c * ${sessions} + s AS n, c, s, r FROM ${all}, generate_series(0, ${resourcesOfGroup - 1}) AS r
    LIMIT ${bookings}) AS made`;
  // what is near in the index is written together: many times as fast
  await run(`${booked('e000', rows, 'c')} ORDER BY c, r, s`);
}

const appointments = (
  of: string,
  rows: string,
  at: string,
): string => `INSERT INTO appointment (municipality, id, kind, unit, local_date, start_time, minutes, zone, starts_at, ends_at,
    changed_at, version)
  SELECT helhed.tenant(), ${id(of, 'n')}, 'single', 'familiestuen', (${at})::date, to_char(${at}, 'HH24:MI'), 180, 'Europe/Copenhagen',
    (${at}) AT TIME ZONE 'Europe/Copenhagen', (${at} + interval '3 hours') AT TIME ZONE 'Europe/Copenhagen', helhed.now(), 1
  FROM ${rows}`;

const booked = (
  of: string,
  rows: string,
  group: string,
): string => `INSERT INTO booking (municipality, appointment_id, resource_kind, resource_id, starts_at, ends_at)
  SELECT a.municipality, a.id, ${kind('r')}, ${resource(group, 'r')}, a.starts_at, a.ends_at
  FROM ${rows} JOIN appointment a ON a.municipality = helhed.tenant() AND a.id = ${id(of, 'n')}`;
