import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { connectAdmin, createSystemClient, newPassword, repository } from '@helhed/local';
import { forMunicipality, getDefinition } from '@helhed/programmes';
import { startPlatform, testServers, type TestPlatform } from '@helhed/testing';

const run = promisify(execFile);
const guide = readFileSync(join(repository, 'docs/guides/first-referral.md'), 'utf8');
const block = (language: string) => new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'ms').exec(guide)?.[1] ?? '';
const program = block('ts');

describe('the guide to a first referral', () => {
  let platform: TestPlatform;
  let folder: string;
  let env: Record<string, string | undefined>;

  beforeAll(async () => {
    platform = await startPlatform();
    folder = mkdtempSync(join(tmpdir(), 'helhed-department-'));
    const municipality = await platform.municipality();
    const lead = await municipality.person('familiestuen:programme-lead');
    const definition = forMunicipality(getDefinition('nyborg-familiestue'), municipality.code);
    const published = await fetch(`${platform.url}/referral/v1/programmes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await lead.token()}` },
      body: JSON.stringify({ definition }),
    });
    expect(published.status).toBe(201);
    const { url, admin } = await testServers().keycloak();
    const secret = newPassword();
    await createSystemClient(await connectAdmin({ url, ...admin }), municipality.code, {
      clientId: 'dagtilbud-system',
      secret,
      functions: ['db-solsikken:referrer'],
      exchangesTokensOf: ['demo-cli'],
    });
    const pia = await municipality.person('db-solsikken:pedagogue');
    const { issuer } = municipality;
    env = { ...process.env, HELHED: platform.url, ISSUER: issuer, SECRET: secret, PIAS_TOKEN: await pia.token() };

    const packed = await run('npm', ['pack', '-w', 'libs/client', '--json', '--pack-destination', folder], {
      cwd: repository,
    });
    const { filename } = (JSON.parse(packed.stdout) as { filename: string }[])[0] as { filename: string };
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    await run('npm', ['install', '--offline', join(folder, filename)], { cwd: folder });
    writeFileSync(join(folder, 'first-referral.ts'), program);
  }, 300_000);
  afterAll(async () => {
    await platform?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const main = () => run(process.execPath, ['first-referral.ts'], { cwd: folder, env });
  const compile = (file: string) => {
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', '--types', 'node'];
    const types = ['--typeRoots', join(repository, 'node_modules/@types')];
    return run(join(repository, 'node_modules/.bin/tsc'), [...options, ...types, file], { cwd: folder });
  };

  it('shows a system of sixty lines at most', () => {
    expect(program.trimEnd().split('\n').length).toBeLessThanOrEqual(60);
    expect(program).toContain('@helhed/client');
  });

  it('shows what is typed, down to a field’s name and a code', async () => {
    await compile('first-referral.ts');
    for (const [right, wrong] of [
      ['parentsPart: [\n', 'parentPart: [\n'],
      [`'/referral/v1/referrals', { body }`, `'/referral/v1/referrals'`],
      [`role: 'child'`, `role: 'kid'`],
      [`'/referral/v1/referrals/{id}/outcome'`, `'/referral/v1/referrals/{id}/result'`],
    ] as const) {
      expect(program).toContain(right);
      writeFileSync(join(folder, 'wrong.ts'), program.replace(right, wrong));
      await expect(compile('wrong.ts')).rejects.toMatchObject({ code: expect.any(Number) });
    }
  });

  it('does what it says, as it stands, and the same again when it is run again', async () => {
    const said = block('text');
    const { stdout, stderr } = await main();
    expect([withDays(stdout), stderr]).toEqual([said, '']);
    expect(withDays((await main()).stdout)).toBe(said.replace('first: received\n', 'first: received before\n'));
  });
});

const withDays = (text: string): string => text.replaceAll(/\d{4}-\d\d-\d\d/g, '2026-11-23');
