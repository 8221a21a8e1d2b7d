import { contexts, type Context } from '@helhed/contracts';
import { pageRows, type PageRow } from '../matrix/oracle/page.js';
import { asItsRoute } from '../matrix/oracle/pages.js';
import type { Held, LooksWorld } from './looks-world.js';
import { reads } from './reads.js';

/** One look at the family of `LooksWorld`, by whatever method, and by whom it is noted. */
export interface Look {
  /** As docs/routes.md writes it. */
  readonly route: string;
  readonly as: string;
  readonly path: (held: Held) => string;
  readonly body?: (held: Held, world: LooksWorld) => unknown;
  /** The services in whose logs it is; of a page put together of what several show, each. */
  readonly notedBy: readonly Context[];
  /** What such a page says in place of what a service could not note. */
  readonly instead?: RegExp;
}

const me = (world: LooksWorld, who: string, pair: string) => ({
  type: 'person',
  id: world.thread.municipality.subjects[who],
  properties: { function: pair },
});
const vibeke = (world: LooksWorld) => me(world, 'vibeke', 'visitation:triager');
const action = { name: 'referral.read' };
const referral = ({ referral: id }: Held) => ({ type: 'referral', id });

const asked = (what: string, as: string, body: NonNullable<Look['body']>): Look => ({
  route: `POST /access/v1/${what}`,
  as,
  path: () => `/access/v1/${what}`,
  body,
  notedBy: ['consent'],
});

const decisions: readonly Look[] = [
  asked('evaluation', 'vibeke', (held, world) => ({ subject: vibeke(world), action, resource: referral(held) })),
  asked('evaluations', 'vibeke', (held, world) => ({
    subject: vibeke(world),
    action,
    evaluations: [{ resource: referral(held) }],
  })),
  asked('search/resource', 'vibeke', (_, world) => ({
    subject: vibeke(world),
    action,
    resource: { type: 'referral' },
  })),
  asked('search/action', 'vibeke', (held, world) => ({ subject: vibeke(world), resource: referral(held) })),
  asked('search/subject', 'maja', ({ person }) => ({
    subject: { type: 'function-in-unit' },
    resource: { type: 'person', id: person },
    action,
  })),
];

const page = (path: string, as: string, more: Partial<Look> & { readonly of?: Look['path'] } = {}): Look => {
  const { of = () => '', ...rest } = more;
  return {
    route: `GET /consent/${path}`,
    as,
    path: (held) => {
      const [id = '', query] = of(held).split('?');
      return `/consent/${path}`.replace('{id}', id) + (query === undefined ? '' : `?${query}`);
    },
    notedBy: ['consent'],
    ...rest,
  };
};

const person = ({ person: id }: Held) => id;
const basis = ({ bases }: Held) => bases[0] as string;
const others = contexts.filter((service) => service !== 'consent');

const pages: readonly Look[] = [
  page('my', 'maja'),
  page('my/{id}/held', 'maja', { of: person }),
  page('my/{id}/held', 'maja', { of: person, notedBy: others, instead: /Svarer ikke lige nu/ }),
  page('my/{id}/readers', 'maja', { of: person }),
  page('my/{id}/readers', 'maja', { of: person, notedBy: others, instead: /vises ikke lige nu/ }),
  page('my/{id}/seen', 'maja', { of: person }),
  page('my/{id}/bases', 'maja', { of: person }),
  page('my/bases/{id}/receipt', 'maja', { of: basis }),
  page('my/bases/{id}/withdraw', 'maja', { of: basis }),
  page('my/bases/{id}/withdraw', 'maja', {
    of: ({ bases }) => bases.at(-1) as string,
    notedBy: ['scheduling'],
    instead: /Listen kan ikke vises lige nu/,
  }),
  page('samples', 'dora'),
  page('decision', 'vibeke', { of: ({ referral: id }) => `?act=referral.read&id=${id}` }),
  page('figures', 'lone', {
    of: () => '?programme=nyborg-familiestue&from=2026-01-01&to=2027-12-31',
    notedBy: ['reporting'],
    instead: /lige nu/,
  }),
  page('attendance/{id}', 'gitte', { of: ({ session }) => session, notedBy: ['scheduling'], instead: /lige nu/ }),
  page('attendance/{id}', 'gitte', { of: ({ session }) => session, notedBy: ['family-plan'], instead: /lige nu/ }),
];

const ofReads: readonly Look[] = reads.map(({ route, as, path }) => ({
  route,
  as,
  path,
  notedBy: contexts.filter((each) => route.startsWith(`GET /${each}/`)),
}));

/** The looks of every kind, each by somebody to whom it shows something. */
export const looks: readonly Look[] = [...ofReads, ...decisions, ...pages];

/** The routes that docs/routes.md has and docs/access.md says to be looks, of what every service has one of each. */
export function lookRoutes(rows = pageRows().filter(({ planned }) => !planned)): string[] {
  const isPublic = ({ who }: PageRow) => who.some(({ kind }) => kind === 'everybody');
  return rows
    .filter((row) => !isPublic(row) && (row.page ? asItsRoute(row, rows) : row).log === 'L')
    .flatMap(({ method, path }) => [
      ...new Set(contexts.map((service) => `${method} ${path.replace('{service}', service)}`)),
    ]);
}
