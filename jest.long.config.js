import fast from './jest.config.js';

/** @type {import('jest').Config} */
export default {
  ...fast,
  testMatch: ['<rootDir>/__tests__/**/*.long.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
};
