import { spawnSync } from 'node:child_process';
import { verdict } from './verdict.ts';

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
});
const { state, lines } = verdict(stdout);
for (const line of lines) console.log(line);
console.log(`dependency audit: ${state}`);
if (state === 'vulnerable') process.exitCode = 1;
