// A parameter with its expression, as Fastify's router reads them, or the double colon that stands for one.
const parts = /::|:(\w+)(?:\(\^((?:[^()]|\([^()]*\))*)\))?/g;

/** A route's path as OpenAPI writes it: `:id(^[0-9a-f-]{36})::accept` is `{id}:accept`. */
export const readablePath = (path: string): string =>
  path.replace(parts, (_whole, name: string | undefined) => (name === undefined ? ':' : `{${name}}`));

/** Matches the addresses that a route's path stands for. */
export function pathPattern(path: string): RegExp {
  let source = '';
  let end = 0;
  for (const { 0: whole, 1: name, 2: expression, index } of path.matchAll(parts)) {
    source += escaped(path.slice(end, index)) + (name === undefined ? ':' : (expression ?? '[^/:]+'));
    end = index + whole.length;
  }
  return new RegExp(`^${source}${escaped(path.slice(end))}$`);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
