import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

function parentOf(pid) {
  if (process.platform !== 'linux')
    return Number(spawnSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }).stdout);
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}

/**
 * When npm itself is killed nobody is left to press Ctrl-C. Between npm and us there may be a shell, which
 * lives on: so under npm the parent's parent is watched too.
 */
export function endWithParent(end) {
  const underNpm = process.env.npm_lifecycle_event !== undefined;
  const parent = process.ppid;
  const above = underNpm ? parentOf(parent) : 0;
  const isGone = () => process.ppid !== parent || (underNpm && parentOf(parent) !== above);
  const watch = setInterval(
    () => {
      if (!isGone()) return;
      clearInterval(watch);
      end();
    },
    process.platform === 'linux' ? 500 : 2_000,
  );
  watch.unref();
}
