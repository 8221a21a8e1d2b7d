import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Violation } from '../violation.ts';

/** A committed document that is not what the code says today. */
export function staleness(root: string, path: string, today: string, remedy: string): Violation[] {
  const committed = existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8').split('\n') : undefined;
  if (!committed) return [{ where: path, message: `is missing: ${remedy} writes it.` }];
  if (committed.join('\n') === today) return [];
  const lines = today.split('\n');
  const first = lines.findIndex((line, at) => line !== committed[at]);
  const differs = first === -1 ? lines.length : first;
  return [
    {
      where: `${path}:${differs + 1}`,
      message: `is stale: ${remedy} writes it anew. The code says: ${lines[differs]?.trim() ?? '(end)'}`,
    },
  ];
}
