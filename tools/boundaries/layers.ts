/**
 * Who may import whom: the one table. A package imports only what stands in its row; what its specs may import besides
 * is in `specs`. `outside` lists the packages from the registry that it may use, `node` the modules of Node; without a
 * list it may use any module of Node, and any package that its package.json declares.
 */
export interface Layer {
  readonly folder: string;
  readonly may: readonly string[];
  readonly specs: readonly string[];
  readonly outside?: readonly string[];
  readonly node?: readonly string[];
}

const platform = ['kernel', 'contracts', 'programmes', 'telemetry', 'database', 'messaging', 'access', 'web'];
const everyLib = [...platform, 'local', 'testing'];
const service = (name: string): [string, Layer] => [
  `${name}-service`,
  { folder: `services/${name}`, may: platform, specs: ['testing', 'local'] },
];
const lib = (name: string, may: string[], rest: Partial<Layer> = {}): [string, Layer] => [
  name,
  { folder: `libs/${name}`, may, specs: [], ...rest },
];

/** Keys are package names without `@helhed/`. */
export const layers: Readonly<Record<string, Layer>> = Object.fromEntries([
  // Plain TypeScript: no framework, no I/O.
  lib('kernel', [], { outside: ['uuid'], node: ['util', 'crypto'] }),
  lib('contracts', ['kernel'], { outside: ['zod'], node: [] }),
  lib('programmes', ['kernel', 'contracts'], { outside: ['yaml', 'zod'] }),
  // Real servers, and what specs need round them. Below the platform, so that the platform's specs can use it too.
  ['local', { folder: 'deploy/local', may: ['kernel', 'contracts', 'programmes'], specs: [] }],
  lib('testing', ['kernel', 'contracts', 'programmes', 'local']),
  // The platform, each on top of the one before.
  lib('telemetry', [], { specs: ['testing'] }),
  lib('database', ['kernel', 'contracts', 'telemetry'], { specs: ['testing'] }),
  lib('messaging', ['kernel', 'contracts', 'telemetry', 'database'], { specs: ['testing'] }),
  lib('access', ['kernel', 'contracts', 'programmes', 'telemetry', 'database', 'messaging'], { specs: ['testing'] }),
  lib('web', ['kernel', 'contracts', 'programmes', 'telemetry', 'database', 'messaging', 'access'], {
    specs: ['testing'],
  }),
  // For systems outside: it knows the platform by its documents only, and needs nothing but Node.
  lib('client', [], { outside: [], node: [] }),
  // Services import no service; their package has no exports, so they cannot be imported either.
  ...['referral', 'family-plan', 'scheduling', 'consent', 'reporting'].map(service),
  // The whole platform, from outside.
  ['e2e', { folder: 'e2e', may: [...everyLib, 'client'], specs: [] }],
  ['bench', { folder: 'bench', may: [...everyLib, 'e2e'], specs: [] }],
] as [string, Layer][]);

/** What a part of a package must not know, though the package may: two things built from one page, apart from each other. */
export const apart: readonly { readonly folder: string; readonly from: string }[] = [
  { folder: 'e2e/src/matrix', from: 'access' },
];

export const scope = '@helhed/';
