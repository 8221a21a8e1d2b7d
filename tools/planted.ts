import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Runs `look` in a new git repository that holds `files`: the ground in which a spec plants a violation. */
export function planted<T>(files: Readonly<Record<string, string>>, look: (root: string) => T): T {
  const root = mkdtempSync(join(tmpdir(), 'helhed-planted-'));
  const clear = (): void => rmSync(root, { recursive: true, force: true });
  try {
    execFileSync('git', ['init', '-q'], { cwd: root });
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const seen = look(root);
    if (!(seen instanceof Promise)) clear();
    return seen instanceof Promise ? (seen.finally(clear) as T) : seen;
  } catch (error) {
    clear();
    throw error;
  }
}
