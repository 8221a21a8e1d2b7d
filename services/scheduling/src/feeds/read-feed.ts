import { asLinkHolder } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { calendarFile, type FeedEntry } from './calendar-file.js';
import { hashOfSecret, municipalityOfSecret } from './feed-secret.js';
import { Feed } from './feed.js';

@Injectable()
export class ReadFeed {
  constructor(private readonly database: Database) {}

  /** The calendar that the secret opens, as it is now. */
  async run(secret: string): Promise<string> {
    const municipality = municipalityOfSecret(secret);
    if (!municipality) throw feedNotFound();
    return this.database.inTransaction(municipality, async (tx) => {
      const feed = await tx.manager.findOneBy(Feed, { municipality, secretHash: hashOfSecret(secret) });
      if (!feed) throw feedNotFound();
      asLinkHolder(municipality, feed.id);
      tx.log({ kind: 'look', act: 'feed.subscribe', subjects: [feed.subjectId] });
      return calendarFile(await findEntries(tx, feed));
    });
  }
}

const feedNotFound = () => notFound({ da: 'Kalenderen', en: 'The feed' });

const findEntries = (tx: Tx, { kind, subjectId }: Feed): Promise<FeedEntry[]> =>
  tx.query<FeedEntry>(
    `SELECT a.id, a.version, a.changed_at AS "changedAt", a.local_date::text AS date, a.start_time AS "startTime", a.minutes,
       room.name AS room
     FROM appointment a LEFT JOIN room ON room.municipality = a.municipality AND room.id = a.room_id
     WHERE a.municipality = $1 AND a.cancelled_at IS NULL AND a.id IN (${appointmentsOf[kind]})
     ORDER BY a.starts_at, a.id`,
    [tx.municipality, subjectId],
  );

const appointmentsOf = {
  staff: `
    SELECT appointment_id FROM booking WHERE municipality = $1 AND resource_kind = 'person' AND resource_id = $2`,
  // what began before the family was there is not in its calendar, nor what it could not be booked for
  family: `
    SELECT session.id FROM seat
    JOIN course ON course.municipality = $1 AND course.group_id = seat.group_id
    JOIN appointment session ON session.municipality = $1 AND session.course_id = course.id AND session.starts_at > seat.booked_at
    WHERE seat.municipality = $1 AND seat.family_id = $2 AND NOT EXISTS (
      SELECT FROM seat_clash c WHERE c.municipality = $1 AND c.seat_id = seat.id AND c.appointment_id = session.id)`,
};
