import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { contexts } from '@helhed/contracts';

export interface Route {
  readonly method: string;
  readonly path: RegExp;
  readonly template: string;
  readonly act: string;
  /** Whether the answer, or the act, is about somebody. */
  readonly aboutSomebody: boolean;
}

const page = fileURLToPath(new URL('../../../docs/routes.md', import.meta.url));
const line = /^\| (GET|POST|PUT|DELETE) (\S+) \| ([a-z-]+\.[a-z-]+) \| .*? \| (family|person|staff|none) \|/gm;

/** The routes of docs/routes.md that have an act, `{id}` standing for one part of a path; what every service has, of each. */
export function readRoutes(text = readFileSync(page, 'utf8')): Route[] {
  return [...text.matchAll(line)].flatMap(([, method = '', of = '', act = '', about]) =>
    inServices(of).map((template) => ({
      method,
      template,
      path: new RegExp(`^${template.replace(/[.:]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/:.]+')}$`),
      act,
      aboutSomebody: about !== 'none',
    })),
  );
}

const inServices = (template: string): string[] =>
  template.startsWith('/{service}/') ? contexts.map((service) => template.replace('{service}', service)) : [template];

export function routeOf(routes: readonly Route[], method: string, path: string): Route | undefined {
  const [address = ''] = path.split('?');
  return routes.find((route) => route.method === method && route.path.test(address));
}
