import { planted } from '../planted.ts';
import { checkUnused } from './check-unused.ts';
import { packagesOf } from './workspace.ts';

const manifest = (name: string, rest: object = {}): string =>
  JSON.stringify({ name: `@helhed/${name}`, version: '0.1.0', ...rest });

describe('a package that is declared', () => {
  const lock = JSON.stringify({
    packages: {
      'node_modules/zod': { peerDependencies: { 'zod-peer': '1.0.0' } },
      'node_modules/checker': { bin: { 'check-it': 'check.js' } },
    },
  });
  const unused = (files: Record<string, string>): string[] =>
    planted(
      {
        'package.json': JSON.stringify({
          scripts: { check: 'NODE_ENV=test check-it --all' },
          devDependencies: { checker: '1.0.0', '@types/pg': '8.0.0' },
        }),
        'package-lock.json': lock,
        'libs/kernel/package.json': manifest('kernel'),
        'libs/contracts/package.json': manifest('contracts', { dependencies: { zod: '4.6.7', 'zod-peer': '1.0.0' } }),
        'libs/contracts/src/event.ts': `import { z } from 'zod/mini';`,
        'libs/database/package.json': manifest('database', { dependencies: { pg: '8.0.0' } }),
        'libs/database/src/pool.ts': `const { Pool } = await import("pg");`,
        ...files,
      },
      (root) => checkUnused(root, packagesOf(root)).map((v) => `${v.where}  ${v.message}`),
    );

  it('and imported, run by a script, or needed beside one that is, is used', () => expect(unused({})).toEqual([]));

  it.each([
    ['libs/kernel/package.json', manifest('kernel', { dependencies: { zod: '4.6.7' } }), 'zod'],
    ['libs/kernel/package.json', manifest('kernel', { devDependencies: { 'zod-peer': '1.0.0' } }), 'zod-peer'],
    ['libs/contracts/src/event.ts', `import { z } from 'zodiac';\n// zod`, 'zod'],
    ['package.json', JSON.stringify({ devDependencies: { checker: '1.0.0' } }), 'checker'],
  ])('and of no use to %s is found', (path, text, name) => {
    const where = path.endsWith('.json') ? path : 'libs/contracts/package.json';
    expect(unused({ [path]: text })).toContain(`${where}  ${name} is declared and never used.`);
  });
});
