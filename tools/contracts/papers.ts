import { paperActs, type PaperKind } from '@helhed/contracts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Violation } from '../violation.ts';

interface Operation {
  readonly 'x-paper'?: string;
  readonly responses?: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}

export interface Printing {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const generated = 'docs/routes.md';
const contracts = 'libs/contracts/src/papers.ts';
const printed = ['application/pdf', 'text/html'];

/** The register of look-ups lists what was given out by the acts of papers: a paper under another act would not be in the list. */
export const papers = (root: string, apis: readonly Printing[]): Violation[] =>
  unlisted(apis, readFileSync(join(root, generated), 'utf8'));

export function unlisted(
  apis: readonly Printing[],
  routes: string,
  acts: Readonly<Record<string, string>> = paperActs satisfies Record<PaperKind, string>,
): Violation[] {
  const declared = new Map(
    [...routes.matchAll(/^\| ([A-Z]+ \S+) \| (\S+) \|/gm)].map(([, route = '', act]) => [route, act]),
  );
  const made = new Set<string>();
  const astray = apis.flatMap(({ paths }) =>
    Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, operation]): Violation[] => {
        const where = `${method.toUpperCase()} ${path}`;
        const kind = operation['x-paper'];
        if (kind === undefined)
          return isPrinted(operation)
            ? [{ where, message: 'answers with a paper, and is not declared by @ReturnsPaper.' }]
            : [];
        made.add(kind);
        const [said, wanted] = [declared.get(where), acts[kind]];
        if (said !== undefined && said === wanted) return [];
        return [
          {
            where,
            message: `is a ${kind}, whose act is ${wanted ?? 'none'} in ${contracts}, under the act ${said ?? 'of no route'}.`,
          },
        ];
      }),
    ),
  );
  const unmade = Object.keys(acts).filter((kind) => !made.has(kind));
  return [...astray, ...unmade.map((kind) => ({ where: contracts, message: `no route answers with a ${kind}.` }))];
}

const isPrinted = ({ responses = {} }: Operation): boolean =>
  Object.keys(responses['200']?.content ?? {}).some((type) => printed.includes(type));
