import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { contexts } from '@helhed/contracts';
import type { Cell } from './cells.js';
import type { PageRow } from './oracle/page.js';
import { routeOf } from './mutants/found.js';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

interface Operation {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { schema: Schema }>> }>>;
}

export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const read = (service: string): Document =>
  JSON.parse(
    readFileSync(fileURLToPath(new URL(`../../../docs/openapi/${service}.json`, import.meta.url)), 'utf8'),
  ) as Document;

const numbers = new Set(['total', 'count', 'value']);

/** Whether a number of things stands in an answer, however deep; what is met twice is looked into once. */
function counts(schema: Schema, { components }: Document, met = new Set<Schema>()): boolean {
  const found = schema.$ref ? components.schemas[schema.$ref.split('/').at(-1) ?? ''] : schema;
  if (!found || met.has(found)) return false;
  met.add(found);
  const inside = Object.entries(found.properties ?? {});
  return (
    inside.some(([name, { type }]) => numbers.has(name) && type === 'integer') ||
    [...inside.map(([, each]) => each), ...(found.items ? [found.items] : [])].some((each) =>
      counts(each, { components, paths: {} }, met),
    )
  );
}

/** The routes whose answers count things, by the services' own contracts: every page with its total, holdings, figures. */
export function listsOfContracts(documents: readonly Document[] = contexts.map(read)): string[] {
  return documents.flatMap((document) =>
    Object.entries(document.paths).flatMap(([path, { get }]) => {
      const schema = get?.responses['200']?.content?.['application/json']?.schema;
      return schema && counts(schema, document) ? [`GET ${path}`] : [];
    }),
  );
}

/** Why the worlds of chance have nothing to count in a list. */
const notCounted: Readonly<Record<string, string>> = {
  'GET /reporting/v1/releases':
    'ranges of a year that is over, of nobody: services/reporting/src/releases/make-release.int.spec.ts counts them',
  'GET /scheduling/v1/sessions':
    'of groups, of nobody: services/scheduling/src/attendance/attendance.int.spec.ts counts them page by page',
  'GET /scheduling/v1/staffing-alarms':
    'of groups, of nobody: services/scheduling/src/staffing/staffing.int.spec.ts counts them page by page',
  'GET /{service}/v1/operations/dead-letters':
    'an operator’s, of nobody: nothing waits there in a world at work; libs/messaging/src/dead-letters.int.spec.ts',
  'GET /{service}/v1/operations/told-bases':
    'an operator’s: what a service has heard of bases, however often it was told',
};

/** A row's routes: what every service has is one of each. */
const addressesOf = (row: Pick<PageRow, 'method' | 'path'>): string[] =>
  contexts.map((service) => routeOf({ row: row as PageRow }).replace('{service}', service));

export const isCounted = (row: PageRow, lists = listsOfContracts()): boolean =>
  addressesOf(row).some((address) => lists.includes(address)) && !notCounted[routeOf({ row })];

/** What a cell's oracle counts; undefined: it has no number for it. */
const countedBy = ({ expected: { status, items, count, held } }: Cell): number | undefined => {
  if (status !== 200) return undefined;
  return items?.length ?? count ?? (held && Object.values(held).flatMap((each) => Object.keys(each)).length);
};

/**
 * Lists of the contracts that no row of the page is, of which the oracle has no total or never more than nothing; and those
 * that are said to be uncounted though there is no such list, or the oracle has its total.
 */
export function faultsInLists(rows: readonly PageRow[], cells: readonly Cell[], lists = listsOfContracts()): string[] {
  const known = rows.filter(({ method, page }) => method === 'GET' && !page);
  const routes = known.map((row) => ({
    route: routeOf({ row }),
    addresses: addressesOf(row),
    totals: cells.filter((cell) => routeOf(cell) === routeOf({ row })).flatMap((cell) => countedBy(cell) ?? []),
  }));
  const addresses = new Set(routes.flatMap((each) => each.addresses));
  return [
    ...lists.filter((list) => !addresses.has(list)).map((list) => `${list} is no row of the page`),
    ...routes
      .filter((each) => each.addresses.some((address) => lists.includes(address)) && !notCounted[each.route])
      .filter(({ totals }) => !totals.some((total) => total > 0))
      .map(
        ({ route, totals }) => `${route} ${totals.length === 0 ? 'has no total of the oracle’s' : 'is always empty'}`,
      ),
    ...Object.keys(notCounted).flatMap((route) => {
      const found = routes.find((each) => each.route === route);
      if (!found?.addresses.some((address) => lists.includes(address))) return [`${route} is no list`];
      return found.totals.length > 0 ? [`${route} has a total after all`] : [];
    }),
  ];
}
