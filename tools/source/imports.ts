import { isNode, lineOf, nodesOf } from './syntax.ts';
import type { SyntaxNode } from './syntax.ts';

export interface Import {
  readonly specifier: string;
  readonly line: number;
}

/** What a module imports in any way: import, export from, import(), import type, import('x').T, require(). */
export function importsOf(text: string): Import[] {
  const found: Import[] = [];
  for (const node of nodesOf(text)) {
    const specifier = specifierOf(node);
    if (specifier !== undefined) found.push({ specifier, line: lineOf(node) });
  }
  return found;
}

function specifierOf(node: SyntaxNode): string | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
      return literal(node['source']);
    case 'TSImportType':
      return literal(node['argument']);
    case 'TSExternalModuleReference':
      return literal(node['expression']);
    case 'CallExpression':
      return isImportCall(node['callee']) ? literal((node['arguments'] as unknown[])[0]) : undefined;
    default:
      return undefined;
  }
}

const isImportCall = (callee: unknown): boolean =>
  isNode(callee) && (callee.type === 'Import' || (callee.type === 'Identifier' && callee['name'] === 'require'));

function literal(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'TSLiteralType') return literal(node['literal']);
  return node.type === 'StringLiteral' ? (node['value'] as string) : undefined;
}
