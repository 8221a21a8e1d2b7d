import { execFileSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { planted } from '../planted.ts';

const root = join(import.meta.dirname, '../..');
const config = readFileSync(join(root, '.oxlintrc.json'), 'utf8');

/** Runs oxlint with the repository's own configuration over planted files; answers `path: rule` for each finding. */
function lint(files: Record<string, string>): string[] {
  return planted(
    { '.oxlintrc.json': config, 'tsconfig.json': tsconfig, '.gitignore': 'node_modules', ...files },
    (folder) => {
      for (const shared of ['node_modules', 'tools']) symlinkSync(join(root, shared), join(folder, shared));
      const found = JSON.parse(oxlint(folder, Object.keys(files))) as Report;
      return found.diagnostics.map(({ code, filename }) => `${filename}: ${code}`);
    },
  );
}

interface Report {
  diagnostics: { code: string; filename: string }[];
}

const tsconfig = JSON.stringify({ compilerOptions: { strict: true, module: 'nodenext', types: ['node', 'jest'] } });

function oxlint(folder: string, files: string[]): string {
  try {
    const args = [join(root, 'node_modules/oxlint/bin/oxlint'), '--type-aware', '-f', 'json', ...files];
    return execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

const entity = (body: string, before = ''): string =>
  `import { Entity } from 'typeorm';\n${before}\n@Entity('basis')\nexport class Basis {\n${body}\n}\n`;
const command = (body: string): string =>
  `import type { EntityManager } from 'typeorm';\nimport { Basis } from './basis.js';\n` +
  `export async function run(manager: EntityManager, id: string): Promise<void> {\n${body}\n}\n`;
const spec = (body: string): string => `describe('a', () => {\n${body}\n});\n`;

it('good code has no finding', () => {
  expect(
    lint({
      'services/consent/src/basis.ts': entity('withdraw(at: Date): Date { return at; }'),
      'services/consent/src/receipt.ts':
        entity('a = 1;') + `export const load = async (p: Promise<Date>): Promise<Date> => (await p) ?? new Date();\n`,
      'services/consent/src/config.ts': `export const port = process.env['PORT'];\n`,
      'services/consent/src/withdraw-basis.ts': command(`await manager.findOneByOrFail(Basis, { id });`),
      'services/consent/src/basis.spec.ts': spec(`it('b', () => expect(1).toBe(1));`),
      'services/consent/src/hash.ts': `import { createHash } from 'node:crypto';\nexport const h = (x: string): string => createHash('sha256').update(x).digest('hex');\n`,
    }),
  ).toEqual([]);
});

const bad: [what: string, name: string, text: string, rule: string][] = [
  ['a test that runs alone', 'a.spec.ts', spec(`it.only('b', () => expect(1).toBe(1));`), 'no-focused-tests'],
  ['a test that is skipped', 'a.spec.ts', spec(`it.skip('b', () => expect(1).toBe(1));`), 'no-disabled-tests'],
  ['a test that expects nothing', 'a.spec.ts', spec(`it('b', () => { Math.max(1); });`), 'expect-expect'],
  ['an expectation outside a test', 'a.spec.ts', spec(`expect(1).toBe(1);`), 'no-standalone-expect'],
  ['the environment read outside config', 'a.ts', `export const port = process.env['PORT'];\n`, 'no-process-env'],
  [
    'a promise nobody waits for',
    'a.ts',
    `const f = async (): Promise<void> => {};\nexport const g = (): void => { f(); };\n`,
    'no-floating-promises',
  ],
  ['any', 'a.ts', `export const f = (x: any): string => String(x);\n`, 'no-explicit-any'],
  ['a switched-off compiler', 'a.ts', `// @ts-ignore\nexport const a: number = 1;\n`, 'ban-ts-comment'],
  [
    'a file inside another package',
    'a.ts',
    `import { x } from '@helhed/web/dist/x.js';\nexport const y = x as string;\n`,
    'no-restricted-imports',
  ],
  [
    'keycloak-connect outside libs/access',
    'a.ts',
    `import K from 'keycloak-connect';\nexport const k = new K({}, {});\n`,
    'no-restricted-imports',
  ],
  [
    'manager.update()',
    'a.ts',
    command(`await manager.update(Basis, { id }, { status: 'withdrawn' });`),
    'aggregates-change-themselves',
  ],
  [
    'an upsert on a repository',
    'a.ts',
    command(`await manager.getRepository(Basis).upsert({ id }, ['id']);`),
    'aggregates-change-themselves',
  ],
  [
    'an update by query builder',
    'a.ts',
    command(`await manager.createQueryBuilder().update(Basis).set({ id }).execute();`),
    'aggregates-change-themselves',
  ],
  ['a rule that reads the clock', 'a.ts', entity('withdraw(): Date { return new Date(); }'), 'rules-are-pure'],
  [
    'a rule that reads the clock as a number',
    'a.ts',
    entity('withdraw(): number { return Date.now(); }'),
    'rules-are-pure',
  ],
  [
    'a rule that waits',
    'a.ts',
    entity('async withdraw(p: Promise<void>): Promise<void> { await p; }'),
    'rules-are-pure',
  ],
  [
    'a rule that does I/O',
    'a.ts',
    entity('read = readFileSync;', `import { readFileSync } from 'node:fs';`),
    'rules-are-pure',
  ],
  ['a promise of later', 'a.ts', `// TODO check the date\nexport const a = 1;\n`, 'no-warning-comments'],
  ['a file that is too long', 'a.ts', 'export const a = 1;\n'.repeat(1) + `// line\n`.repeat(260), 'max-lines'],
  ['a name that is not kebab-case', 'withdrawBasis.ts', `export const a = 1;\n`, 'filename-case'],
];

describe('lint finds', () => {
  const path = (index: number): string => `services/consent/src/case-${index}/${bad[index]?.[1]}`;
  let found: string[] = [];
  beforeAll(() => {
    found = lint(Object.fromEntries(bad.map(([, , text], index) => [path(index), text])));
  });

  it.each(bad.map(([what, , , rule], index) => [what, rule, index] as const))('%s', (_, rule, index) => {
    expect(found).toContainEqual(expect.stringMatching(new RegExp(`^${path(index)}: .*\\b${rule}`)));
  });

  it('a cycle of imports', () => {
    const found = lint({
      'services/consent/src/a.ts': `import { b } from './b.js';\nexport const a = (): unknown => b;\n`,
      'services/consent/src/b.ts': `import { a } from './a.js';\nexport const b = (): unknown => a;\n`,
    });
    expect(found).toContainEqual(expect.stringContaining('no-cycle'));
  });
});
