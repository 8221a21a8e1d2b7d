import { Looks, type Actor } from '@helhed/access';
import { notFound } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { Feed } from './feed.js';
import { toFeedView, type FeedView } from './feeds.dto.js';
import { requireSubject } from './reach-subject.js';

@Injectable()
export class FindFeeds {
  constructor(private readonly looks: Looks) {}

  async get(actor: Actor, id: string, secret?: string): Promise<FeedView> {
    const { municipality } = actor;
    return this.looks.at(actor, acts.readFeed, async (look) => {
      const feed = await look.tx.manager.findOneBy(Feed, { municipality, id });
      if (!feed) throw notFound(feedName);
      await requireSubject(look, feed.kind, feed.subjectId, feedName);
      return toFeedView(feed, secret);
    });
  }
}

export const feedName = { da: 'Kalenderen', en: 'The feed' };
