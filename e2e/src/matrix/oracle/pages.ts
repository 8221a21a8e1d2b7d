import type { PageRow } from './page.js';

/** 4.10: the route whose decision a page is; taking back in two steps is decided as taking back. */
const routes: Readonly<Record<string, string>> = {
  '/consent/my': 'A-CIT-01',
  '/consent/my/{id}/held': 'A-OPS-03',
  '/consent/my/{id}/readers': 'A-OPS-04',
  '/consent/my/{id}/seen': 'A-CON-11',
  '/consent/my/{id}/bases': 'A-CON-10',
  '/consent/my/bases/{id}/receipt': 'A-CON-08',
  '/consent/my/bases/{id}/withdraw': 'A-CON-05',
  '/consent/decision': 'A-AZN-02',
  '/consent/figures': 'A-REP-01',
  '/consent/releases': 'A-REP-05',
  '/consent/attendance': 'A-SCH-39',
  '/consent/attendance/{id}': 'A-SCH-28',
  '/consent/samples': 'A-CON-12',
  '/consent/samples/{id}/review': 'A-CON-12',
};

/** A page's row with the relations and the log of its route: who may is the page's own. */
export function asItsRoute(page: PageRow, all: readonly PageRow[]): PageRow {
  const same = all.filter(({ id }) => id === routes[page.path]);
  const route = same.find(({ method }) => method === page.method) ?? same[0];
  if (!route) throw new Error(`${page.path} is the page of no route`);
  // what shows a command's first step is a look
  const log = page.method === 'GET' && route.log === 'C' ? 'L' : route.log;
  return { ...page, id: route.id, relations: route.relations, act: route.act, log };
}
