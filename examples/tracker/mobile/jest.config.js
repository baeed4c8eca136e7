module.exports = {
  preset: '@react-native/jest-preset',
  setupFiles: ['./jest.setup.ts'],
  testMatch: ['<rootDir>/__tests__/**/*.test.{ts,tsx}'],
  // Every source file counts, so that one which no test imports shows as uncovered.
  collectCoverageFrom: ['index.js', 'App.tsx', 'src/**/*.{ts,tsx}'],
  // V8 counts what Babel made of the sources, and calls functions covered that never ran.
  coverageProvider: 'babel',
  coverageReporters: ['text', 'lcov', 'json-summary'],
};
