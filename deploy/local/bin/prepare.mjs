import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectNode, root } from './places.mjs';
import { fail, say } from './say.mjs';

const lock = join(root, 'package-lock.json');
// npm writes its own copy of the lock last, so it is missing after an install that was killed.
const installed = join(root, 'node_modules/.package-lock.json');
const mark = join(root, 'node_modules/.helhed-installed');
const digestOfLock = () => createHash('sha256').update(readFileSync(lock)).digest('hex');

function isInstalled() {
  if (!existsSync(installed)) return false;
  if (existsSync(mark)) return readFileSync(mark, 'utf8') === digestOfLock();
  return statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
}

/** Installs the packages of the lock unless they are there. */
export function installPackages() {
  if (!isInstalled()) {
    process.stdout.write(`${say('pakker hentes med npm ci', 'fetching packages with npm ci')} …\n`);
    const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
    run([...npm, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], say('npm ci mislykkedes', 'npm ci failed'));
  }
  writeFileSync(mark, digestOfLock());
}

/** Compiles what has changed; a build that is up to date costs a second. */
export function build() {
  run(
    [projectNode(), join(root, 'node_modules/typescript/bin/tsc'), '-b'],
    say('oversættelsen mislykkedes', 'the build failed'),
  );
}

function run([command, ...args], problem) {
  const { status, signal, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (signal) process.exit(130);
  if (status !== 0) fail(error ? `${problem}: ${error.message}` : problem);
}
