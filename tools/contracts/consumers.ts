import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSpec, repositoryFiles } from '../source/files.ts';
import { isNode, lineOf, nodesOf } from '../source/syntax.ts';
import type { SyntaxNode } from '../source/syntax.ts';

/** `@On(ReferralReceived)` somewhere in a service, or in a class of a library that the service takes in. */
export interface Reaction {
  readonly service: string;
  /** The contract's name as libs/contracts exports it; it may be the name of a list. */
  readonly contract: string;
  readonly where: string;
}

interface Module {
  readonly path: string;
  readonly nodes: readonly SyntaxNode[];
}

export function reactionsIn(root: string): Reaction[] {
  const modules = (folder: string): Module[] =>
    repositoryFiles(root)
      .filter((path) => path.startsWith(`${folder}/`) && /\/src\/.*\.ts$/.test(path) && !isSpec(path))
      .map((path) => ({ path, nodes: [...nodesOf(readFileSync(join(root, path), 'utf8'))] }));
  const shared = sharedReactions(modules('libs'));
  return modules('services').flatMap(({ path, nodes }) => {
    const service = path.split('/')[1] ?? '';
    const taken = [...importedNames(nodes).values()].flatMap((name) => shared.get(name) ?? []);
    const own = reactionsOf(nodes).map(({ contract, line }) => ({ contract, where: `${path}:${line}` }));
    return [...own, ...taken].map((reaction) => ({ service, ...reaction }));
  });
}

/** Class of a library → what it reacts to. */
function sharedReactions(libraries: readonly Module[]): Map<string, Omit<Reaction, 'service'>[]> {
  return new Map(
    libraries.flatMap(({ path, nodes }) => {
      const found = reactionsOf(nodes).map(({ contract, line }) => ({ contract, where: `${path}:${line}` }));
      const classes = nodes.filter(({ type }) => type === 'ClassDeclaration').map((each) => nameOf(each['id']));
      return found.length > 0 ? classes.map((name): [string, typeof found] => [name, found]) : [];
    }),
  );
}

function reactionsOf(nodes: readonly SyntaxNode[]): { contract: string; line: number }[] {
  const imported = importedNames(nodes);
  return nodes
    .filter((node) => node.type === 'CallExpression' && imported.get(nameOf(node['callee'])) === 'On')
    .flatMap((node) => {
      const [argument] = node['arguments'] as SyntaxNode[];
      const contracts = argument?.type === 'ArrayExpression' ? (argument['elements'] as SyntaxNode[]) : [argument];
      return contracts.map(nameOf).map((name) => ({ contract: imported.get(name) ?? name, line: lineOf(node) }));
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
