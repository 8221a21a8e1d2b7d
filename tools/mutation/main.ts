import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { areas } from './areas.ts';
import type { Area } from './areas.ts';

const [wanted] = process.argv.slice(2);
const named = wanted === undefined ? Object.entries(areas) : Object.entries(areas).filter(([name]) => name === wanted);
if (named.length === 0) {
  const lines = Object.entries(areas).map(([name, { about }]) => `  ${name}  ${about}`);
  console.error(['npm run mutation -- AREA', ...lines].join('\n'));
  process.exit(2);
}

/** The lowest share of mutants, in percent, that the specs must notice. */
const lowest = 85;

function configuration(name: string, { project, mutate, specs }: Area): object {
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
    timeoutMS: 60_000,
    plugins: ['@stryker-mutator/jest-runner'],
    reporters: ['progress-append-only', 'clear-text', 'json'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    jsonReporter: { fileName: `.mutation/${name}.json` },
    tempDirName: '.mutation/copy',
    allowEmpty: false,
    thresholds: { high: 95, low: lowest, break: lowest },
  };
}

const failed = named.filter(([name, area]) => {
  mkdirSync('.mutation', { recursive: true });
  const file = `.mutation/${name}.config.json`;
  writeFileSync(file, JSON.stringify(configuration(name, area), null, 2));
  return spawnSync('stryker', ['run', file], { stdio: 'inherit' }).status !== 0;
});
if (failed.length > 0) {
  console.error(`below ${lowest} %, or not run: ${failed.map(([name]) => name).join(', ')}`);
  process.exit(1);
}
