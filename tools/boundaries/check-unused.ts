import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryFiles } from '../source/files.ts';
import { readJson } from './workspace.ts';
import type { Manifest, Package } from './workspace.ts';
import type { Violation } from '../violation.ts';

interface RootManifest extends Manifest {
  readonly scripts?: Readonly<Record<string, string>>;
}

/** What package-lock.json says of an installed package. */
interface Locked {
  readonly bin?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** Packages that a package.json declares and nothing of that package uses: each is code that somebody must trust. */
export function checkUnused(root: string, packages: readonly Package[]): Violation[] {
  const lock = join(root, 'package-lock.json');
  const locked = existsSync(lock) ? readJson<{ packages: Record<string, Locked> }>(lock).packages : {};
  const files = repositoryFiles(root).filter((path) => /\.([cm]?[jt]sx?|json)$/.test(path) && !isManifest(path));
  const textOf = (folder: string) =>
    files.filter((path) => path.startsWith(folder)).map((path) => readFileSync(join(root, path), 'utf8'));
  // what the root declares is there for specs and tools anywhere, and for scripts
  const whole = { folder: '', manifest: readJson<RootManifest>(join(root, 'package.json')) };
  return [whole, ...packages].flatMap(({ folder, manifest }) => {
    const texts = textOf(folder && `${folder}/`);
    const where = join(folder, 'package.json');
    return unusedOf(manifest, texts, locked).map((name) => ({ where, message: `${name} is declared and never used.` }));
  });
}

function unusedOf(manifest: RootManifest, texts: readonly string[], locked: Record<string, Locked>): string[] {
  const declared = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  const scripts = Object.values(manifest.scripts ?? {})
    .join(' ')
    .split(/[\s=]+/);
  const entry = (name: string): Locked => locked[`node_modules/${name}`] ?? {};
  const used = new Set(
    declared.filter(
      (name) =>
        named(name.replace(/^@types\//, ''), texts) ||
        [name, ...Object.keys(entry(name).bin ?? {})].some((command) => scripts.includes(command)),
    ),
  );
  // a package may need another beside it that only it imports
  for (const name of used) for (const peer of Object.keys(entry(name).peerDependencies ?? {})) used.add(peer);
  return declared.filter((name) => !used.has(name));
}

/** In quotes, as in an import, a `require.resolve` or a setting. */
const named = (name: string, texts: readonly string[]): boolean =>
  texts.some((text) =>
    ["'", '"'].some((quote) => text.includes(`${quote}${name}${quote}`) || text.includes(`${quote}${name}/`)),
  );

const isManifest = (path: string): boolean => /(^|\/)package(-lock)?\.json$/.test(path);
