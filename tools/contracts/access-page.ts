import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Violation } from '../violation.ts';

const specification = 'docs/access.md';
const generated = 'docs/routes.md';

interface Route {
  readonly method: string;
  readonly path: string;
}

interface Named {
  /** None for a page, whose row names no method. */
  readonly method: string | undefined;
  readonly path: string;
  readonly line: number;
  readonly planned: boolean;
}

/**
 * Holds section 4 of docs/access.md, which people write, against docs/routes.md, which the code writes: every route has a
 * row, and every route of a row is there or marked *planned*, beside the row's id or after that route alone.
 */
export function accessPage(root: string): Violation[] {
  const routes = routesIn(readFileSync(join(root, generated), 'utf8'));
  const found = new Set<Route>();
  const astray = namedIn(readFileSync(join(root, specification), 'utf8')).flatMap(
    ({ method, path, line, planned }): Violation[] => {
      const meant = routes.filter((route) => (!method || route.method === method) && matches(route.path, path));
      for (const route of meant) found.add(route);
      const where = `${specification}:${line}`;
      const said = [method, path].filter(Boolean).join(' ');
      if (planned && meant.length > 0) return [{ where, message: `${said} is there: it is no longer *planned*.` }];
      if (planned || meant.length > 0) return [];
      return [{ where, message: `${said} is not in ${generated}: it is another route, or *planned*.` }];
    },
  );
  const missing = routes
    .filter((route) => !found.has(route))
    .map(({ method, path }) => ({ where: specification, message: `section 4 has no row for ${method} ${path}.` }));
  return [...astray, ...missing];
}

const routesIn = (text: string): Route[] =>
  [...text.matchAll(/^\| (GET|POST|PUT|PATCH|DELETE) (\S+) \|/gm)].map(([, method = '', path = '']) => ({
    method,
    path,
  }));

/** `…` stands for what goes before it in the address. */
const matches = (path: string, named: string): boolean =>
  named.startsWith('…') ? path.endsWith(named.slice(1)) : path === named;

const token = /\b(?<method>GET|POST|PUT|PATCH|DELETE)\b|`(?<path>[^`]+)`(?<planned> \*planned\*)?/g;

/** The second cell of each row of section 4: methods, and after each the addresses in code that it goes for. */
function namedIn(text: string): Named[] {
  const named: Named[] = [];
  let inside = false;
  for (const [index, row] of text.split('\n').entries()) {
    if (row.startsWith('## ')) inside = row.startsWith('## 4.');
    const [, id = '', cell = ''] = row.split('|');
    if (!inside || !/^ A-[A-Z]{3}-\d\d/.test(id)) continue;
    let method: string | undefined;
    let before = '';
    for (const { groups = {} } of cell.matchAll(token)) {
      if (groups['method']) method = groups['method'];
      const path = inFull(groups['path'], before);
      if (path === undefined) continue;
      before = path;
      named.push({ method, path, line: index + 1, planned: id.includes('*planned*') || !!groups['planned'] });
    }
  }
  return named;
}

/** `:hold` and `…:hold` are the address before them with another verb; a query is no part of a route. */
function inFull(path: string | undefined, before: string): string | undefined {
  const verb = /^…?(:[a-z-]+)$/.exec(path ?? '')?.[1];
  return verb ? before.replace(/(:[a-z-]+)?$/, verb) : path?.split('?')[0];
}
