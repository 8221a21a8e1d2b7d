import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { layers, scope } from './layers.ts';
import type { Layer } from './layers.ts';

export interface Manifest {
  readonly name: string;
  readonly exports?: unknown;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export interface Package extends Layer {
  /** Name without the scope: `kernel`. */
  readonly name: string;
  readonly manifest: Manifest;
}

export const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

/** The packages of the table that exist under `root`. */
export function packagesOf(root: string): Package[] {
  return Object.entries(layers)
    .filter(([, { folder }]) => existsSync(join(root, folder, 'package.json')))
    .map(([name, layer]) => ({
      name,
      ...layer,
      manifest: readJson<Manifest>(join(root, layer.folder, 'package.json')),
    }));
}

/** `@helhed/kernel/x` → `kernel`; undefined for a package from the registry. */
export const ours = (specifier: string): string | undefined =>
  specifier.startsWith(scope) ? specifier.slice(scope.length).split('/')[0] : undefined;

/** `@nestjs/common/x` → `@nestjs/common`. */
export const packageName = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
