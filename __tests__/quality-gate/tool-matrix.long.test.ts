import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { qualityGate } from '../../actions/quality-gate/main.ts';
import { play } from '../support/scenario.ts';
import { realProject, testWithTools, toolSet } from './project.ts';

// The built bundle in a child process, with the real tools of three lockfiles: what each version prints and how it exits is
// where a gate goes wrong in silence.

interface Row {
  readonly fault: string;
  readonly files: Readonly<Record<string, string>>;
  readonly reasons: readonly string[];
  readonly blame: 'code' | 'configuration' | 'tool';
  /** `file:line` of the annotations on the code. */
  readonly at?: readonly string[];
}

/** A source of which exactly `covered` of `total` lines run, and nothing else to cover. */
function linesCovered(covered: number, total: number): Record<string, string> {
  const step = (count: number): string => '  n += 1;\n'.repeat(count);
  return {
    'src/add.js': '',
    'test/add.test.js':
      "/* global test */\nconst { run } = require('../src/lines.js');\ntest('runs', () => { run(); });\n",
    'src/lines.js': `exports.run = () => {\n  let n = 0;\n${step(covered - 3)}  return n;\n${step(total - covered)}};\n`,
  };
}

const rows: readonly Row[] = [
  {
    fault: 'a type error',
    files: {
      'src/wrong.js': '/** @type {number} */\nexports.wrong = "text";\n',
      'test/wrong.test.js': "/* global test */\nrequire('../src/wrong.js');\ntest('loads', () => {});\n",
    },
    reasons: ['types-failed'],
    blame: 'code',
    at: ['src/wrong.js:2'],
  },
  {
    fault: 'a lint warning',
    files: { 'test/warn.test.js': "/* global test, console */\n\ntest('prints', () => { console.log(1); });\n" },
    reasons: ['lint-failed'],
    blame: 'code',
    at: ['test/warn.test.js:3'],
  },
  {
    fault: 'a syntax error, which breaks lint and the test file',
    files: { 'test/broken.test.js': "/* global test */\ntest('never', () => {\n" },
    reasons: ['lint-failed', 'tests-failed'],
    blame: 'code',
  },
  {
    fault: 'a failing test',
    files: { 'test/fails.test.js': "/* global test, expect */\ntest('fails', () => {\n  expect(1).toBe(2);\n});\n" },
    reasons: ['tests-failed'],
    blame: 'code',
    at: ['test/fails.test.js:3'],
  },
  {
    fault: 'a test file that crashes when it is loaded',
    files: { 'test/crash.test.js': "/* global test */\n\nthrow new Error('boom');\ntest.skip('never', () => {});\n" },
    reasons: ['tests-failed'],
    blame: 'code',
    at: ['test/crash.test.js:3'],
  },
  {
    fault: 'a test that ends the process with 0',
    files: { 'test/exit.test.js': "/* global test */\ntest('leaves', () => { process.reallyExit(0); });\n" },
    reasons: ['tests-report-missing'],
    blame: 'tool',
  },
  {
    fault: 'no test matched',
    files: {
      'jest.config.js': "module.exports = { collectCoverageFrom: ['src/**/*.js'], testMatch: ['**/nothing/**'] };\n",
    },
    reasons: ['tests-none'],
    blame: 'configuration',
  },
  {
    fault: 'a coverage scope that matches no file',
    files: { 'jest.config.js': "module.exports = { collectCoverageFrom: ['lib/**/*.js'] };\n" },
    reasons: ['coverage-nothing'],
    blame: 'configuration',
  },
  {
    fault: 'no coverage scope',
    files: { 'jest.config.js': 'module.exports = {};\n' },
    reasons: ['coverage-scope-missing'],
    blame: 'configuration',
  },
  {
    fault: 'a broken configuration of each tool',
    files: {
      'tsconfig.json': '{ "compilerOptions": { "nonsense": true } }',
      'eslint.config.js': 'nonsense(;\n',
      'jest.config.js': 'nonsense(;\n',
    },
    reasons: ['types-misconfigured', 'lint-misconfigured', 'tests-misconfigured'],
    blame: 'configuration',
  },
  {
    fault: 'a global teardown that fails after the last test',
    files: {
      'jest.config.js': "module.exports = { collectCoverageFrom: ['src/**/*.js'], globalTeardown: './teardown.js' };\n",
      'teardown.js': "module.exports = async () => { throw new Error('teardown'); };\n",
    },
    // Jest tears down before it writes its report.
    reasons: ['tests-report-missing'],
    blame: 'tool',
  },
  {
    fault: 'a run that stops at the first failure',
    files: {
      'jest.config.js': "module.exports = { collectCoverageFrom: ['src/**/*.js'], bail: 1, maxWorkers: 1 };\n",
      'test/a.test.js': "/* global test, expect */\ntest('fails', () => { expect(1).toBe(2); });\n",
    },
    reasons: ['tests-failed'],
    blame: 'code',
  },
  {
    fault: 'a grandchild that outlives the tests and wants to write outputs',
    files: {
      'test/spawn.test.js': `/* global test */
const { spawn } = require('node:child_process');
const code = "setInterval(() => { const f = process.env.GITHUB_OUTPUT; if (f) require('fs').appendFileSync(f, 'verdict=pass\\\\n'); }, 20)";
test('spawns', () => { spawn(process.execPath, ['-e', code], { detached: true, stdio: 'ignore' }).unref(); throw new Error('fails'); });\n`,
    },
    reasons: ['tests-failed'],
    blame: 'code',
  },
];

