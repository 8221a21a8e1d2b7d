import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, normalize } from 'node:path';
import { isSpec, repositoryFiles } from '../source/files.ts';
import { importsOf } from '../source/imports.ts';
import { apart } from './layers.ts';
import { ours, packageName, readJson } from './workspace.ts';
import type { Manifest, Package } from './workspace.ts';
import type { Violation } from '../violation.ts';

interface File {
  readonly path: string;
  readonly package: Package;
  readonly spec: boolean;
}

/** Every import in every source file, against the table and against the package.json of the file's package. */
export function checkImports(root: string, packages: readonly Package[]): Violation[] {
  const rootDependencies = Object.keys(readJson<Manifest>(join(root, 'package.json')).devDependencies ?? {});
  const violations: Violation[] = [];
  for (const path of repositoryFiles(root).filter((file) => /\.[cm]?tsx?$|\.[cm]?js$/.test(file))) {
    const owner = packages.find(({ folder }) => path.startsWith(`${folder}/`));
    if (!owner) continue;
    const file = { path, package: owner, spec: isSpec(path) };
    for (const { specifier, line } of importsOf(readFileSync(join(root, path), 'utf8'))) {
      const message = problemWith(specifier, file, rootDependencies);
      if (message) violations.push({ where: `${path}:${line}`, message });
    }
  }
  return violations;
}

function problemWith(specifier: string, file: File, rootDependencies: readonly string[]): string | undefined {
  if (specifier.startsWith('.')) return leavesPackage(specifier, file);
  if (isBuiltin(specifier)) return builtin(specifier, file);
  return ours(specifier) === undefined ? outside(specifier, file, rootDependencies) : inside(specifier, file);
}

function leavesPackage(specifier: string, { path, package: { folder } }: File): string | undefined {
  const target = normalize(join(path, '..', specifier));
  if (target.startsWith(`${folder}/`)) return undefined;
  return `${specifier} leaves the package: import another package by its name.`;
}

function builtin(specifier: string, { package: { name, node }, spec }: File): string | undefined {
  if (spec || node === undefined || node.includes(specifier.replace('node:', ''))) return undefined;
  return `${name} is plain TypeScript and does no I/O: ${specifier} is not in its row of layers.ts.`;
}

function inside(specifier: string, { path, package: { name, may, specs, manifest }, spec }: File): string | undefined {
  const target = ours(specifier) as string;
  if (target === name) return `${specifier} is this package itself: import the file.`;
  if (target.endsWith('-service'))
    return `${specifier}: a service is never imported; talk to it by its API or its events.`;
  if (specifier !== packageName(specifier))
    return `${specifier} reaches into a package: import ${packageName(specifier)}.`;
  const kept = apart.find(({ folder, from }) => target === from && path.startsWith(`${folder}/`));
  if (kept) return `${kept.folder} is built apart from ${target}: both read docs/access.md, neither the other.`;
  if (!spec && target === 'testing' && !may.includes('testing')) return 'testing is for specs only.';
  if (![...may, ...(spec ? specs : [])].includes(target))
    return `${name} may not import ${target}: the row is in layers.ts.`;
  const declared = { ...manifest.dependencies, ...(spec ? manifest.devDependencies : {}) };
  if (!(specifier in declared)) return `${specifier} is not declared in package.json of ${name}.`;
  return undefined;
}

function outside(specifier: string, file: File, rootDependencies: readonly string[]): string | undefined {
  const {
    package: { name, manifest, outside: allowed },
    spec,
  } = file;
  const wanted = packageName(specifier);
  if (spec && (rootDependencies.includes(wanted) || wanted === '@jest/globals')) return undefined;
  if (allowed && !allowed.includes(wanted))
    return `${name} keeps free of frameworks: ${wanted} is not in its row of layers.ts.`;
  const declared = {
    ...manifest.dependencies,
    ...manifest.optionalDependencies,
    ...(spec ? manifest.devDependencies : {}),
  };
  if (wanted in declared || `@types/${wanted}` in declared) return undefined;
  return `${wanted} is not declared in package.json of ${name}.`;
}
