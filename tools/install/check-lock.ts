import type { Violation } from '../violation.ts';

export interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly resolved?: string;
        readonly integrity?: string;
        readonly link?: boolean;
        readonly hasInstallScript?: boolean;
      }
    >
  >;
}

/**
 * The lock file must install anywhere: no registry's address in it, every package with its checksum, and every package
 * that wants to run a script while being installed judged in `allowScripts`.
 */
export function checkLock({ packages }: Lock, allowScripts: Readonly<Record<string, boolean>>): Violation[] {
  return Object.entries(packages).flatMap(([path, entry]) => {
    if (!path.includes('node_modules/') || entry.link) return [];
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const found: string[] = [];
    if (entry.resolved)
      found.push(`records the address ${new URL(entry.resolved).protocol}//…: set omit-lockfile-registry-resolved.`);
    if (!entry.integrity) found.push('has no integrity.');
    if (entry.hasInstallScript && !(name in allowScripts))
      found.push('runs a script at install: allow or refuse it in allowScripts.');
    return found.map((message) => ({ where: `package-lock.json ${path}`, message }));
  });
}
