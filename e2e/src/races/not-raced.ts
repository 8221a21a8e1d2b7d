import type { Line } from '../consent-down/reads-page.js';
import { lineOf } from '../consent-down/reads-page.js';
import { routeOf, type Route } from '../look-log/routes.js';
import type { Family } from './family.js';
import type { Kind } from './kind.js';

/** A family that is nowhere: its addresses tell which routes the kinds ask. */
const one: Family = {
  referralId: 'referral',
  familyId: 'family',
  persons: ['parent', 'child'],
  parents: ['parent'],
  child: 'child',
  account: 'parent-1',
  link: 'link',
  goal: 'goal',
  conversation: 'conversation',
  observation: 'observation',
  video: 'video',
  need: 'need',
  session: 'session',
  invited: 'invited',
  feed: '/scheduling/v1/feeds/secret.ics',
  cursor: 'cursor',
  subjects: {},
  withheld: {},
  given: {},
  earlier: { outcome: 'basis' },
};
const someFamily: Family = { ...one, followed: one };

/** As docs/routes.md has it. */
const routeOfKind = (routes: readonly Route[], { method, path }: Kind): string => {
  const route = routeOf(routes, method === 'HEAD' ? 'GET' : method, path(someFamily));
  return route ? `${route.method} ${route.template}` : `${method} ${path(someFamily)}`;
};

/** What a kind is on the page of reads under consent. */
const lineOfKind = (routes: readonly Route[], kind: Kind): string => {
  const { route, who } = lineOf({
    route: routeOfKind(routes, kind),
    as: kind.as ?? 'link',
    path: () => '',
    rests: 'revocable',
  });
  return `${route} by ${who}`;
};

/** The reads of the page that rest on something revocable, of which there is no kind. */
export function readsNotRaced(page: readonly Line[], routes: readonly Route[], kinds: readonly Kind[]): string[] {
  const raced = new Set(kinds.map((kind) => lineOfKind(routes, kind)));
  const revocable = page.filter(({ rests }) => rests === 'revocable').map(({ route, who }) => `${route} by ${who}`);
  return [...new Set(revocable)].filter((read) => !raced.has(read));
}

/** Consent says what others may read by these acts, and on a page that is another act's too (A-PAG-02). */
const decides = ({ act, template }: Route) => act.startsWith('access.') || template === '/consent/my/{id}/readers';

/** The routes of the decision API, and the pages that ask it, of which there is no kind. */
export function decisionsNotRaced(routes: readonly Route[], kinds: readonly Kind[]): string[] {
  const raced = new Set(kinds.map((kind) => routeOfKind(routes, kind)));
  return routes
    .filter(decides)
    .map(({ method, template }) => `${method} ${template}`)
    .filter((route) => !raced.has(route));
}

/** Routes that kinds ask and that no service has. */
export const asksNothing = (routes: readonly Route[], kinds: readonly Kind[]): string[] =>
  kinds
    .filter(({ method, path }) => !routeOf(routes, method === 'HEAD' ? 'GET' : method, path(someFamily)))
    .map(({ name }) => name);
