import { frame } from '@helhed/access';
import { id } from '@helhed/contracts';
import { z } from 'zod';
import type { Feed } from './feed.js';

export const CreateFeed = z
  .discriminatedUnion('for', [
    z.strictObject({ for: z.literal('family'), family: id }),
    z.strictObject({ for: z.literal('staff'), staff: id }),
  ])
  .meta({ id: 'CreateFeed', examples: [{ for: 'family', family: '0198a1b2-0000-7000-8000-000000000013' }] });
export type CreateFeed = z.infer<typeof CreateFeed>;

export const FeedView = frame(
  z
    .strictObject({
      id,
      for: z.enum(['family', 'staff']),
      subject: id.describe('The family or the member of staff.'),
      url: z.string().nullable().describe('The secret address. Told once, when it is made; null ever after.'),
      version: z.int().positive(),
    })
    .meta({ id: 'Feed' }),
);
export type FeedView = z.infer<typeof FeedView>;

export const toFeedView = ({ id: feed, kind, subjectId, version }: Feed, secret?: string): FeedView => ({
  id: feed,
  for: kind,
  subject: subjectId,
  url: secret ? `/scheduling/v1/feeds/${secret}.ics` : null,
  version,
});

export const feedExample: FeedView = {
  id: '0198a1b2-0000-7000-8000-000000000040',
  for: 'family',
  subject: '0198a1b2-0000-7000-8000-000000000013',
  url: '/scheduling/v1/feeds/0450-bm90LWEtc2VjcmV0LWJ1dC1hbi1leGFtcGxlLW9mLW9uZSE.ics',
  version: 1,
};
