import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { qualityGate } from '../../actions/quality-gate/main.ts';
import { play } from '../support/scenario.ts';
import type { Scenario } from '../support/scenario.ts';
import { realFiles, realProject, testWithTools, toolSet } from './project.ts';

// The built bundle in a child process, with the real tools of three lockfiles: what each version prints and how it exits is
// where a gate goes wrong in silence.

interface Row {
  readonly fault: string;
  readonly files: Readonly<Record<string, string>>;
  readonly reasons: readonly string[];
  readonly blame: 'code' | 'configuration' | 'tool';
  /** `file:line` of the annotations on the code. */
  readonly at?: readonly string[];
  readonly inputs?: Readonly<Record<string, string>>;
  /** What a pull request changes, on top of the files. */
  readonly change?: Change;
  /** Done to the finished workspace. */
  readonly spoil?: (workspace: string) => void;
  readonly says?: string;
  /** What no version of a tool has a part in runs with the newest only. */
  readonly once?: true;
}

interface Change {
  readonly files?: Readonly<Record<string, string>>;
  readonly rename?: readonly [from: string, to: string];
}

/** Makes the workspace a checkout of a pull request that changes something. */
function commitChange(workspace: string, { files = {}, rename }: Change): void {
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: workspace, encoding: 'utf8' }).trim();
  writeFileSync(join(workspace, '.gitignore'), 'node_modules\nevent.json\n');
  git('init', '--quiet', '--initial-branch', 'main');
  git('config', 'user.name', 'T');
  git('config', 'user.email', 't@example.com');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'base');
  const base = git('rev-parse', 'HEAD');
  if (rename !== undefined) git('mv', ...rename);
  for (const [path, text] of Object.entries(files)) writeFileSync(join(workspace, path), text);
  git('add', '--all');
  git('commit', '--quiet', '--message', 'change');
  const head = git('rev-parse', 'HEAD');
  writeFileSync(
    join(workspace, 'event.json'),
    JSON.stringify({ pull_request: { base: { sha: base }, head: { sha: head } } }),
  );
}

function scenarioOf({ files, inputs = {}, change, spoil }: Row, set: string): Scenario {
  const env =
    change === undefined ? {} : { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: 'WORKSPACE/event.json' };
  const project = realProject(files, { set, inputs, env });
  return {
    ...project,
    prepare: (workspace) => {
      project.prepare?.(workspace);
      if (change !== undefined) commitChange(workspace, change);
      spoil?.(workspace);
    },
  };
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
  {
    fault: 'a changed line that no test runs',
    once: true,
    files: {
      'test/add.test.js':
        "/* global test */\nconst { add } = require('../src/add.js');\ntest('adds', () => { add(1, 2); });\n",
    },
    inputs: { 'patch-threshold': '80', 'coverage-threshold': '1' },
    change: {
      files: { 'src/add.js': addWith('exports.unused = () => {\n  const changed = 1;\n  return changed;\n};') },
    },
    reasons: ['patch-below'],
    blame: 'code',
    at: ['src/add.js:7'],
  },
  {
    fault: 'a renamed file of which one line changed and does not run',
    once: true,
    files: {
      'test/add.test.js':
        "/* global test */\nconst { add } = require('../src/sum.js');\ntest('adds', () => { add(1, 2); });\n",
    },
    inputs: { 'patch-threshold': '80', 'coverage-threshold': '1' },
    change: {
      rename: ['src/add.js', 'src/sum.js'],
      files: { 'src/sum.js': addWith('exports.unused = () => {\n  return 2;\n};') },
    },
    reasons: ['patch-below'],
    blame: 'code',
    at: ['src/sum.js:7'],
  },
  {
    fault: 'a tool that is killed before its report',
    files: {
      'test/kill.test.js': "/* global test */\ntest('ends', () => { process.kill(process.pid, 'SIGKILL'); });\n",
    },
    // The first test file runs in Jest's own process when it is the only one.
    spoil: (workspace) => {
      rmSync(join(workspace, 'test/add.test.js'));
    },
    reasons: ['check-killed'],
    blame: 'tool',
    says: '"tests" was ended by SIGKILL from outside.',
  },
  {
    fault: 'a tool that is killed after a full report',
    files: {
      'jest.config.js':
        "if (!process.argv.includes('--showConfig')) process.on('exit', () => process.kill(process.pid, 'SIGKILL'));\nmodule.exports = { collectCoverageFrom: ['src/**/*.js'] };\n",
    },
    reasons: ['check-killed'],
    blame: 'tool',
    says: '"tests" was ended by SIGKILL from outside.',
  },
  {
    fault: 'no JUnit report from a command of the user',
    once: true,
    files: {},
    inputs: {
      commands:
        'tests: { run: "node_modules/.bin/jest --coverage --coverageReporters lcovonly", report: junit.xml, coverage: coverage/lcov.info }',
    },
    reasons: ['tests-report-missing'],
    blame: 'tool',
  },
  {
    fault: 'coverage left over from another commit, where the command writes none',
    once: true,
    files: { 'coverage/lcov.info': 'SF:src/add.js\nDA:1,1\nend_of_record\n' },
    inputs: {
      commands:
        'tests: { run: "node_modules/.bin/jest --json --outputFile jest.json", report: jest.json, coverage: coverage/lcov.info }',
    },
    reasons: ['report-stale'],
    blame: 'configuration',
    says: 'coverage/lcov.info is older than this run',
  },
  {
    fault: 'coverage left over from another commit, which Jest itself does not read',
    files: {
      'coverage/coverage-final.json': '{}',
      'src/forgotten.js': 'exports.a = () => 1;\nexports.b = () => 2;\nexports.c = () => 3;\n',
    },
    reasons: ['coverage-below'],
    blame: 'code',
  },
  {
    fault: 'a full disk under the reports',
    once: true,
    files: {},
    inputs: { 'report-directory': 'out' },
    spoil: (workspace) => {
      mkdirSync(join(workspace, 'out'));
      symlinkSync('/dev/full', join(workspace, 'out/lcov.info'));
    },
    reasons: ['reports-unwritable'],
    blame: 'tool',
    says: 'ENOSPC',
  },
];

