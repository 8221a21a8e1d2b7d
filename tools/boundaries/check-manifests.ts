import { existsSync } from 'node:fs';
import { basename, join, normalize } from 'node:path';
import { repositoryFiles } from '../source/files.ts';
import { layers } from './layers.ts';
import { ours, readJson } from './workspace.ts';
import type { Package } from './workspace.ts';
import type { Violation } from '../violation.ts';

interface TsConfig {
  readonly references?: readonly { readonly path: string }[];
}

/** What package.json and tsconfig.json of each package declare, against the table. */
export function checkManifests(root: string, packages: readonly Package[]): Violation[] {
  return [
    ...unknownPackages(root),
    ...packages.flatMap((each) => [...checkManifest(each), ...checkReferences(root, each)]),
  ];
}

function unknownPackages(root: string): Violation[] {
  const known = new Set([...Object.values(layers).map(({ folder }) => `${folder}/package.json`), 'package.json']);
  return repositoryFiles(root)
    .filter((path) => basename(path) === 'package.json' && !known.has(path))
    .map((where) => ({ where, message: 'this package has no row in tools/boundaries/layers.ts.' }));
}

function checkManifest({ name, folder, may, specs, outside, manifest }: Package): Violation[] {
  const where = `${folder}/package.json`;
  const found: string[] = [];
  if (name.endsWith('-service') && 'exports' in manifest)
    found.push('a service has no exports: nothing may import it.');
  for (const dependency of Object.keys(manifest.dependencies ?? {})) {
    const target = ours(dependency);
    if (target !== undefined && !may.includes(target)) found.push(`${name} may not depend on ${target}.`);
    if (target === undefined && outside && !outside.includes(dependency))
      found.push(`${dependency} is not in the row of ${name}.`);
  }
  for (const dependency of Object.keys(manifest.devDependencies ?? {})) {
    const target = ours(dependency);
    if (target !== undefined && ![...may, ...specs].includes(target))
      found.push(`specs of ${name} may not use ${target}.`);
  }
  for (const [dependency, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
    if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) found.push(`${dependency} ${version}: versions are exact.`);
  }
  return found.map((message) => ({ where, message }));
}

/** `tsc -b` builds in the order of references, so they must say what package.json says. */
function checkReferences(root: string, { name, folder, manifest }: Package): Violation[] {
  const where = `${folder}/tsconfig.json`;
  if (!existsSync(join(root, where))) return [];
  const declared = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).flatMap(
    (each) => ours(each) ?? [],
  );
  const wanted = new Set(declared.flatMap((each) => layers[each]?.folder ?? []));
  const references = readJson<TsConfig>(join(root, where)).references ?? [];
  const listed = new Set(references.map(({ path }) => normalize(join(folder, path))));
  return [
    ...[...wanted]
      .filter((each) => !listed.has(each))
      .map((each) => `${name} depends on ${each}, which is not in references.`),
    ...[...listed]
      .filter((each) => !wanted.has(each))
      .map((each) => `${each} in references is not a dependency in package.json.`),
  ].map((message) => ({ where, message }));
}
