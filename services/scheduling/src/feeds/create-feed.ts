import { Looks, type Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { FindFeeds } from './find-feeds.js';
import { hashOfSecret, newFeedSecret } from './feed-secret.js';
import { Feed } from './feed.js';
import type { CreateFeed as Wish, FeedView } from './feeds.dto.js';
import { requireSubjectNamed } from './reach-subject.js';
import { requireRecipient } from './recipient.js';

@Injectable()
export class CreateFeed {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
    private readonly feeds: FindFeeds,
  ) {}

  /** The secret is in this answer and nowhere else: a repeat of the request gets the feed without it. */
  async run(actor: Actor, wish: Wish): Promise<FeedView> {
    const { municipality } = actor;
    const subjectId = wish.for === 'family' ? wish.family : wish.staff;
    let made: { id: string; secret: string } | undefined;
    const { id } = await this.database.createOnce(municipality, async (tx) => {
      const look = await this.looks.within(tx, actor, acts.createFeed);
      await requireSubjectNamed(look, wish.for, subjectId);
      if (wish.for === 'family') await requireRecipient(look, wish.family, wish.recipient);
      const secret = newFeedSecret(municipality);
      made = { id: newId(), secret };
      const feed = {
        municipality,
        id: made.id,
        kind: wish.for,
        subjectId,
        recipientId: wish.for === 'family' ? wish.recipient : null,
        secretHash: hashOfSecret(secret),
        version: 1,
      };
      await tx.manager.insert(Feed, feed);
      return { id: made.id };
    });
    // a repeat that lost a race made a feed too, and it was rolled back: its secret opens nothing
    return this.feeds.get(actor, id, made?.id === id ? made.secret : undefined);
  }
}
