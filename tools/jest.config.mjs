// Node runs tools/*.ts as they are, by stripping the types; this lets jest do the same, without a build.
export default {
  displayName: 'tools',
  rootDir: '.',
  testMatch: ['<rootDir>/**/*.spec.ts'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/strip-types.mjs' },
};
