import tseslint from 'typescript-eslint';
import { floors } from './lint/floors.js';

export default tseslint.config(
  { ignores: ['dist/', 'build/', 'coverage/', '.slipway/', 'examples/', '**/node_modules/', '__tests__/fixtures/'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { slipway: { rules: { floors } } },
    rules: {
      'slipway/floors': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A void arrow function that calls and returns nothing is the shortest honest way to write a callback.
      '@typescript-eslint/no-confusing-void-expression': 'off',
    },
  },
  { files: ['**/*.js', '**/*.mjs'], ...tseslint.configs.disableTypeChecked },
);
