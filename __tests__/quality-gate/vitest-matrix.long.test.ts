import { describe, expect } from '@jest/globals';
import { symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { qualityGate } from '../../actions/quality-gate/main.ts';
import { play } from '../support/scenario.ts';
import type { Scenario } from '../support/scenario.ts';
import { realProject, testWithTools, toolSet } from './project.ts';

// The built bundle in a child process, with the real Vitest 5, TypeScript 7 and ESLint 10.

const run = testWithTools('vitest');
const config = (coverage: string, more = ''): string =>
  `import { defineConfig } from 'vitest/config';\nexport default defineConfig({ test: { coverage: ${coverage}${more} } });\n`;
const istanbul = "{ provider: 'istanbul', include: ['src/**/*.js'] }";

const sound: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "app", "type": "module", "devDependencies": { "vitest": "5.1.1" } }',
  'eslint.config.js': "export default [{ rules: { 'no-console': 'warn' } }];\n",
  'jest.config.js': '// of another time\n',
  'vitest.config.js': config(istanbul),
  'src/add.js': [
    '/** @param {number} a @param {number} b */',
    'export const add = (a, b) => {',
    '  const sum = a + b;',
    '  return sum;',
    '};',
    '',
  ].join('\n'),
  'test/add.test.js':
    "import { expect, test } from 'vitest';\nimport { add } from '../src/add.js';\ntest('adds', () => { expect(add(1, 2)).toBe(3); });\n",
};

/** Vitest imports its packages from the project, so they have to be there and not only their executables. */
function vitestProject(files: Readonly<Record<string, string>>, more: Partial<Scenario> = {}): Scenario {
  // Vitest 5 wants a newer Node than the machine may have on its PATH.
  const path = [dirname(process.execPath)];
  const project = realProject({ ...sound, ...files }, { path, ...more, set: 'vitest' });
  return {
    ...project,
    prepare: (workspace) => {
      project.prepare?.(workspace);
      for (const name of ['vitest', '@vitest', 'vite'])
        symlinkSync(join(toolSet('vitest'), 'node_modules', name), join(workspace, 'node_modules', name));
    },
  };
}

interface Row {
  readonly fault: string;
  readonly files: Readonly<Record<string, string>>;
  readonly reasons: readonly string[];
  readonly blame: 'code' | 'configuration' | 'tool';
  readonly at?: string;
}

const testFile = (body: string): string => `import { expect, test } from 'vitest';\n${body}`;

const rows: readonly Row[] = [
  {
    fault: 'a failing test',
    files: { 'test/fails.test.js': testFile("test('fails', () => {\n  expect(1).toBe(2);\n});\n") },
    reasons: ['tests-failed'],
    blame: 'code',
    at: 'test/fails.test.js:3',
  },
  {
    fault: 'a test file that crashes when it is loaded',
    files: {
      'test/crash.test.js': "import { test } from 'vitest';\n\nthrow new Error('boom');\ntest('never', () => {});\n",
    },
    reasons: ['tests-failed'],
    blame: 'code',
  },
  {
    fault: 'a test that ends its process with 0',
    files: { 'test/exit.test.js': testFile("test('leaves', () => { expect(1).toBe(1); process.reallyExit(0); });\n") },
    reasons: ['tests-failed'],
    blame: 'code',
  },
  {
    fault: 'an error that nobody caught, in a run whose report says success',
    files: {
      'test/late.test.js': testFile("test('late', () => { expect(1).toBe(1); Promise.reject(new Error('late')); });\n"),
    },
    reasons: ['tests-unhandled'],
    blame: 'code',
  },
  {
    fault: 'a run that stops at the first failure',
    files: {
      'vitest.config.js': config(istanbul, ', bail: 1, fileParallelism: false'),
      'test/a.test.js': testFile("test('fails', () => { expect(1).toBe(2); });\n"),
    },
    reasons: ['tests-failed'],
    blame: 'code',
  },
  {
    fault: 'no test matched',
    files: { 'vitest.config.js': config(istanbul, ", include: ['nothing/**']") },
    reasons: ['tests-none'],
    blame: 'configuration',
  },
  {
    fault: 'no scope of coverage',
    files: { 'vitest.config.js': config("{ provider: 'istanbul' }") },
    reasons: ['coverage-scope-missing'],
    blame: 'configuration',
  },
  {
    fault: 'a scope that matches no file',
    files: { 'vitest.config.js': config("{ provider: 'istanbul', include: ['lib/**/*.js'] }") },
    reasons: ['coverage-nothing'],
    blame: 'configuration',
  },
  {
    fault: 'a file that no test imports',
    files: { 'src/forgotten.js': 'export const a = () => 1;\nexport const b = () => 2;\n' },
    reasons: ['coverage-below'],
    blame: 'code',
  },
  {
    fault: 'a threshold of the project itself, which is left to us',
    files: {
      'vitest.config.js': config(
        "{ provider: 'istanbul', include: ['src/**/*.js'], thresholds: { lines: 100, perFile: true } }",
      ),
      'test/fails.test.js': testFile("test('fails', () => { expect(1).toBe(2); });\n"),
    },
    reasons: ['tests-failed'],
    blame: 'code',
  },
  {
    fault: 'a broken configuration',
    files: {
      'vitest.config.js': 'nonsense(;\n',
      'eslint.config.js': "export default [{ ignores: ['vitest.config.js'] }];\n",
    },
    reasons: ['tests-misconfigured'],
    blame: 'configuration',
  },
  {
    fault: 'a global teardown that fails after the last test',
    files: {
      'vitest.config.js': config(istanbul, ", globalSetup: './setup.js'"),
      'setup.js': "export function teardown() { throw new Error('teardown'); }\n",
    },
    reasons: ['tests-exit'],
    blame: 'tool',
  },
];

describe('Vitest', () => {
  run('a sound project passes, and of two runners the one that the package depends on is taken', async () => {
    await play('bundle', qualityGate, vitestProject({}), (seen) => {
      expect(seen.outputs).toMatchObject({
        verdict: 'pass',
        'coverage-lines': '100.00',
        'coverage-functions': '100.00',
      });
      expect(seen.annotations).toEqual([]);
      expect(seen.exitCode).toBe(0);
    });
  });

  run("V8's coverage, from the syntax tree since version 4, is accepted without a warning", async () => {
    const files = { 'vitest.config.js': config("{ provider: 'v8', include: ['src/**/*.js'] }") };
    await play('bundle', qualityGate, vitestProject(files), (seen) => {
      expect(seen.outputs).toMatchObject({ verdict: 'pass', 'coverage-lines': '100.00' });
      expect(seen.annotations).toEqual([]);
    });
  });

  run.each(rows)('$fault', async ({ files, reasons, blame, at }) => {
    await play('bundle', qualityGate, vitestProject(files), (seen) => {
      expect(JSON.parse(seen.outputs['reasons'] ?? '[]')).toEqual(reasons);
      expect(seen.outputs).toMatchObject({ verdict: 'fail', blame });
      expect(seen.exitCode).toBe(blame === 'configuration' ? 2 : 1);
      if (at !== undefined) expect(seen.annotations.map((one) => `${one.file ?? ''}:${one.line ?? ''}`)).toContain(at);
      for (const reason of reasons) expect(seen.summary).toContain(`(\`${reason}\`)`);
      expect(seen.left).toEqual([]);
    });
  });
});
