import { z } from 'zod';

/** One page of a list: `next` is the cursor of the following page, null on the last; `total` counts all pages. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
  readonly total: number;
}

/** The wire schema of a page of these. */
export const pageOf = <S extends z.ZodType>(item: S) =>
  z.strictObject({
    items: z.array(item),
    next: z.string().nullable().describe('The next page’s cursor; null on the last page.'),
    total: z.int().nonnegative().describe('How many there are on all pages.'),
  });

/** The query of a list: its filters, `limit` (1 to 200, 50 unless given) and `cursor`. */
export const pageQuery = <S extends z.ZodRawShape>(filters: S) =>
  z.strictObject({
    ...filters,
    limit: z.coerce.number().int().min(1).max(200).default(50).describe('How many on a page.'),
    cursor: z.string().min(1).max(1000).optional().describe('The `next` of the page before; none for the first.'),
  });

/** What any validated page query holds. */
export interface PageQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
}
