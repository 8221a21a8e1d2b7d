import { parse } from '@babel/parser';

export interface SyntaxNode {
  readonly type: string;
  readonly loc?: { start: { line: number } } | null;
  readonly [key: string]: unknown;
}

export const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string';

/** All nodes of a TypeScript module, parents before children. */
export function* nodesOf(text: string): Generator<SyntaxNode> {
  const file = parse(text, {
    sourceType: 'module',
    errorRecovery: true,
    plugins: ['typescript', 'decorators-legacy', 'importAttributes'],
  });
  yield* walk(file.program as unknown as SyntaxNode);
}

function* walk(node: SyntaxNode): Generator<SyntaxNode> {
  yield node;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'loc' || key.endsWith('Comments')) continue;
    for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) if (isNode(child)) yield* walk(child);
  }
}

export const lineOf = (node: SyntaxNode): number => node.loc?.start.line ?? 1;
