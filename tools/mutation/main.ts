import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { areas } from './areas.ts';
import type { Part } from './areas.ts';
import { percent, scoreOf } from './score.ts';
import type { Report } from './score.ts';

const [wanted] = process.argv.slice(2);
const named = wanted === undefined ? Object.entries(areas) : Object.entries(areas).filter(([name]) => name === wanted);
if (named.length === 0) {
  const lines = Object.entries(areas).map(([name, { about }]) => `  ${name}  ${about}`);
  console.error(['npm run mutation -- AREA', ...lines].join('\n'));
  process.exit(2);
}

/** The lowest share of mutants, in percent, that the specs must notice. */
const lowest = 85;

function configuration(name: string, project: string, { mutate, specs }: Part): object {
  return {
    mutate,
    // The mutants of a file are all in its one instrumented text, switched on one at a time: compiled once.
    buildCommand: `tsc -b ${project}`,
    disableTypeChecks: '{libs,services}/**/*.ts',
    // TypeScript 7 has no API for Stryker to read this by, and no path in it leaves the copy
    tsconfigFile: 'none',
    ignorePatterns: [
      '/*',
      '!/libs',
      '!/services',
      '!/deploy',
      '!/package.json',
      '!/tsconfig.base.json',
      'dist',
      '.data',
    ],
    testRunner: 'jest',
    testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
    jest: {
      projectType: 'custom',
      enableFindRelatedTests: false,
      config: {
        testRegex: specs.map((part) => `/${part}(?!.*\\.(int|e2e)\\.spec\\.js$).*\\.spec\\.js$`),
        testEnvironment: 'node',
        transform: {},
      },
    },
    coverageAnalysis: 'perTest',
    concurrency: 2,
    // a runner keeps the modules of each of its runs: gigabytes after some hundred
    maxTestRunnerReuse: 60,
    // on a machine that does much else a slow mutant is not an endless one
    timeoutMS: 30_000,
    plugins: ['@stryker-mutator/jest-runner'],
    reporters: ['progress-append-only', 'clear-text', 'json'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    jsonReporter: { fileName: `.mutation/${name}.json` },
    tempDirName: '.mutation/copy',
    allowEmpty: false,
    thresholds: { high: 95, low: lowest, break: null },
  };
}

/** Undefined where Stryker could not try it. */
function tried(name: string, project: string, part: Part): Report | undefined {
  mkdirSync('.mutation', { recursive: true });
  const [config, report] = [`.mutation/${name}.config.json`, `.mutation/${name}.json`];
  rmSync(report, { force: true });
  writeFileSync(config, JSON.stringify(configuration(name, project, part), null, 2));
  if (spawnSync('stryker', ['run', config], { stdio: 'inherit' }).status !== 0) return undefined;
  return JSON.parse(readFileSync(report, 'utf8')) as Report;
}

const failed: string[] = [];
for (const [name, { project, parts }] of named) {
  const reports = parts.map((part, i) => tried(`${name}-${i + 1}`, project, part));
  const score = scoreOf(reports.filter((report) => report !== undefined));
  console.log(`${name}: ${score.noticed} of ${score.of} mutants noticed, ${percent(score).toFixed(1)} %`);
  if (reports.includes(undefined) || percent(score) < lowest) failed.push(name);
}
if (failed.length > 0) {
  console.error(`below ${lowest} %, or not run: ${failed.join(', ')}`);
  process.exit(1);
}
