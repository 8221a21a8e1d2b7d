import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSpec, repositoryFiles } from '../source/files.ts';
import { isNode, lineOf, nodesOf } from '../source/syntax.ts';
import type { SyntaxNode } from '../source/syntax.ts';

/** `@On(ReferralReceived)` somewhere in a service. */
export interface Reaction {
  readonly service: string;
  /** The contract's name as libs/contracts exports it. */
  readonly contract: string;
  readonly where: string;
}

export function reactionsIn(root: string): Reaction[] {
  return repositoryFiles(root)
    .filter((path) => /^services\/[^/]+\/src\/.*\.ts$/.test(path) && !isSpec(path))
    .flatMap((path) => {
      const service = path.split('/')[1] as string;
      const found = reactionsOf([...nodesOf(readFileSync(join(root, path), 'utf8'))]);
      return found.map(({ contract, line }) => ({ service, contract, where: `${path}:${line}` }));
    });
}

function reactionsOf(nodes: readonly SyntaxNode[]): { contract: string; line: number }[] {
  const imported = importedNames(nodes);
  return nodes
    .filter((node) => node.type === 'CallExpression' && imported.get(nameOf(node['callee'])) === 'On')
    .map((node) => {
      const contract = nameOf((node['arguments'] as unknown[])[0]);
      return { contract: imported.get(contract) ?? contract, line: lineOf(node) };
    });
}

/** Names in this file → names where they come from: `import { On as Reacts }` is still `On`. */
function importedNames(nodes: readonly SyntaxNode[]): Map<string, string> {
  const specifiers = nodes.filter(({ type }) => type === 'ImportSpecifier');
  return new Map(specifiers.map((each) => [nameOf(each['local']), nameOf(each['imported'])]));
}

function nameOf(node: unknown): string {
  if (!isNode(node)) return '';
  if (node.type === 'MemberExpression') return nameOf(node['property']);
  const name = node['name'] ?? node['value'];
  return typeof name === 'string' ? name : '';
}
