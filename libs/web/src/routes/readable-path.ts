/** A route's path as OpenAPI writes it: `:id(^[0-9a-f-]{36})::accept` is `{id}:accept`. */
export const readablePath = (path: string): string =>
  path.replace(/::|:(\w+)(\(\^(?:[^()]|\([^()]*\))*\))?/g, (whole, name: string | undefined) => (whole === '::' ? ':' : `{${name}}`));

/** Matches the addresses that a route's path stands for. */
export function pathPattern(path: string): RegExp {
  const source = readablePath(path)
    .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
    .replace(/\{\w+\}/g, '[^/:]+');
  return new RegExp(`^${source}$`);
}
