import { existsSync, readdirSync, readFileSync } from 'node:fs';

// The unit in which Linux counts CPU time for user programs (USER_HZ) is 1/100 s on every architecture that Node has.
const microsecondsPerTick = 10_000;

interface Times {
  readonly parent: number;
  readonly ticks: number;
}

/** What /proc/<pid>/stat says: the fields after the name, which may itself hold spaces and brackets; see proc(5). */
export function readTimes(stat: string): Times {
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [parent = 0] = fields.slice(1);
  // utime, stime, and cutime, cstime of the children that have ended
  const ticks = fields.slice(11, 15).reduce((sum, each) => sum + each, 0);
  return { parent, ticks };
}

/**
 * CPU time in microseconds that a process and all its descendants have used, from the operating system; what ended
 * children used counts too, so the number only grows. NaN where there is no /proc.
 */
export function cpuTime(pid: number): number {
  if (!existsSync('/proc/stat')) return Number.NaN;
  const all = new Map(readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? timesOf(Number(name)) : [])));
  const belongs = (each: number): boolean => each === pid || (each > 1 && belongs(all.get(each)?.parent ?? 0));
  const ticks = [...all].reduce((sum, [each, times]) => (belongs(each) ? sum + times.ticks : sum), 0);
  return ticks * microsecondsPerTick;
}

function timesOf(pid: number): [number, Times][] {
  try {
    return [[pid, readTimes(readFileSync(`/proc/${pid}/stat`, 'latin1'))]];
  } catch {
    return []; // it ended meanwhile: its parent has its time now
  }
}
