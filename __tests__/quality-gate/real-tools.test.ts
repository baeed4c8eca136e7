import { expect, test } from '@jest/globals';
import { qualityGate } from '../../actions/quality-gate/main.ts';
import { play } from '../support/scenario.ts';
import { realProject } from './project.ts';

// The built bundle with the real tools that this repository has installed: TypeScript 7, ESLint 10, Jest 30.

test('real tools: a sound project passes, with the coverage that Istanbul counts', async () => {
  await play('bundle', qualityGate, realProject({}), (seen) => {
    expect(seen.log).toContain('tests │ PASS test/add.test.js');
    expect(seen.outputs).toMatchObject({ verdict: 'pass', 'coverage-lines': '100.00', 'coverage-functions': '100.00' });
    expect(seen.exitCode).toBe(0);
    expect(seen.left).toEqual([]);
  });
});

test('real tools: a type error, a lint warning and a failing test are each annotated at their line, once', async () => {
  const files = {
    'src/wrong.js': '/** @type {number} */\nexports.n = "text";\nconsole.log(exports.n);\n',
    'test/wrong.test.js':
      "/* global test, expect */\nconst { n } = require('../src/wrong.js');\ntest('is a number', () => {\n  expect(n).toBe(1);\n});\n",
  };
  await play('bundle', qualityGate, realProject(files), (seen) => {
    expect(JSON.parse(seen.outputs['reasons'] ?? '')).toEqual(['types-failed', 'lint-failed', 'tests-failed']);
    const places = seen.annotations
      .filter((one) => one.file !== undefined)
      .map((one) => `${one.level} ${one.file ?? ''}:${one.line ?? ''} ${one.title ?? ''}`);
    expect(places.sort()).toEqual([
      'error src/wrong.js:2 TS2322',
      'error test/wrong.test.js:4 is a number',
      'warning src/wrong.js:3 no-console',
    ]);
    expect(seen.summary).toContain('`src/wrong.js:2:1`');
    expect(seen.exitCode).toBe(1);
  });
});

test('real tools: a file that no test imports counts, and takes the coverage below the threshold', async () => {
  const body = Array.from({ length: 10 }, (_, index) => `exports.f${index} = () => ${index};`).join('\n');
  await play('bundle', qualityGate, realProject({ 'src/forgotten.js': `${body}\n` }), (seen) => {
    expect(JSON.parse(seen.outputs['reasons'] ?? '') as string[]).toContain('coverage-below');
    expect(seen.summary).toContain('src/forgotten.js');
    expect(seen.outputs['verdict']).toBe('fail');
  });
});

test('real tools: a test that ends the process with 0 is no pass', async () => {
  const files = { 'test/exit.test.js': "/* global test */\ntest('leaves', () => { process.reallyExit(0); });\n" };
  await play('bundle', qualityGate, realProject(files), (seen) => {
    expect(seen.outputs).toMatchObject({ verdict: 'fail', result: 'failure' });
    expect(seen.outputs['reasons']).toMatch(/tests-report-missing|tests-failed/);
  });
});

test('real tools: nothing is configured: each check says what it lacks', async () => {
  const scenario = realProject({
    'tsconfig.json': '{ "files": [], "references": [] ',
    'eslint.config.js': 'nonsense(',
    'jest.config.js': 'module.exports = {};\n',
  });
  await play('bundle', qualityGate, scenario, (seen) => {
    expect(seen.exitCode).toBe(2);
    expect(JSON.parse(seen.outputs['reasons'] ?? '') as string[]).toEqual(
      expect.arrayContaining(['lint-misconfigured', 'coverage-scope-missing']),
    );
    expect(seen.outputs['blame']).toBe('configuration');
  });
});

test('real tools: a configuration with "bail" still gives the whole result', async () => {
  const files = {
    'jest.config.js': "module.exports = { collectCoverageFrom: ['src/**/*.js'], bail: 1, maxWorkers: 1 };\n",
    'test/a.test.js': "/* global test, expect */\ntest('fails', () => { expect(1).toBe(2); });\n",
  };
  await play('source', qualityGate, realProject(files), (seen) => {
    expect(JSON.parse(seen.outputs['reasons'] ?? '')).toEqual(['tests-failed']);
  });
});

test('real tools: a linter plugin that prints does not disturb the report', async () => {
  const files = {
    'eslint.config.js':
      "console.log('a plugin says hello'); process.stdout.write('[{');\nmodule.exports = [{ rules: { 'no-console': 'warn' } }];\n",
  };
  await play('bundle', qualityGate, realProject(files), (seen) => {
    expect(seen.log).toContain('lint │ a plugin says hello');
    expect(seen.annotations.map((one) => `${one.file ?? ''}:${one.line ?? ''} ${one.title ?? ''}`)).toContain(
      'eslint.config.js:1 no-console',
    );
    expect(JSON.parse(seen.outputs['reasons'] ?? '')).toEqual(['lint-failed']);
  });
});
