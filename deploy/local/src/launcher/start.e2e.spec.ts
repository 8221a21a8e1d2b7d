import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { repository } from '../platform/repository.js';
import { listeningAddresses } from '../servers/listening-addresses.js';
import { freePort, isFree } from '../servers/ports.js';
import { parts, portPlan } from './port-plan.js';
import type { LauncherState } from './state.js';
import type { Status } from './status.js';

const longEnough = 600_000;

describe('npm start', () => {
  let data: string;
  let base: number;
  let env: NodeJS.ProcessEnv;

  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), 'helhed-start-'));
    base = await freePort();
    env = { ...process.env, HELHED_DATA: data, HELHED_PORT_BASE: String(base) };
  });
  afterAll(() => {
    run('stop');
    rmSync(data, { recursive: true, force: true });
  });

  it(
    'goes on where a killed start left off, and leaves no process when it is stopped',
    async () => {
      const killed = launch();
      await until(() => state()?.parts['postgres'] !== undefined);
      killed.kill('SIGKILL');

      const launcher = launch();
      await until(() => state()?.pid === launcher.pid && state()?.phase === 'ready');
      expect(json('status')).toMatchObject({ running: true, phase: 'ready', url: `http://127.0.0.1:${base}` });
      expect(json('status').parts.filter(({ healthy }) => !healthy)).toEqual([]);
      await showThePlatform();
      followReadMe();
      if (process.platform === 'linux') expect(onTheNetwork()).toEqual([]);
      expect(spawnSync(process.execPath, [file('start')], { env }).status).toBe(3);

      await killService(launcher.pid);
      launcher.kill('SIGINT');
      await until(() => launcher.exitCode !== null);
      expect(json('status')).toMatchObject({ running: false });
      const free = await Promise.all(parts.map((part) => isFree(portPlan(base)[part])));
      expect(free).not.toContain(false);
    },
    longEnough,
  );

  async function showThePlatform(): Promise<void> {
    const { passwords } = JSON.parse(readFileSync(join(data, 'demo-users.json'), 'utf8')) as {
      passwords: Record<string, Record<string, string>>;
    };
    expect(statSync(join(data, 'demo-users.json')).mode & 0o077).toBe(0);
    const tokenOf = async (username: string): Promise<string> => {
      const password = passwords['0450']?.[username] ?? '';
      const form = new URLSearchParams({ grant_type: 'password', client_id: 'demo-cli', username, password });
      const realm = `http://127.0.0.1:${base}/auth/realms/kommune-0450`;
      const answer = await fetch(`${realm}/protocol/openid-connect/token`, { method: 'POST', body: form });
      return ((await answer.json()) as { access_token: string }).access_token;
    };
    const page = await (await fetch(`http://127.0.0.1:${base}/`)).text();
    expect(page.match(/>svarer</g)?.length).toBe(8);
    expect(page).toContain('<strong>vibeke</strong>');
    for (const password of Object.values(passwords).flatMap((each) => Object.values(each)))
      expect(page).not.toContain(password);
    const referrals = await fetch(`http://127.0.0.1:${base}/referral/v1/referrals`, {
      headers: { authorization: `Bearer ${await tokenOf('vibeke')}` },
    });
    expect(((await referrals.json()) as { total: number }).total).toBe(8);
    // a citizen's account is linked: what is not there is 404 to her, and 403 to who is nobody's
    const end = `http://127.0.0.1:${base}/family-plan/v1/links/${randomUUID()}:end`;
    const asked = await fetch(end, {
      method: 'POST',
      headers: { authorization: `Bearer ${await tokenOf('anna')}`, 'if-match': '"1"' },
    });
    expect(asked.status).toBe(404);
  }

  /** The README's way to a first referral, as it stands there but for the port. */
  function followReadMe(): void {
    const readMe = readFileSync(join(repository, 'README.md'), 'utf8');
    const commands = /^## Ten minutes .*?^```sh\n(.*?)^```/ms.exec(readMe)?.[1] ?? '';
    const address = 'HELHED=http://127.0.0.1:8450\n';
    expect(commands).toContain(address);
    const folder = mkdtempSync(join(tmpdir(), 'helhed-newcomer-'));
    symlinkSync(data, join(folder, '.data'));
    symlinkSync(join(repository, 'docs'), join(folder, 'docs'));
    const here = commands.replace(address, `HELHED=http://127.0.0.1:${base}\n`);
    const newcomer = spawnSync('bash', ['-euo', 'pipefail', '-c', here], { cwd: folder, encoding: 'utf8' });
    rmSync(folder, { recursive: true, force: true });
    expect(newcomer).toMatchObject({ stderr: '', status: 0 });
    // taken up, each rule seen, accepted, withheld from who referred, counted, and refused without the parents' part
    for (const said of [
      'under-triage\n',
      ' (required): met',
      '\naccepted\n',
      '"no-basis"',
      "'accepted: ",
      'parents-part-missing',
    ])
      expect(newcomer.stdout).toContain(said);
  }

  async function killService(launcher: number | undefined): Promise<void> {
    const before = state()?.parts['consent']?.pid ?? 0;
    process.kill(before, 'SIGKILL');
    await until(() => state()?.parts['consent']?.restarts === 1);
    expect(state()?.pid).toBe(launcher);
    expect(json('status').parts.every(({ healthy }) => healthy)).toBe(true);
  }

  function onTheNetwork(): string[] {
    const pids = [state()?.pid ?? 0, ...Object.values(state()?.parts ?? {}).map(({ pid }) => pid)];
    return pids.flatMap(listeningAddresses).filter((address) => !address.startsWith('127.0.0.1:'));
  }

  const file = (name: string): string => join(repository, 'deploy/local/dist/launcher', `${name}.js`);
  const launch = (): ChildProcess => spawn(process.execPath, [file('start')], { env, stdio: 'ignore' });
  const run = (verb: string, ...args: string[]): string =>
    spawnSync(process.execPath, [file('command'), verb, ...args], { env, encoding: 'utf8' }).stdout;
  const json = (verb: string): Status => JSON.parse(run(verb, '--json')) as Status;

  function state(): LauncherState | undefined {
    try {
      return JSON.parse(readFileSync(join(data, 'state.json'), 'utf8')) as LauncherState;
    } catch {
      return undefined;
    }
  }
});

async function until(reached: () => boolean, patienceMs = 300_000): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!reached()) {
    if (performance.now() > deadline) throw new Error(`waited in vain for ${String(reached)}`);
    await sleep(50);
  }
}
