/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  // `*.long.test.ts` is the long tier: `./slipway test --long`.
  testPathIgnorePatterns: ['/node_modules/', '\\.long\\.test\\.ts$'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'js', 'json'],
  transform: { '\\.ts$': '<rootDir>/scripts/strip-types.js' },
  globalSetup: '<rootDir>/__tests__/support/build-probe.ts',
  modulePathIgnorePatterns: ['<rootDir>/build/', '<rootDir>/examples/', '<rootDir>/tools/'],
  collectCoverageFrom: ['{actions,src,cli,emulators,rehearsal,lint,scripts}/**/*.{ts,js}', '!**/*.d.ts'],
};
