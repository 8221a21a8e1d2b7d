import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { launcherFile, projectNode, root } from './places.mjs';
import { say } from './say.mjs';
import { usage } from './usage.mjs';

/** Runs a verb of the built launcher; where nothing was ever built, nothing can be running. */
export function command(verb, options = []) {
  const file = launcherFile('command');
  const args = process.argv.slice(2);
  usage(verb, args, options);
  if (existsSync(file)) {
    const { status } = spawnSync(projectNode(), [file, verb, ...args], { cwd: root, stdio: 'inherit' });
    process.exit(status ?? 1);
  }
  const idle = { running: false, phase: 'stopped', url: null, pid: null, startedAt: null, parts: [] };
  const text = args.includes('--json')
    ? JSON.stringify(idle, null, 2)
    : say('Platformen kører ikke.', 'The platform is not running.');
  process.stdout.write(`${text}\n`);
  process.exit(verb === 'status' ? 1 : 0);
}
