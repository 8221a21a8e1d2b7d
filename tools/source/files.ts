import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Files that are, or are about to be, in the repository: tracked ones and new ones that are not ignored. */
export function repositoryFiles(root: string): string[] {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  // A file that was deleted but not yet committed is still listed.
  return [...new Set(list.split('\0'))].filter((path) => path !== '' && existsSync(join(root, path))).toSorted();
}

/** A spec, or what only specs use: in a folder `test` or `test-…`, or in a file `test-….ts`. */
export const isSpec = (path: string): boolean =>
  /\.spec\.[cm]?tsx?$/.test(path) || /(^|\/)test(-[^/]+)?\//.test(path) || /(^|\/)test-[^/]+\.ts$/.test(path);
