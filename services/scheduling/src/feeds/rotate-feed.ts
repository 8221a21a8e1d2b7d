import { Looks, type Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { hashOfSecret, newFeedSecret } from './feed-secret.js';
import { Feed } from './feed.js';
import { toFeedView, type FeedView } from './feeds.dto.js';
import { feedName } from './find-feeds.js';
import { requireSubject } from './reach-subject.js';

@Injectable()
export class RotateFeed {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
  ) {}

  async run(actor: Actor, id: string, version: number): Promise<FeedView> {
    const { municipality } = actor;
    return this.database.inTransaction(municipality, async (tx) => {
      const feed = await tx.manager.findOne(Feed, { where: { municipality, id }, lock: { mode: 'pessimistic_write' } });
      if (!feed) throw notFound(feedName);
      await requireSubject(await this.looks.within(tx, actor, acts.rotateFeed), feed.kind, feed.subjectId, feedName);
      requireVersion(feed, version);
      const secret = newFeedSecret(municipality);
      feed.changeSecret(hashOfSecret(secret));
      await tx.manager.save(feed);
      return toFeedView(feed, secret);
    });
  }
}
