import { asLinkHolder } from '@helhed/access';
import { Database } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { calendarFile } from './calendar-file.js';
import { findEntries } from './find-entries.js';
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
