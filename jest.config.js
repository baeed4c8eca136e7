/** Packages that import JSON as only bundlers allow; Node wants the attribute. */
const languageServices = '@actions/(languageservice|workflow-parser)';

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  // Generous: it only ends what hangs. These machines are shared and slow at times.
  testTimeout: 60_000,
  // Jest leaves a core to the person at the machine; on two cores that doubles the time. Most of ours wait for a process anyway.
  maxWorkers: '100%',
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  // `*.long.test.ts` is the long tier: `./slipway test --long`.
  testPathIgnorePatterns: ['/node_modules/', '\\.long\\.test\\.ts$'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'js', 'json'],
  transform: {
    '\\.ts$': '<rootDir>/scripts/strip-types.js',
    [`/${languageServices}/.*\\.js$`]: '<rootDir>/scripts/import-json.js',
  },
  transformIgnorePatterns: [`/node_modules/(?!${languageServices}/)`],
  reporters: ['default', '<rootDir>/scripts/closing-line.js'],
  globalSetup: '<rootDir>/__tests__/support/build-probe.ts',
  modulePathIgnorePatterns: ['<rootDir>/.slipway/', '<rootDir>/build/', '<rootDir>/examples/', '<rootDir>/tools/'],
  collectCoverageFrom: ['{actions,src,cli,emulators,rehearsal,lint,scripts}/**/*.{ts,js}', '!**/*.d.ts'],
};
