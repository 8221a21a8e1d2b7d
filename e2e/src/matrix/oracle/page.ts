import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A route as a row of section 4 of docs/access.md has it: read from the page, so that the page is what is tested. */
export interface PageRow {
  /** `A-REF-06`. */
  readonly id: string;
  readonly method: string;
  /** As docs/routes.md has it, with `{service}` for what every service has. */
  readonly path: string;
  readonly planned: boolean;
  /** It wants a session, and a token is none. */
  readonly page: boolean;
  readonly act: string;
  readonly who: readonly Who[];
  /** The codes of 1.3 in the order of that table; none: "–". */
  readonly relations: readonly string[];
  readonly log: 'L' | 'C' | '–';
  /** The columns *shows* and *bases*, and what stands beside the log under *else*, as they are. */
  readonly shows: string;
  readonly bases: string;
  readonly otherwise: string;
}

export interface Who {
  readonly kind: 'everybody' | 'secret-link' | 'operator' | 'citizen' | 'person' | 'system' | 'service';
  /** `signed-in`: no function is needed. */
  readonly functions: 'signed-in' | 'any' | 'case' | readonly string[];
}

const docs = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../../docs/${name}`, import.meta.url)), 'utf8');

export const pageText = (): string => docs('access.md');

export interface Served {
  readonly method: string;
  readonly path: string;
}

/** Every route there is, as docs/routes.md lists them. */
export const servedRoutes = (text = docs('routes.md')): Served[] =>
  [...text.matchAll(/^\| (GET|POST|PUT|PATCH|DELETE) (\S+) \|/gm)].map(([, method = '', path = '']) => ({
    method,
    path,
  }));

/** The cells of the rows of section 4, whatever columns a table has, by the names in its head. */
function* cellsOfSection4(text: string): Generator<Record<string, string>> {
  let inside = false;
  let head: string[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('## ')) inside = line.startsWith('## 4.');
    if (!inside || !line.startsWith('|')) continue;
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (cells[0] === 'id') head = cells.map((cell) => cell.split(';')[0] ?? '');
    else if (/^A-[A-Z]{3}-\d\d/.test(cells[0] ?? ''))
      yield Object.fromEntries(head.map((name, index) => [name, cells[index] ?? '']));
  }
}

const relationCodes = (
  'triage sender videographer group coordinator observer team contact follow-up partner institution lead register planner employed link own ' +
  'custody'
).split(' ');

/** Section 4's rows, a route each; `…` is whatever goes before it in an address that is served. */
export function pageRows(text = pageText(), served = servedRoutes()): PageRow[] {
  const all: PageRow[] = [];
  for (const cells of cellsOfSection4(text)) {
    const [id = ''] = (cells['id'] ?? '').split(' ');
    const plannedRow = cells['id']?.includes('planned') ?? false;
    const page = cells['page'];
    const named = page === undefined ? routesIn(cells['route'] ?? '', plannedRow) : pagesIn(page, served);
    const whose = cells['who'] ?? '';
    for (const [index, { method, path, planned }] of named.entries()) {
      // a page may end like the API's route that it stands for
      const ends = served.filter(
        (route) =>
          route.method === method && (path.startsWith('…') ? route.path.endsWith(path.slice(1)) : route.path === path),
      );
      const full = ends.find((route) => route.path.includes('/v1/')) ?? ends[0];
      const above = all.find((row) => row.id === /^as (A-\w+-\d\d)/.exec(whose)?.[1]) ?? all.at(-1);
      const same = /^(as A-|the same)/.test(whose);
      all.push({
        id,
        method,
        path: full?.path ?? path,
        planned,
        page: page !== undefined,
        act: columnFor(cells['act'] ?? '', index),
        who: same ? [...(above?.who ?? []), ...whoIn(whose)] : whoIn(whose),
        relations: relationsIn(cells['relation'] ?? '', all),
        log: logOf(cells['log'] ?? '', index),
        shows: cells['shows'] ?? '',
        bases: cells['bases'] ?? '',
        otherwise: `${cells['relation'] ?? ''}; ${cells['log'] ?? ''}`,
      });
    }
  }
  return all;
}

/** The codes that a cell names, with those of the rows that it refers to. */
function relationsIn(cell: string, before: readonly PageRow[]): readonly string[] {
  const others = [...cell.matchAll(/A-[A-Z]{3}-\d\d/g)].map(([id]) => before.find((row) => row.id === id));
  const referred = [...others, cell.startsWith('the same') ? before.at(-1) : undefined];
  const text = cell.replace(/\(.*?\)/g, '');
  return relationCodes.filter(
    (code) => new RegExp(`\\b${code}\\b(?!s)`).test(text) || referred.some((row) => row?.relations.includes(code)),
  );
}

/** `custody.record, custody.end` beside two routes: one each; a single entry goes for all. */
function columnFor(cell: string, index: number): string {
  const parts = cell.split(/[,;] /).map((part) => part.trim());
  return parts[index] ?? parts[0] ?? '';
}

function logOf(cell: string, index: number): PageRow['log'] {
  const marks = (cell.split(';').map((part) => part.trim()) ?? []).flatMap((part) => part.split(', '));
  const letters = marks.filter((mark): mark is PageRow['log'] => mark === 'L' || mark === 'C' || mark === '–');
  return letters[index] ?? letters[0] ?? '–';
}

/** The pages that are served at the addresses of a cell and below them. */
function pagesIn(cell: string, served: readonly Served[]): (Served & { planned: boolean })[] {
  const addresses = [...cell.matchAll(/`(\/[^`]+)`/g)].map(([, path = '']) => path.replace(/\/\{\w+\}$/, ''));
  if (cell.includes('static files')) addresses.push('/consent/static');
  return served
    .filter(({ path }) => addresses.some((address) => path === address || path.startsWith(`${address}/`)))
    .map((route) => ({ ...route, planned: false }));
}

