import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Violation } from '../violation.ts';

const specification = 'docs/access.md';
const list = 'docs/reads-under-consent.md';

/** Holds section 6.4 of docs/access.md to the list of what waits while consent is down: what waits has its rule named there. */
export const revocableReads = (root: string): Violation[] =>
  unnamed(readFileSync(join(root, specification), 'utf8'), readFileSync(join(root, list), 'utf8'));

export function unnamed(page: string, reads: string): Violation[] {
  const [, section = ''] = page.split(/^### 6\.4 .*$/m);
  const named = rulesIn(section.split(/^#/m)[0] as string);
  return [
    ...new Set([...reads.matchAll(/^\| GET (\S+) \| [^|]* \| 503 \|/gm)].map(([, path]) => path as string)),
  ].flatMap((path): Violation[] => {
    const rules = rulesOf(page, path);
    if (rules.length === 0)
      return [{ where: list, message: `GET ${path} is in no row of ${specification}, section 4.` }];
    const missing = rules.filter((rule) => !named.has(rule));
    return missing.map((rule) => ({
      where: specification,
      message: `6.4 does not name ${rule}: GET ${path} waits for consent.`,
    }));
  });
}

/** The rules in whose rows the address is read; `…` stands for what goes before it, `{service}` for each service. */
const rulesOf = (page: string, path: string): string[] =>
  [...page.matchAll(/^\| (A-[A-Z]+-\d+) \| ([^|]+) \|/gm)]
    .filter(([, , cell = '']) => readIn(cell).some((named) => isThere(path, named)))
    .map(([, rule]) => rule as string);

/** The addresses after `GET`, up to another method. */
const readIn = (cell: string): string[] =>
  cell
    .split(/\b(?=(?:GET|POST|PUT|PATCH|DELETE)\b)/)
    .filter((part) => part.startsWith('GET'))
    .flatMap((part) => [...part.matchAll(/`([^`]+)`/g)].map(([, named]) => named as string));

function isThere(path: string, named: string): boolean {
  if (named.startsWith('…')) return path.endsWith(named.slice(1));
  return named.startsWith('/{service}') ? path.endsWith(named.slice('/{service}'.length)) : path === named;
}

/** `A-FAM-01 to 04, 16, 19`, one by one. */
function rulesIn(text: string): Set<string> {
  const rules = new Set<string>();
  for (const [, prefix, first = '', rest = ''] of text.matchAll(/(A-[A-Z]+)-(\d+)((?:(?:,| to| and) \d+)*)/g)) {
    let last = Number(first);
    rules.add(`${prefix}-${first}`);
    for (const [, how, next] of rest.matchAll(/(,| to| and) (\d+)/g)) {
      const from = how === ' to' ? last + 1 : Number(next);
      for (last = from; last <= Number(next); last++) rules.add(`${prefix}-${String(last).padStart(2, '0')}`);
      last = Number(next);
    }
  }
  return rules;
}
