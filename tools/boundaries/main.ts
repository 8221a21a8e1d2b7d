import { report } from '../report.ts';
import { checkExits } from './check-exits.ts';
import { checkGraph, nxGraph } from './check-graph.ts';
import { checkImports } from './check-imports.ts';
import { checkManifests } from './check-manifests.ts';
import { checkUnused } from './check-unused.ts';
import { packagesOf } from './workspace.ts';

const root = process.cwd();
const packages = packagesOf(root);
report('boundaries', [
  ...checkImports(root, packages),
  ...checkManifests(root, packages),
  ...checkUnused(root, packages),
  ...checkExits(root),
  ...checkGraph(nxGraph(root)),
]);
