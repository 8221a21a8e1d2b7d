import { spawn } from 'node:child_process';
import { closeSync, existsSync, fchmodSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endWithParent } from './end-with-parent.mjs';
import { cacheFolder, dataFolder, keepDataFolder, launcherFile, projectNode, root } from './places.mjs';

const alreadyRunning = 3;
const env = { ...process.env, NODE_COMPILE_CACHE: join(cacheFolder, 'node-compile') };

/** Runs the launcher: in the foreground to its end, or with --detach until it is ready. Ends with its exit code. */
export async function runLauncher(args) {
  keepDataFolder();
  if (args.includes('--detach')) return detached(args);
  const launcher = spawn(projectNode(), [launcherFile('start'), ...args], { cwd: root, env, stdio: 'inherit' });
  // The terminal sends Ctrl-C to the launcher too; what is left to do here is wait for it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => launcher.kill(signal === 'SIGINT' ? 'SIGTERM' : signal));
  endWithParent(() => launcher.kill('SIGTERM'));
  launcher.on('exit', (code) => process.exit(code ?? 1));
}

async function detached(args) {
  const log = openSync(join(dataFolder, 'launcher.log'), 'w+', 0o600);
  // one that an earlier start made may be open to others, and the farewell has a password
  fchmodSync(log, 0o600);
  const launcher = spawn(projectNode(), [launcherFile('start'), ...args], {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', log, log],
  });
  let ended;
  launcher.on('exit', (code) => (ended = code ?? 1));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => launcher.kill('SIGTERM'));
  endWithParent(() => launcher.kill('SIGTERM'));
  // who has read enough of the progress still wants the platform
  process.stdout.on('error', () => undefined);
  let read = 0;
  const show = () => {
    const text = Buffer.alloc(65536);
    for (let size; (size = readSync(log, text, 0, text.length, read)) > 0; read += size)
      process.stdout.write(text.subarray(0, size));
  };
  while (ended === undefined && !isReady(launcher.pid)) {
    show();
    await sleep(100);
  }
  await sleep(100);
  show();
  closeSync(log);
  // A platform that runs already is what was asked for.
  process.exit(ended === alreadyRunning ? 0 : (ended ?? 0));
}

function isReady(pid) {
  const file = join(dataFolder, 'state.json');
  if (!existsSync(file)) return false;
  try {
    const state = JSON.parse(readFileSync(file, 'utf8'));
    return state.pid === pid && state.phase === 'ready';
  } catch {
    return false;
  }
}
