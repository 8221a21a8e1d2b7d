import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSpec, repositoryFiles } from '../source/files.ts';
import { isNode, nodesOf } from '../source/syntax.ts';
import type { SyntaxNode } from '../source/syntax.ts';
import type { Violation } from '../violation.ts';
import type { Exits } from './exits.ts';

const ofRaces = /^e2e\/src\/races\/.*\.ts$/;

/**
 * What sends something about a family to outside is a read that no withdrawal may be followed by, as the routes of
 * docs/reads-under-consent.md are: it has a kind of race, which names its file.
 */
export function checkRaced(root: string, exits: Exits): Violation[] {
  const kinds = sentKinds(root);
  const found = Object.entries(exits).flatMap(([where, exit]) => {
    if (typeof exit === 'string' || kinds.get(where) === exit.race) return [];
    return [
      { where, message: `sends something about a family, and no kind of e2e/src/races is “${exit.race}” of it.` },
    ];
  });
  const unknown = [...kinds].filter(([exit]) => typeof (exits[exit] ?? '') === 'string');
  return [
    ...found,
    ...unknown.map(([where, name]) => ({
      where,
      message: `is raced as “${name}”, and its row in exits.ts does not say so.`,
    })),
  ];
}

/** Their names, by the file that sends. */
function sentKinds(root: string): Map<string, string> {
  const texts = repositoryFiles(root).filter((file) => ofRaces.test(file) && !isSpec(file));
  const nodes = texts.flatMap((path) => [...nodesOf(readFileSync(join(root, path), 'utf8'))]);
  return new Map(
    nodes.flatMap((node) => {
      const [exit, name] = [textOf(node, 'exit'), textOf(node, 'name')];
      return exit === undefined || name === undefined ? [] : [[exit, name] as const];
    }),
  );
}

/** Of an object that is written down: the text of one of its properties. */
function textOf({ type, properties }: SyntaxNode, key: string): string | undefined {
  if (type !== 'ObjectExpression') return undefined;
  const found = (properties as SyntaxNode[]).find((each) => isNode(each['key']) && each['key']['name'] === key);
  const value = found?.['value'];
  return isNode(value) && value.type === 'StringLiteral' ? (value['value'] as string) : undefined;
}
