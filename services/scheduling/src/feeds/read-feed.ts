import { asLinkHolder, Looks, type Actor } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { givenOut } from '../deliveries/given-out.js';
import { noteFeed } from '../deliveries/note-feed.js';
import { calendarFile, type FeedEntry } from './calendar-file.js';
import { hashOfSecret, municipalityOfSecret } from './feed-secret.js';
import { Feed } from './feed.js';
import { findFamilyEntries } from './find-family-entries.js';
import { feedName } from './find-feeds.js';
import { findStaffEntries } from './find-staff-entries.js';

@Injectable()
export class ReadFeed {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
  ) {}

  /**
   * The calendar that the secret opens, as it is now: what of it may not be shown is not there (A-SEC-07). A family's from
   * before feeds had a recipient is closed, and empty: its secret may be shared by who may not read the same any more.
   */
  async run(secret: string): Promise<string> {
    const municipality = municipalityOfSecret(secret);
    if (!municipality) throw notFound(feedName);
    const { holder, units } = await this.database.inTransaction(municipality, async (tx) => {
      const feed = await getFeed(tx, secret);
      const found = feed.recipientId === null ? [] : await findUnits(tx, feed.subjectId);
      return { holder: asLinkHolder(municipality, feed.id), units: found };
    });
    const entries: FeedEntry[] = [];
    // in each group's unit by itself: a basis is to one unit
    for (const unit of units.length > 0 ? units : [undefined])
      entries.push(...(await this.#entries({ ...holder, unit }, secret, entries.length > 0)));
    return calendarFile(entries);
  }

  /** @param isNoted whether it was noted that something is given out this time */
  #entries(actor: Actor, secret: string, isNoted: boolean): Promise<FeedEntry[]> {
    return this.looks.at(actor, acts.subscribe, async (look) => {
      const { id, kind, subjectId, recipientId } = await getFeed(look.tx, secret);
      look.log([subjectId]);
      if (kind === 'staff') {
        look.settledBy('link');
        return findStaffEntries(look.tx, subjectId);
      }
      if (actor.unit === undefined || recipientId === null) {
        look.settledBy('nothing');
        return [];
      }
      const recipient = { familyId: subjectId, recipientId };
      const entries = (await findFamilyEntries(look, recipient, { unit: actor.unit })) ?? [];
      if (entries.length > 0) await givenOut(look.tx, () => noteFeed(look.tx, id, recipient, { entries, isNoted }));
      return entries;
    });
  }
}

async function getFeed({ manager, municipality }: Tx, secret: string): Promise<Feed> {
  const feed = await manager.findOneBy(Feed, { municipality, secretHash: hashOfSecret(secret) });
  if (!feed) throw notFound(feedName);
  return feed;
}

async function findUnits(tx: Tx, familyId: string): Promise<string[]> {
  const rows = await tx.query<{ unit: string }>(
    `SELECT DISTINCT g.unit FROM seat s JOIN family_group g ON g.municipality = s.municipality AND g.id = s.group_id
     WHERE s.municipality = helhed.tenant() AND s.family_id = $1 ORDER BY g.unit`,
    [familyId],
  );
  return rows.map(({ unit }) => unit);
}
