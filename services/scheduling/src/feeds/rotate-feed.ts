import type { Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { requireSubject } from './feed-reach.js';
import { hashOfSecret, newFeedSecret } from './feed-secret.js';
import { Feed } from './feed.js';
import { toFeedView, type FeedView } from './feeds.dto.js';

@Injectable()
export class RotateFeed {
  constructor(private readonly database: Database) {}

  async run(actor: Actor, id: string, version: number): Promise<FeedView> {
    const { municipality } = actor;
    return this.database.inTransaction(municipality, async (tx) => {
      const feed = await tx.manager.findOne(Feed, { where: { municipality, id }, lock: { mode: 'pessimistic_write' } });
      if (!feed) throw notFound({ da: 'Kalenderen', en: 'The feed' });
      await requireSubject(tx, actor, feed.kind, feed.subjectId);
      requireVersion(feed, version);
      const secret = newFeedSecret(municipality);
      feed.changeSecret(hashOfSecret(secret));
      await tx.manager.save(feed);
      tx.log({ kind: 'command', act: 'feed.rotate', subjects: [feed.subjectId] });
      return toFeedView(feed, secret);
    });
  }
}