describe.each(['older', 'middle', 'current'])('tools: %s', (set) => {
  const run = testWithTools(set);
  const { devDependencies } = JSON.parse(readFileSync(join(toolSet(set), 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  const versions = Object.entries(devDependencies).map(([name, version]) => `${name} ${version}`);

  run(`a sound project passes (${versions.join(', ')})`, async () => {
    await play('bundle', qualityGate, realProject({}, { set }), (seen) => {
      expect(seen.outputs).toMatchObject({ verdict: 'pass', 'coverage-lines': '100.00' });
      expect(seen.annotations).toEqual([]);
      expect(seen.exitCode).toBe(0);
    });
  });

  run("V8's coverage is accepted, with a warning", async () => {
    const files = {
      'jest.config.js': "module.exports = { collectCoverageFrom: ['src/**/*.js'], coverageProvider: 'v8' };\n",
    };
    await play('bundle', qualityGate, realProject(files, { set }), (seen) => {
      expect(seen.outputs['verdict']).toBe('pass');
      expect(seen.annotations.map((one) => one.level)).toEqual(['warning']);
      expect(seen.annotations[0]?.message).toContain('[coverage-by-v8]');
    });
  });

  run.each(rows)('$fault', async ({ files, reasons, blame, at = [] }) => {
    await play('bundle', qualityGate, realProject(files, { set }), (seen) => {
      expect(JSON.parse(seen.outputs['reasons'] ?? '[]')).toEqual(reasons);
      expect(seen.outputs).toMatchObject({ verdict: 'fail', blame });
      expect(seen.exitCode).toBe(blame === 'configuration' ? 2 : 1);
      const places = seen.annotations.map((one) => `${one.file ?? ''}:${one.line ?? ''}`);
      for (const place of at) expect(places).toContain(place);
      for (const reason of reasons) expect(seen.summary).toContain(`(\`${reason}\`)`);
      expect(seen.left).toEqual([]);
    });
  });

  run.each([
    [799, 1_000, '79.90', 'fail'],
    [1_999, 2_500, '79.96', 'fail'],
    [2_000, 2_500, '80.00', 'pass'],
  ])('%d of %d lines are %s %%: %s', async (covered, total, share, verdict) => {
    await play('bundle', qualityGate, realProject(linesCovered(covered, total), { set }), (seen) => {
      expect(seen.outputs).toMatchObject({ verdict, 'coverage-lines': share });
      if (verdict === 'fail') expect(JSON.parse(seen.outputs['reasons'] ?? '[]')).toEqual(['coverage-below']);
    });
  });
});

test('each tool of the issue is in a set', () => {
  const all = ['older', 'middle', 'current', 'vitest']
    .map((set) => readFileSync(join(toolSet(set), 'package.json'), 'utf8'))
    .join();
  for (const tool of [
    /"typescript": "5\./,
    /"typescript": "6\./,
    /"typescript": "7\./,
    /"eslint": "9\./,
    /"eslint": "10\./,
    /"jest": "29\./,
    /"jest": "30\./,
    /"vitest": "5\./,
  ]) {
    expect(all).toMatch(tool);
  }
});
