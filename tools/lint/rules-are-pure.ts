import { lastName } from './rule.ts';
import type { Context, Node, Rule, Visitor } from './rule.ts';

const allowedImports = /^(\.{1,2}\/|typeorm$|node:crypto$|@helhed\/(kernel|contracts|database)$)/;
const clocks = new Set(['now', 'random', 'randomUUID']);

/**
 * A file with an @Entity holds rules. They get the time and everything else as arguments and touch neither clock, chance,
 * network nor database, so that a spec needs nothing but the entity.
 */
export const rulesArePure: Rule = {
  create(context): Visitor {
    if (!/^@Entity\(/m.test(context.sourceCode.getText())) return {};
    return {
      AwaitExpression: (node) => report(context, node, 'waits for I/O'),
      ImportDeclaration(node) {
        const from = (node['source'] as Node)['value'] as string;
        if (!allowedImports.test(from)) report(context, node, `imports ${from}`);
      },
      NewExpression(node) {
        const now = lastName(node['callee']) === 'Date' && (node['arguments'] as Node[]).length === 0;
        if (now) report(context, node, 'reads the clock');
      },
      CallExpression(node) {
        const callee = node['callee'] as Node;
        if (callee.type !== 'MemberExpression') return;
        const name = lastName(callee['property']) ?? '';
        const owner = lastName(callee['object']) ?? '';
        if (clocks.has(name) && ['Date', 'Math', 'crypto'].includes(owner))
          report(context, node, `calls ${owner}.${name}()`);
      },
    };
  },
};

const report = (context: Context, node: Node, what: string): void =>
  context.report({ node, message: `An entity's rules are pure, this one ${what}: take the value as an argument.` });
