import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The contracts of the last release, as committed: one JSON file for each. */
const folder = (root: string, what: string): string => join(root, 'docs/contracts/baseline', what);

export function readBaseline<T>(root: string, what: 'events' | 'openapi'): Map<string, T> {
  const at = folder(root, what);
  const files = existsSync(at) ? readdirSync(at).toSorted() : [];
  return new Map(
    files.map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(join(at, file), 'utf8')) as T]),
  );
}

export function writeBaseline(root: string, what: 'events' | 'openapi', entries: ReadonlyMap<string, unknown>): void {
  rmSync(folder(root, what), { recursive: true, force: true });
  mkdirSync(folder(root, what), { recursive: true });
  for (const [name, content] of entries) {
    writeFileSync(join(folder(root, what), `${name}.json`), `${JSON.stringify(content, null, 2)}\n`);
  }
}