/** `src/add.js` with something else in place of its unused function. */
function addWith(unused: string): string {
  return `/** @param {number} a @param {number} b */
exports.add = (a, b) => {
  const sum = a + b;
  return sum;
};
${unused}
exports.twice = /** @param {number} a */ (a) => exports.add(a, a);
`;
}

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

  run('a monorepo with three packages passes, and fails by the one that does not', async () => {
    const folders = ['apps/mobile', 'apps/web', 'libs/domain'];
    const inputs = { 'working-directory': folders.join('\n') };
    const files = Object.fromEntries(
      folders.flatMap((folder) => Object.entries(realFiles).map(([path, text]) => [`${folder}/${path}`, text])),
    );
    await play('bundle', qualityGate, realProject(files, { set, inputs }), async (seen) => {
      expect(seen.outputs).toMatchObject({ verdict: 'pass', 'coverage-lines': '100.00' });
      writeFileSync(join(seen.workspace, 'apps/web/src/wrong.js'), '/** @type {number} */\nexports.n = "text";\n');
      const second = await seen.again();
      expect(JSON.parse(second.outputs['reasons'] ?? '[]')).toEqual(['types-failed']);
      expect(second.annotations.map((one) => `${one.file ?? ''}:${one.line ?? ''}`)).toContain(
        'apps/web/src/wrong.js:2',
      );
      expect(second.summary).toContain('apps/web: The type check found 1 error in 1 file.');
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

  run.each(rows.filter(({ once }) => once !== true || set === 'current'))('$fault', async (row) => {
    const { reasons, blame, at = [], says = '' } = row;
    await play('bundle', qualityGate, scenarioOf(row, set), (seen) => {
      expect(seen.log).toContain(says);
      expect(JSON.parse(seen.outputs['reasons'] ?? '[]')).toEqual(reasons);
      expect(seen.outputs).toMatchObject({ verdict: 'fail', blame });
      expect(seen.exitCode).toBe(blame === 'configuration' ? 2 : 1);
      const places = seen.annotations.map((one) => `${one.file ?? ''}:${one.line ?? ''}`);
      for (const place of at) expect(places).toContain(place);
      for (const reason of reasons) expect(seen.summary).toContain(`(\`${reason}\`)`);
      expect(seen.left).toEqual([]);
    });
  });

  run('safe caches: what a change in another file breaks is found by the second run', async () => {
    const files = {
      'src/use.js': "const { add } = require('./add.js');\nexports.total = add(1, 2);\n",
      'test/use.test.js':
        "/* global test, expect */\nconst { total } = require('../src/use.js');\ntest('adds', () => { expect(total).toBe(3); });\n",
    };
    const scenario = realProject(files, { set, inputs: { cache: 'safe', 'cache-directory': 'kept' } });
    await play('bundle', qualityGate, scenario, async (seen) => {
      expect(seen.outputs['verdict']).toBe('pass');
      const wrong = addWith('exports.unused = () => {};')
        .replaceAll('number', 'string')
        .replace('a + b', 'a + b + "!"');
      writeFileSync(join(seen.workspace, 'src/add.js'), wrong);
      const second = await seen.again();
      expect(JSON.parse(second.outputs['reasons'] ?? '[]')).toEqual(['types-failed', 'tests-failed']);
      expect(second.annotations.map((one) => `${one.file ?? ''}:${one.line ?? ''}`)).toContain('src/use.js:2');
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
