import { consentUnavailable, type AccessFacts, type AccessQuery, type Look } from '@helhed/access';
import type { Tx } from '@helhed/database';
import type { FeedEntry } from './calendar-file.js';
import { calendarThing, told } from './told.js';

/** An appointment in the calendar of one person of a family. */
export interface FamilyEntry extends FeedEntry {
  /** Whom the recipient is told of by it */
  readonly persons: readonly string[];
}

type Told = Omit<FeedEntry, 'changedAt'> & { readonly changedAt: string };

/** What stands in a recipient's calendar by one seat and of one kind, whom it tells of, and what it is decided on. */
interface SeatEntries {
  readonly entries: readonly Told[];
  readonly persons: readonly string[];
  readonly facts: AccessFacts;
}

/** One reader: a family is none (A-SCH-24). */
export interface Recipient {
  readonly familyId: string;
  readonly recipientId: string;
}

interface Wanted {
  /** The groups of this unit only: whoever holds a link acts as the group's unit */
  readonly unit?: string;
  /** This appointment only */
  readonly only?: string;
}

/** What of a recipient's calendar may be shown, by group. @returns undefined where there is nothing, shown or not */
export async function findFamilyEntries(
  look: Look,
  recipient: Recipient,
  wanted: Wanted = {},
): Promise<FamilyEntry[] | undefined> {
  const query = look.query(calendarThing);
  const found = await findSeatEntries(look.tx, query, recipient, wanted);
  if (found.length === 0) {
    look.settledBy('nothing');
    return undefined;
  }
  return found
    .filter(({ facts }) => isShown(look, query, facts))
    .flatMap(({ entries, persons }) => entries.map((entry) => ({ ...entry, persons })))
    .map((entry) => ({ ...entry, changedAt: new Date(entry.changedAt) }))
    .toSorted((a, b) => (`${a.date} ${a.startTime} ${a.id}` < `${b.date} ${b.startTime} ${b.id}` ? -1 : 1));
}

/** Undecided. @returns the seats alone by which there is something */
export async function findSeatEntries(
  tx: Tx,
  query: AccessQuery,
  { familyId, recipientId }: Recipient,
  { unit, only }: Wanted = {},
): Promise<SeatEntries[]> {
  const rows = await query.rows<Omit<SeatEntries, 'entries'> & { entries: SeatEntries['entries'] | null }>(
    tx,
    `SELECT (${entriesOf(only === undefined ? 'true' : `a.id = ${query.value(only, 'uuid')}`)}) AS entries,
       t.persons, ${query.facts} AS facts
     FROM seat s JOIN family_group g ON g.municipality = s.municipality AND g.id = s.group_id
       CROSS JOIN LATERAL ${told(query.value(recipientId, 'uuid'), query.value(tx.today, 'date'))}
     WHERE cardinality(t.persons) > 0 AND s.municipality = helhed.tenant() AND s.family_id = ${query.value(familyId, 'uuid')}
       ${unit === undefined ? '' : `AND g.unit = ${query.value(unit, 'text')}`}`,
  );
  return rows.flatMap(({ entries, ...row }) => (entries === null ? [] : [{ ...row, entries }]));
}

/** An empty calendar says that the basis has ended; what cannot be decided right now is no calendar at all. */
function isShown(look: Look, query: AccessQuery, facts: AccessFacts): boolean {
  const [withheld] = look.part(query, facts);
  if (withheld?.reason === 'consent-unavailable') throw consentUnavailable();
  return withheld === undefined;
}

// what began or was cancelled before the family was there is not in its calendar, nor what it could not be booked for or what begins after its referral was closed
const entriesOf = (which: string): string => `
  SELECT jsonb_agg(jsonb_build_object('id', a.id, 'version', a.version, 'changedAt', a.changed_at, 'date', a.local_date,
      'startTime', a.start_time, 'minutes', a.minutes, 'room', room.name, 'cancelled', a.cancelled_at IS NOT NULL)
    ORDER BY a.starts_at, a.id)
  FROM appointment a LEFT JOIN room ON room.municipality = a.municipality AND room.id = a.room_id
  WHERE a.municipality = s.municipality AND a.kind = t.kind AND ${which}
    AND (a.course_id = g.course_id OR a.family_id = s.family_id AND a.group_id = g.id)
    AND least(a.starts_at, a.cancelled_at) > s.booked_at AND (s.ended_at IS NULL OR a.starts_at <= s.ended_at) AND NOT EXISTS (
      SELECT FROM seat_clash c WHERE c.municipality = s.municipality AND c.seat_id = s.id AND c.appointment_id = a.id)`;
