import type { Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { requireSubject } from './feed-reach.js';
import { Feed } from './feed.js';
import { toFeedView, type FeedView } from './feeds.dto.js';

@Injectable()
export class FindFeeds {
  constructor(private readonly database: Database) {}

  async get(actor: Actor, id: string, secret?: string): Promise<FeedView> {
    const { municipality } = actor;
    return this.database.inTransaction(municipality, async (tx) => {
      const feed = await tx.manager.findOneBy(Feed, { municipality, id });
      if (!feed) throw notFound({ da: 'Kalenderen', en: 'The feed' });
      await requireSubject(tx, actor, feed.kind, feed.subjectId);
      tx.log({ kind: 'look', act: 'feed.read', subjects: [feed.subjectId] });
      return toFeedView(feed, secret);
    });
  }
}
