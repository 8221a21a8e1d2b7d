import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { isSpec, repositoryFiles } from '../source/files.ts';
import { isNode, lineOf, nodesOf } from '../source/syntax.ts';
import type { SyntaxNode } from '../source/syntax.ts';
import type { Violation } from '../violation.ts';
import { exits as table, packages } from './exits.ts';
import { ours, packageName } from './workspace.ts';

const globals = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'];
/** What of Node's modules sends, starts something that may, or writes; `true`: all but these names, which only tell. */
const modules: Readonly<Record<string, true | RegExp>> = {
  http: true,
  https: true,
  http2: true,
  net: true,
  tls: true,
  dgram: true,
  child_process: true,
  fs: /^(appendFile|writeFile|write|open|createWriteStream|cp|copyFile)/,
  'fs/promises': /^(appendFile|writeFile|open|cp|copyFile)/,
};
const tellsOnly = ['STATUS_CODES', 'isIP', 'isIPv4', 'isIPv6', 'BlockList'];
/** What is shipped: services, and the libs that they are made of; libs/client is for systems outside. */
const shipped = /^(services\/[^/]+|libs\/(?!testing\/|client\/)[^/]+)\/src\/.*\.ts$/;

/**
 * What a job, a webhook or a mail sends is a read too (withdrawal.md, 8), and no route's declaration tells of it. So
 * whoever sends by itself has a row in the table, and who reads for it is asked for there.
 */
export function checkExits(root: string, exits: Readonly<Record<string, string>> = table): Violation[] {
  const violations: Violation[] = [];
  const found = new Set<string>();
  for (const path of repositoryFiles(root).filter((file) => shipped.test(file) && !isSpec(file))) {
    const ways = [...nodesOf(readFileSync(join(root, path), 'utf8'))].flatMap((node) =>
      waysOut(node).map((name) => ({ name, line: lineOf(node) })),
    );
    if (ways.length > 0) found.add(path);
    if (path in exits) continue;
    for (const { name, line } of ways)
      violations.push({
        where: `${path}:${line}`,
        message: `${name}: what is sent is a read too. Take it from a look (Looks), ask its answer once more before the first byte, and give the file a row in exits.ts.`,
      });
  }
  const stale = Object.keys(exits).filter((path) => !found.has(path));
  return [
    ...violations,
    ...stale.map((where) => ({ where, message: 'sends nothing any more: its row in exits.ts goes.' })),
  ];
}

function waysOut(node: SyntaxNode): string[] {
  switch (node.type) {
    case 'CallExpression':
    case 'NewExpression':
      return [...globalOf(node['callee']), ...importedBy(node)];
    case 'VariableDeclarator':
      return globalOf(node['init']);
    case 'ObjectProperty':
    case 'AssignmentPattern':
      return globalOf(node[node.type === 'ObjectProperty' ? 'value' : 'right']);
    case 'ImportDeclaration':
      return node['importKind'] === 'type' ? [] : imported(node);
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return node['exportKind'] === 'type' ? [] : moduleWhole(node['source']);
    case 'ImportExpression':
      return moduleWhole(node['source']);
    default:
      return [];
  }
}

/** `fetch`, `globalThis.fetch`; also where it is handed on instead of called. */
function globalOf(node: unknown): string[] {
  if (!isNode(node)) return [];
  const name = node.type === 'MemberExpression' ? propertyOfGlobal(node) : identifier(node);
  return name !== undefined && globals.includes(name) ? [name] : [];
}

const identifier = (node: unknown): string | undefined =>
  isNode(node) && node.type === 'Identifier' ? (node['name'] as string) : undefined;

function propertyOfGlobal({ object, property }: SyntaxNode): string | undefined {
  return identifier(object) === 'globalThis' ? identifier(property) : undefined;
}

function imported(node: SyntaxNode): string[] {
  const from = moduleOf(node['source']);
  const of = from === undefined ? undefined : modules[from];
  if (of === undefined) return unknownPackage(from);
  return (node['specifiers'] as SyntaxNode[]).flatMap((specifier) => {
    if (specifier['importKind'] === 'type') return [];
    const name = identifier(specifier['imported']) ?? '*';
    const sends = name === '*' || (of === true ? !tellsOnly.includes(name) : of.test(name));
    return sends ? [`${name} of node:${from}`] : [];
  });
}

const importedBy = (call: SyntaxNode): string[] =>
  isNode(call['callee']) && (call['callee'].type === 'Import' || identifier(call['callee']) === 'require')
    ? moduleWhole((call['arguments'] as unknown[])[0])
    : [];

function moduleWhole(source: unknown): string[] {
  const from = moduleOf(source);
  return from !== undefined && from in modules ? [`node:${from}`] : unknownPackage(from);
}

/** One that is not known to send nothing, or only where everybody may. */
function unknownPackage(from: string | undefined): string[] {
  if (from === undefined || from.startsWith('.') || isBuiltin(from) || ours(from) !== undefined) return [];
  return packages.includes(packageName(from)) ? [] : [packageName(from)];
}

const moduleOf = (source: unknown): string | undefined =>
  isNode(source) && source.type === 'StringLiteral' ? (source['value'] as string).replace(/^node:/, '') : undefined;
