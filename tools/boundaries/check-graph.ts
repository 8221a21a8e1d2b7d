import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { layers } from './layers.ts';
import { ours, readJson } from './workspace.ts';
import type { Violation } from '../violation.ts';

export interface NxGraph {
  readonly nodes: Readonly<Record<string, unknown>>;
  readonly dependencies: Readonly<Record<string, readonly { readonly source: string; readonly target: string }[]>>;
}

/** The graph as Nx sees it, which is the order in which it runs tasks. */
export function nxGraph(root: string): NxGraph {
  const folder = mkdtempSync(join(tmpdir(), 'helhed-graph-'));
  try {
    const file = join(folder, 'graph.json');
    const env = { ...process.env, NX_DAEMON: 'false' };
    execFileSync('npx', ['--no-install', 'nx', 'graph', `--file=${file}`], { cwd: root, env, stdio: 'pipe' });
    return readJson<{ graph: NxGraph }>(file).graph;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The layer of a node: libraries are called by their package, services by their short name (`nx serve consent`). */
function layerOf(node: string): string {
  const name = ours(node) ?? node;
  return `${name}-service` in layers ? `${name}-service` : name;
}

export function checkGraph({ nodes, dependencies }: NxGraph): Violation[] {
  const where = 'nx graph';
  const found = Object.keys(nodes).map(layerOf);
  const missing = Object.keys(layers).filter((name) => !found.includes(name));
  const unknown = Object.keys(nodes).filter((node) => !(layerOf(node) in layers));
  const edges = Object.values(dependencies).flat();
  // Nx lists packages from the registry as `npm:…`; check-imports.ts looks at those.
  const crossing = edges.filter(
    ({ source, target }) => target in nodes && !isAllowed(layerOf(source), layerOf(target)),
  );
  return [
    ...missing.map((name) => ({ where, message: `${name} is in layers.ts and not in the graph.` })),
    ...unknown.map((node) => ({ where, message: `${node} is in the graph and not in layers.ts.` })),
    ...crossing.map(({ source, target }) => ({ where, message: `${source} → ${target} is not a layer of layers.ts.` })),
  ];
}

const isAllowed = (source: string, target: string): boolean =>
  [...(layers[source]?.may ?? []), ...(layers[source]?.specs ?? [])].includes(target);
