import { code, date, id } from '@helhed/contracts';
import { pageOf, pageQuery } from '@helhed/web';
import { z } from 'zod';

export const DeliveryView = z
  .strictObject({
    id,
    kind: z
      .enum(['invitation', 'feed'])
      .describe('An invitation that somebody took to send it; a calendar that somebody subscribes to.'),
    unit: code.nullable().describe('The unit that took the invitation; null of a feed.'),
    function: code.nullable().describe('In which function; null of a feed.'),
    feed: id.nullable().describe('The feed; null of an invitation.'),
    firstOn: date.describe('The first day on which it was given out.'),
    lastOn: date.describe('The last day.'),
    times: z.int().positive().describe('How many times.'),
    cancel: z
      .enum(['due', 'given', 'none'])
      .describe(
        '`due`: the invitation may no longer be shown, or its session is off, and its CANCEL was not fetched yet; `given`: it was; `none`: there is nothing to call off. A feed empties itself.',
      ),
  })
  .meta({ id: 'Delivery' });
export type DeliveryView = z.infer<typeof DeliveryView>;

export const DeliveryPage = pageOf(DeliveryView);
export const DeliveryQuery = pageQuery({});
export type DeliveryQuery = z.infer<typeof DeliveryQuery>;

export const deliveryExample: DeliveryView = {
  id: '0198a1b2-0000-7000-8000-000000000050',
  kind: 'invitation',
  unit: 'familiestuen',
  function: 'group-leader',
  feed: null,
  firstOn: '2026-09-15',
  lastOn: '2026-09-22',
  times: 2,
  cancel: 'none',
};
