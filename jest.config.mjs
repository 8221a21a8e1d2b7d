// Specs are named by what they cost: COST=spec or COST=int,e2e runs only those; all of them without it.
const costs = {
  spec: String.raw`/dist/(?!.*\.(int|e2e)\.spec\.js$).*\.spec\.js$`,
  int: String.raw`/dist/.*\.int\.spec\.js$`,
  e2e: String.raw`/dist/(?!.*\.access\.e2e\.spec\.js$).*\.e2e\.spec\.js$`,
  access: String.raw`/dist/.*\.access\.e2e\.spec\.js$`,
};
const wanted = (process.env.COST ?? Object.keys(costs).join(',')).split(',');
const unknown = wanted.filter((cost) => !(cost in costs));
if (unknown.length > 0)
  throw new Error(`COST is one or more of ${Object.keys(costs).join(', ')}, not ${unknown.join(', ')}`);
const { HELHED_FULL, HELHED_RACES } = process.env;
// Long ones run in `npm run ci:full`; HELHED_RACES=… asks for some of them by hand.
const left = HELHED_FULL || HELHED_RACES ? [] : [String.raw`/e2e/dist/races/races\.e2e\.spec\.js$`];
const withServers = wanted.some((cost) => cost !== 'spec');

const seedProperties = '<rootDir>/libs/testing/dist/jest/seed-properties.js';

export default {
  roots: ['libs', 'services', 'deploy/local', 'e2e', 'bench'].map((folder) => `<rootDir>/${folder}`),
  testRegex: wanted.map((cost) => costs[cost]),
  testPathIgnorePatterns: ['/node_modules/', ...left],
  testEnvironment: 'node',
  transform: {},
  maxWorkers: 2,
  // a worker keeps the modules of each spec that it has run: hundreds of specs are gigabytes
  workerIdleMemoryLimit: '1500MB',
  // The first test of a run that needs Keycloak waits for it to start.
  testTimeout: 180_000,
  modulePathIgnorePatterns: ['<rootDir>/.*/\\.data/'],
  setupFilesAfterEnv: [seedProperties],
  ...(withServers && {
    globalSetup: '<rootDir>/libs/testing/dist/jest/global-setup.js',
    globalTeardown: '<rootDir>/libs/testing/dist/jest/global-teardown.js',
    setupFilesAfterEnv: [seedProperties, '<rootDir>/libs/testing/dist/jest/take-turns.js'],
  }),
};
