import { isNode, lastName } from './rule.ts';
import type { Node, Rule } from './rule.ts';

const bypasses = new Set(['update', 'upsert', 'increment', 'decrement']);
const receivers = /^(manager|entityManager|\w*[rR]epository|\w*[qQ]ueryBuilder)$/;
const factories = new Set(['getRepository', 'withRepository', 'createQueryBuilder']);

/**
 * TypeORM's `manager.update(Consent, …)` and its like write columns past the entity's methods, where the rules are, and
 * past its version. The readonly columns do not stop them, so this does.
 */
export const aggregatesChangeThemselves: Rule = {
  create: (context) => ({
    CallExpression(node) {
      const callee = node['callee'] as Node;
      const verb = callee.type === 'MemberExpression' ? lastName(callee['property']) : undefined;
      if (!verb || !bypasses.has(verb)) return;
      const [first] = node['arguments'] as Node[];
      if (!isTypeOrm(callee['object'] as Node) && !isEntityClass(first)) return;
      context.report({
        node,
        message: `.${verb}() writes past the entity's rules: load it, call its method, save it (CONTRIBUTING, "Add a command").`,
      });
    },
  }),
};

function isTypeOrm(receiver: Node): boolean {
  if (receivers.test(lastName(receiver) ?? '')) return true;
  return receiver.type === 'CallExpression' && comesFromFactory(receiver);
}

/** `x.getRepository(A)`, or further calls chained on to it. */
function comesFromFactory(call: Node): boolean {
  const callee = call['callee'] as Node;
  if (factories.has(lastName(callee) ?? '')) return true;
  if (callee.type !== 'MemberExpression') return false;
  const receiver = callee['object'] as Node;
  return receiver.type === 'CallExpression' && comesFromFactory(receiver);
}

const isEntityClass = (node: unknown): boolean =>
  isNode(node) && node.type === 'Identifier' && /^[A-Z][a-z]/.test(node['name'] as string);
