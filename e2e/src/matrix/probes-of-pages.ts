import { newId } from '@helhed/kernel';
import { programme } from './oracle/example-world.js';
import type { PageRow } from './oracle/page.js';
import { telling, type Probe } from './probe.js';
import type { Place } from './world/make-world.js';

/** What a public page answers that is asked for as it is: signing in has not begun, so that nobody can come back from it. */
const open: Readonly<Record<string, number>> = {
  'GET /consent/sign-in/callback': 400,
  'POST /consent/sign-out': 303,
};

const period = `?programme=${programme}&from=2026-01-01&to=2026-12-31`;

/** Pages, asked by whom a token names; a session is decided alike. */
export function probesOfPages({ path, method }: PageRow, { world, made, family }: Place): Probe[] {
  const command = method === 'POST' ? { body: {} } : {};
  const page = (of: string, id?: string, more: Partial<Probe> = {}): Probe => ({
    of,
    path: path
      .replace('{slug}', 'no-basis')
      .replace('*', 'helhed.css')
      .replace('{id}', id ?? ''),
    ...(id !== undefined && { target: id }),
    ...command,
    otherwise: { status: open[`${method} ${path}`] ?? 200 },
    accept: 'text/html',
    ...more,
  });
  if (path === '/consent/figures') return [page('the form'), page('figures', undefined, { path: path + period })];
  // of a programme that is not there nothing is asked of reporting: the page decides alone
  if (path === '/consent/releases')
    return [page('no programme', undefined, { path: `${path}?programme=no-such` }), page('releases')];
  if (!path.includes('{id}')) return [page('a page')];
  if (path === '/consent/attendance/{id}') {
    // what can be noted: the first is held, and the last is off
    const sessions = world.owned.filter(({ kind }) => kind === 'session').slice(1, 3);
    // of a form in which nothing is filled in nothing is saved
    const saves = method === 'POST' ? { otherwise: { status: 303 } } : {};
    const one = (of: string, id: string) => page(of, id, { ...saves, named: { session: id } });
    return [...sessions.map(({ id }, at) => one(`session ${at + 2}`, id)), one('nothing', newId())];
  }
  if (path.startsWith('/consent/samples/'))
    return [
      page('nothing', newId(), { body: { finding: 'in-order' }, otherwise: { status: 404 } }),
      ...(world.samples ?? []).map((id) =>
        page('a refused look', id, {
          body: { finding: 'in-order' },
          otherwise: { status: 303 },
          // it was reviewed by its route
          harmfulFor: ['daniel'],
        }),
      ),
    ];
  const nothing = page('nothing', newId());
  if (!path.includes('/bases/{id}'))
    return [...Object.entries(family('plain').persons).map(([ref, id]) => page(`${ref} of plain`, id)), nothing];
  const nameOf = (of: string) => made.find((each) => each.family.id === of)?.scenario.name ?? '';
  // whoever gave it would take it back
  const giver = method === 'POST' ? { otherwise: { status: 303 }, harmfulFor: ['maja', 'mona'] } : {};
  const bases = world.bases.filter((basis) => telling.has(nameOf(basis.family)));
  return [...bases.map(({ id, purpose, family: of }) => page(`${purpose} of ${nameOf(of)}`, id, giver)), nothing];
}
