import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository } from '../platform/repository.js';
import { logFile, startServerProcess } from '../servers/server-process.js';

const modeOf = (path: string): number => statSync(path).mode & 0o777;

/** What has secrets in it is made in a folder that somebody left open, as an editor or an unzip does. */
describe('what has secrets in it is for who runs the platform only', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'helhed-open-'));
    chmodSync(folder, 0o755);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const run = (args: string[], env: object) => {
    const { status, stderr } = spawnSync(process.execPath, args, { env: { ...process.env, ...env }, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  };

  it('the secrets of an installation, made now or before', () => {
    const script = join(repository, 'deploy/local/dist/compose/write-secrets.js');
    run([script], { HELHED_SECRETS: folder });
    expect([modeOf(folder), modeOf(join(folder, 'installation.json'))]).toEqual([0o700, 0o400]);
    chmodSync(folder, 0o755);
    run([script], { HELHED_SECRETS: folder });
    expect(modeOf(folder)).toBe(0o700);
    expect(readdirSync(folder)).toContain('credentials.json');
  });

  it('the data folder of npm start', () => {
    const script = `import { keepDataFolder } from ${JSON.stringify(join(repository, 'deploy/local/bin/places.mjs'))}; keepDataFolder();`;
    run(['--input-type=module', '-e', script], { HELHED_DATA: folder });
    expect(modeOf(folder)).toBe(process.getuid?.() === 0 ? 0o711 : 0o700);
  });

  it('a server’s log', async () => {
    const server = startServerProcess({ name: 'one', command: process.execPath, args: ['-e', ''], dataDir: folder });
    await server.exited;
    expect(modeOf(logFile(folder, 'one'))).toBe(0o600);
  });
});