const token = /\b(?<method>GET|POST|PUT|PATCH|DELETE)\b|`(?<path>[^`]+)`(?<planned> \*planned\*)?/g;

function routesIn(cell: string, plannedRow: boolean): (Served & { planned: boolean })[] {
  const found: (Served & { planned: boolean })[] = [];
  let method = 'GET';
  let before = '';
  for (const { groups = {} } of cell.matchAll(token)) {
    method = groups['method'] ?? method;
    if (!groups['path']) continue;
    const verb = /^…?(:[a-z-]+)$/.exec(groups['path'])?.[1];
    before = verb ? before.replace(/(:[a-z-]+)?$/, verb) : (groups['path'].split('?')[0] ?? '');
    found.push({ method, path: before, planned: plannedRow || !!groups['planned'] });
  }
  return found;
}

const kinds = ['citizen', 'person', 'system', 'service'] as const;

/** The column *who*, as section 4 says how to read it. */
function whoIn(cell: string): Who[] {
  if (cell.startsWith('everybody')) return [{ kind: 'everybody', functions: 'signed-in' }];
  if (cell.startsWith('secret link')) return [{ kind: 'secret-link', functions: 'signed-in' }];
  const who: Who[] = [];
  for (const part of cell.split(/; ?/)) {
    const [head = '', tail = ''] = part.split(/: ?/);
    if (head === 'operator') who.push({ kind: 'operator', functions: 'signed-in' });
    else if (head.startsWith('signed in'))
      for (const kind of ['person', 'citizen'] as const) who.push({ kind, functions: 'signed-in' });
    else if (head === 'citizen' && !tail) who.push({ kind: 'citizen', functions: 'signed-in' });
    else if (head === 'besides, case' || head === 'besides,case') who.push({ kind: 'person', functions: 'case' });
    else if (head.startsWith('besides')) who.push({ kind: 'person', functions: 'case' });
    else {
      const kind = kinds.find((each) => each === head);
      // a list goes on over a semicolon: `programme-lead for every kind; family-coordinator for …`
      if (kind) who.push({ kind, functions: functionsIn(kind, tail) });
      else if (/^[a-z-]+(,| for|$| \()/.test(head))
        who.push({ kind: 'person', functions: functionsIn('person', part) });
    }
  }
  return who;
}

function functionsIn(kind: string, text: string): Who['functions'] {
  const words = text
    .replace(/\(.*?\)/g, '')
    .replace(/ for .*/, '')
    .replace(/ that .*/, '')
    .split(/, ?/)
    .map((word) => word.trim().replaceAll('`', ''))
    .filter((word) => /^[a-z-]+$/.test(word));
  if (words.includes('any')) return 'any';
  if (words.length === 1 && words[0] === 'case') return 'case';
  // `basis.end` leaves it to the kind of the basis: every case function may be asked about
  if (kind === 'person' && text.startsWith('a function')) return 'case';
  return words;
}

/** 2.1: category → the purposes that can ever cover it. */
export function pageCeiling(text = pageText()): Record<string, readonly string[]> {
  const table = text.slice(text.indexOf('### 2.1'), text.indexOf('### 2.2'));
  const rows = [...table.matchAll(/^\| `([a-z-]+)` \|[^|]*\|[^|]*\|([^|]*)\|$/gm)];
  return Object.fromEntries(rows.map(([, category = '', purposes = '']) => [category, purposes.trim().split(', ')]));
}

/** 5.1: the rules by which a wrong name of a command, or one in a wrong state, is answered; none: nothing is told by it. */
export function rulesOfNames(act: string, text = pageText()): string[] {
  const [, table = ''] = text.split('### 5.1');
  const lines = [...(table.split('\n## ')[0] as string).matchAll(/^\| (`[^|]+) \|[^|]+\| (A-[^|]+) \|$/gm)];
  return lines.flatMap(([, acts = '', rules = '']) =>
    acts.includes(`\`${act}\``) ? (rules.match(/A-[A-Z]{3}-\d\d/g) ?? []) : [],
  );
}
