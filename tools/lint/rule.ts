/** The little of oxlint's rule interface (ESLint's) that the house's own rules use. */
export interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

export interface Context {
  report(problem: { node: Node; message: string }): void;
  readonly sourceCode: { getText(node?: Node): string };
}

export type Visitor = Record<string, (node: Node) => void>;

export interface Rule {
  create(context: Context): Visitor;
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** The name in `name`, `a.name` or `this.name`; undefined for anything else. */
export function lastName(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Identifier') return node['name'] as string;
  if (node.type === 'MemberExpression') return lastName(node['property']);
  return undefined;
}
