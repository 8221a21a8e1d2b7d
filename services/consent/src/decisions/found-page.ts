import type { Actor } from '@helhed/access';
import type { PageQuery, Paging } from '@helhed/web';

const usual = 50;
const most = 200;

interface Asked {
  readonly page?: { readonly token?: string | undefined; readonly limit?: number | undefined } | undefined;
}

/** The page that is asked for. A token belongs to who asked, and to what was asked. */
export function pageOf(asked: Asked, { sub, unit, function: name, person }: Actor): PageQuery {
  const { page, ...question } = asked;
  const limit = Math.min(page?.limit || usual, most);
  const of = { question: JSON.stringify(question), asker: JSON.stringify([sub, unit, name, person]) };
  return { ...of, limit, ...(page?.token && { cursor: page.token }) };
}

export interface FoundPage<T> {
  readonly results: T[];
  readonly page: { readonly next_token: string; readonly count: number; readonly total: number };
}

/** @param keys up to one more than a page holds, in order */
export function foundPage<T>(
  paging: Paging,
  list: string,
  page: PageQuery,
  keys: readonly string[],
  total: number,
  view: (key: string) => T = () => {
    throw new Error('there is nothing to view');
  },
): FoundPage<T> {
  const { items, next } = paging.page(list, page, keys, total, view, (key) => [key]);
  return { results: [...items], page: { next_token: next ?? '', count: items.length, total } };
}
