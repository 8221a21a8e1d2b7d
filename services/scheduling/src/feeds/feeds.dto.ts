import { frame } from '@helhed/access';
import { id } from '@helhed/contracts';
import { z } from 'zod';
import type { Feed } from './feed.js';

const theFamily = '0198a1b2-0000-7000-8000-000000000013';
const mother = '0198a1b2-0000-7000-8000-000000000023';

export const CreateFeed = z
  .discriminatedUnion('for', [
    z.strictObject({
      for: z.literal('family'),
      family: id,
      recipient: id.describe('Whose calendar it is: an adult of the family, or a child that is linked to an account.'),
    }),
    z.strictObject({ for: z.literal('staff'), staff: id }),
  ])
  .meta({ id: 'CreateFeed', examples: [{ for: 'family', family: theFamily, recipient: mother }] });
export type CreateFeed = z.infer<typeof CreateFeed>;

export const FeedView = frame(
  z
    .strictObject({
      id,
      for: z.enum(['family', 'staff']),
      subject: id.describe('The family or the member of staff.'),
      recipient: id
        .nullable()
        .describe(
          'The person of the family that it is for. Null of staff’s, and of a family’s from before feeds had one: that one is closed and shows nothing.',
        ),
      url: z.string().nullable().describe('The secret address. Told once, when it is made; null ever after.'),
      version: z.int().positive(),
    })
    .meta({ id: 'Feed' }),
);
export type FeedView = z.infer<typeof FeedView>;

export const toFeedView = ({ id: feed, kind, subjectId, recipientId, version }: Feed, secret?: string): FeedView => ({
  id: feed,
  for: kind,
  subject: subjectId,
  recipient: recipientId,
  url: secret ? `/scheduling/v1/feeds/${secret}.ics` : null,
  version,
});

export const feedExample: FeedView = {
  id: '0198a1b2-0000-7000-8000-000000000040',
  for: 'family',
  subject: theFamily,
  recipient: mother,
  url: '/scheduling/v1/feeds/0450-bm90LWEtc2VjcmV0LWJ1dC1hbi1leGFtcGxlLW9mLW9uZSE.ics',
  version: 1,
};
