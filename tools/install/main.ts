import { spawnSync } from 'node:child_process';
import { readJson } from '../boundaries/workspace.ts';
import { report } from '../report.ts';
import { checkLock } from './check-lock.ts';
import type { Lock } from './check-lock.ts';

const { allowScripts = {} } = readJson<{ allowScripts?: Record<string, boolean> }>('package.json');
const violations = checkLock(readJson<Lock>('package-lock.json'), allowScripts);

// npm's own judgement of whether `npm ci` would install what the package.json files say; writes nothing.
const dry = spawnSync('npm', ['ci', '--dry-run', '--ignore-scripts', '--no-audit', '--loglevel=error'], {
  encoding: 'utf8',
});
const lines = dry.stderr.split('\n');
const said = lines.find((line) => /Missing:|Invalid:/.test(line)) ?? lines.find((line) => line.includes('error')) ?? '';
if (dry.status !== 0) violations.push({ where: 'npm ci', message: `would fail: ${said}` });

const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24)
  violations.push({
    where: 'node',
    message: `${process.version} runs: the workspace's own Node 24 is not first on PATH.`,
  });

report('install check', violations);
