import { code, date, id } from '@helhed/contracts';
import { pageOf, pageQuery } from '@helhed/web';
import { z } from 'zod';
import { changeReasons, changes } from './log-change.js';

const text = z.strictObject({ da: z.string(), en: z.string() });

export const WaitingFamily = z
  .strictObject({
    position: z.int().positive().describe('1 is the next to get a place.'),
    explanation: text.describe('Why the family stands where it stands.'),
    referralId: id,
    familyId: id,
    receivedOn: date,
    waitingSince: date,
  })
  .meta({ id: 'WaitingFamily' });
export type WaitingFamily = z.infer<typeof WaitingFamily>;

export const WaitingListChangeView = z
  .strictObject({
    referralId: id,
    at: z.iso.datetime(),
    change: z.enum(changes),
    position: z.int().positive().describe('The position that it got or had.'),
    reason: z
      .enum(changeReasons)
      .describe(
        'Of a place that went past those in front, `first-in-line` is the first whom its group can be for; the others keep their positions.',
      ),
    placeId: id.nullable().describe('The place that it went to, where that is why.'),
  })
  .meta({ id: 'WaitingListChange' });
export type WaitingListChangeView = z.infer<typeof WaitingListChangeView>;

export const WaitingListPage = pageOf(WaitingFamily);
export const WaitingListChangePage = pageOf(WaitingListChangeView);
export const WaitingListQuery = pageQuery({ programme: code });
export type WaitingListQuery = z.infer<typeof WaitingListQuery>;

type Row = Omit<WaitingFamily, 'explanation'>;

/** The order is the date of receipt, then the order of arrival within the day; nothing else counts. */
export function toWaitingFamily(row: Row): WaitingFamily {
  const { position, receivedOn } = row;
  const da = `Indstillet ${receivedOn}. Ventende familier, der blev indstillet før: ${position - 1}.`;
  const en = `Referred on ${receivedOn}. Waiting families that were referred before: ${position - 1}.`;
  return { ...row, explanation: { da, en } };
}
