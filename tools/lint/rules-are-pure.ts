import { isNode, lastName } from './rule.ts';
import type { Context, Node, Rule, Visitor } from './rule.ts';

const allowedImports = /^(\.{1,2}\/|typeorm$|node:crypto$|@helhed\/(kernel|contracts|database)$)/;
const chance = new Set(['Date.now', 'Math.random', 'crypto.randomUUID', 'performance.now']);

/**
 * A class with @Entity holds rules. They get the time and everything else as arguments and touch neither clock, chance,
 * network nor database, so that a spec needs nothing but the entity. (Its file may hold functions that load it.)
 */
export const rulesArePure: Rule = {
  create(context): Visitor {
    let entities = 0;
    let imported: Node[] = [];
    const inEntity = (node: Node, what: string): void => {
      if (entities > 0) report(context, node, what);
    };
    return {
      ImportDeclaration: (node) => void imported.push(node),
      ClassDeclaration(node) {
        if (!isEntity(node)) return;
        entities += 1;
        for (const each of imported)
          if (!allowedImports.test(sourceOf(each))) report(context, each, `imports ${sourceOf(each)}`);
        imported = [];
      },
      'ClassDeclaration:exit'(node) {
        if (isEntity(node)) entities -= 1;
      },
      AwaitExpression: (node) => inEntity(node, 'waits for I/O'),
      NewExpression(node) {
        if (lastName(node['callee']) === 'Date' && isEmpty(node['arguments'])) inEntity(node, 'reads the clock');
      },
      CallExpression({ callee, ...node }) {
        if (!isNode(callee) || callee.type !== 'MemberExpression') return;
        const name = `${lastName(callee['object'])}.${lastName(callee['property'])}`;
        if (chance.has(name)) inEntity(node, `calls ${name}()`);
      },
    };
  },
};

const sourceOf = (node: Node): string => (node['source'] as Node)['value'] as string;
const isEmpty = (list: unknown): boolean => (list as unknown[]).length === 0;
const isEntity = (node: Node): boolean =>
  ((node['decorators'] ?? []) as Node[]).some(
    ({ expression }) => lastName(isNode(expression) ? expression['callee'] : undefined) === 'Entity',
  );

const report = (context: Context, node: Node, what: string): void =>
  context.report({ node, message: `An entity's rules are pure, this one ${what}: take the value as an argument.` });
