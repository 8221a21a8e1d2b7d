import { code, date, id, instant } from '@helhed/contracts';
import { pageOf, pageQuery, rule } from '@helhed/web';
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
    recipient: id
      .nullable()
      .describe(
        'The person whom it was for. Null of what was given to a family as a whole before that, and to a citizen where it was somebody else.',
      ),
    firstOn: date.describe('The first day on which it was given out.'),
    lastOn: date.describe('The last day.'),
    times: z.int().positive().describe('How many times.'),
    cancel: z
      .enum(['due', 'given', 'none'])
      .describe(
        '`due`: the invitation may no longer be shown, or its session is off, and its CANCEL was not fetched yet; `given`: it was; `none`: there is nothing to call off. A feed empties itself.',
      ),
    cancelDueSince: instant.nullable().describe('Since when it is known that a CANCEL is due; null where none is.'),
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
  recipient: '0198a1b2-0000-7000-8000-000000000023',
  firstOn: '2026-09-15',
  lastOn: '2026-09-22',
  times: 2,
  cancel: 'none',
  cancelDueSince: null,
};

/** What a planner needs to send a CANCEL. */
export const DueDelivery = z
  .strictObject({
    id,
    family: id,
    session: id,
    recipient: id.nullable().describe('Null of an invitation that was given to the family as a whole before that.'),
    unit: code.describe('The unit that took the invitation, and fetches its CANCEL.'),
    function: code,
    lastOn: date.describe('The last day on which it was given out.'),
    dueSince: instant,
  })
  .meta({ id: 'DueDelivery' });
export type DueDelivery = z.infer<typeof DueDelivery>;

export const DueDeliveryPage = pageOf(DueDelivery);
export const DueDeliveryQuery = pageQuery({
  cancel: z.literal('due').optional().describe('Those whose CANCEL is due and was not fetched yet.'),
  request: z
    .literal('due')
    .optional()
    .describe('Those whose session was moved since, and whose new REQUEST was not fetched yet.'),
}).refine(
  ({ cancel, request }) => (cancel === undefined) !== (request === undefined),
  rule('one-of', 'Enten cancel=due eller request=due.', 'Either cancel=due or request=due.'),
);
export type DueDeliveryQuery = z.infer<typeof DueDeliveryQuery>;

export const dueDeliveryExample: DueDelivery = {
  id: deliveryExample.id,
  family: '0198a1b2-0000-7000-8000-000000000013',
  session: '0198a1b2-0000-7000-8000-000000000031',
  recipient: deliveryExample.recipient,
  unit: 'familiestuen',
  function: 'group-leader',
  lastOn: '2026-09-22',
  dueSince: '2026-10-01T09:15:01.000Z',
};
