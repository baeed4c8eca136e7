import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as core from '@actions/core';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stepEnvironment } from '#rehearsal/runner/environment';
import { parseFileCommands } from '#rehearsal/runner/file-commands';
import { createStepLog } from '#rehearsal/runner/log-commands';
import { readManifest } from '#rehearsal/runner/manifest';
import { runStep } from '#rehearsal/runner/step';
import type { StepResult } from '#rehearsal/runner/step';
import { actionFolder } from '../support/scenario.ts';

function readAll(lines: readonly string[]): ReturnType<typeof createStepLog> {
  const log = createStepLog();
  for (const line of lines) log.read(line);
  return log;
}

describe('the runner stand-in reads commands as the runner does', () => {
  test('annotations with their place, unescaped', () => {
    const { annotations } = readAll([
      '::error file=a%2Cb.ts,line=3,endLine=4,col=5,title=Oh%3A no::50%25 of%0Ait',
      '::warning::plain',
      '##[error]old form',
    ]);
    expect(annotations).toEqual([
      { level: 'error', message: '50% of\nit', file: 'a,b.ts', line: 3, endLine: 4, column: 5, title: 'Oh: no' },
      { level: 'warning', message: 'plain' },
      { level: 'error', message: 'old form' },
    ]);
  });

  test('ten annotations per level, the rest is dropped', () => {
    const log = readAll(Array.from({ length: 14 }, (_, index) => `::error::${index}`));
    expect([log.annotations.length, log.dropped.length]).toEqual([10, 4]);
  });

  test('masks hold from then on, also in annotations and for each line of a secret', () => {
    const log = readAll([
      'early hunter2',
      '::add-mask::hunter2%0Asecond-line',
      'late hunter2 and second-line',
      '::notice::hunter2',
    ]);
    expect(log.visible).toEqual(['early hunter2', 'late *** and ***', 'notice: ***']);
    expect(log.annotations[0]?.message).toBe('***');
  });

  test('between stop-commands and its token nothing is obeyed, in either form', () => {
    const log = readAll([
      '::stop-commands::tok-1',
      '::error::no',
      '##[add-mask]no',
      '::tok-2::',
      '::set-output name=x::no',
      '::tok-1::',
      '::error::yes',
    ]);
    expect(log.annotations.map((one) => one.message)).toEqual(['yes']);
    expect(log.masks.size).toBe(0);
    expect(log.legacyOutputs.size).toBe(0);
  });

  test('what is no command of the runner is text', () => {
    const lines = ['::unknown::x', 'a::error::b', ': :error::x', '##[section]x'];
    expect(readAll(lines).visible).toEqual(lines);
  });

  test('the old commands on standard output still set outputs, and set-env does not', () => {
    const log = readAll(['::set-output name=verdict::pass', '::set-env name=PATH::/evil']);
    expect(log.legacyOutputs.get('verdict')).toBe('pass');
    expect(log.visible).toEqual(['error: the command set-env is disabled']);
  });
});

describe('file commands', () => {
  test('the last value of a name counts; a heredoc holds several lines', () => {
    expect(Object.fromEntries(parseFileCommands('a=1\nb<<END\nx=1\n\ny\nEND\na=2=3\n'))).toEqual({
      a: '2=3',
      b: 'x=1\n\ny',
    });
  });
  test.each(['no equals sign', '=x', 'a<<END\nnever ends'])('%j is refused as the runner refuses it', (text) => {
    expect(() => parseFileCommands(text)).toThrow(/Invalid/);
  });
  test('property: reads back whatever @actions/core writes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'slipway-core-'));
    const file = join(folder, 'output');
    const name = fc.string({ unit: fc.constantFrom('a', 'B', '-', '_'), minLength: 1, maxLength: 8 });
    const kept = process.env['GITHUB_OUTPUT'];
    process.env['GITHUB_OUTPUT'] = file;
    fc.assert(
      fc.property(name, fc.string({ unit: fc.constantFrom('a', '=', '<', '\n', ' ', 'ü', '%') }), (key, value) => {
        writeFileSync(file, '');
        core.setOutput(key, value);
        expect(parseFileCommands(readFileSync(file, 'utf8')).get(key)).toBe(value);
      }),
    );
    if (kept === undefined) delete process.env['GITHUB_OUTPUT'];
    else process.env['GITHUB_OUTPUT'] = kept;
    rmSync(folder, { recursive: true });
  });
});

test("a step sees the runner's variables and nothing else of the person's shell", () => {
  const machine = {
    PATH: '/bin',
    HOME: '/home/p',
    GITHUB_TOKEN: 'ghp_real',
    AWS_SECRET_ACCESS_KEY: 'real',
    NPM_TOKEN: 'real',
  };
  const environment = stepEnvironment(machine, { workspace: '/w', temp: '/t', toolCache: '/c', env: { EXTRA: '1' } });
  expect(JSON.stringify(environment)).not.toContain('real');
  expect(environment).toMatchObject({
    HOME: '/home/p',
    GITHUB_WORKSPACE: '/w',
    RUNNER_TEMP: '/t',
    CI: 'true',
    EXTRA: '1',
  });
});

test('an action for another runtime is refused', () => {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-manifest-'));
  writeFileSync(join(folder, 'action.yml'), 'name: x\nruns:\n  using: composite\n  steps: []\n');
  expect(() => readManifest(folder)).toThrow(/not a JavaScript action for Node 24/);
  rmSync(folder, { recursive: true });
  expect(readManifest(actionFolder('quality-gate')).inputs['coverage-threshold']).toEqual({ default: '80' });
});

describe('pre, main and post', () => {
  const phases = {
    'pre.js':
      "const { appendFileSync: add } = require('node:fs'); add(process.env.GITHUB_STATE, 'from=pre\\n'); console.log('::add-mask::hidden'); if (process.env.INPUT_FAIL === 'pre') process.exitCode = 3;",
    'main.js':
      "const { appendFileSync: add } = require('node:fs'); console.log('main saw', process.env.STATE_from, 'hidden'); add(process.env.GITHUB_STATE, 'more=main\\n'); process.exitCode = process.env.INPUT_FAIL === 'main' ? 5 : 0;",
    'post.js': "console.log('post saw', process.env.STATE_from, process.env.STATE_more, 'hidden');",
    'action.yml':
      "name: three\ninputs:\n  fail: { default: '' }\nruns: { using: node24, pre: pre.js, main: main.js, post: post.js }\n",
  };
  async function run(fail: string): Promise<StepResult> {
    const folder = mkdtempSync(join(tmpdir(), 'slipway-phases-'));
    for (const [name, text] of Object.entries(phases)) writeFileSync(join(folder, name), text);
    const environment = stepEnvironment(process.env, { workspace: folder, temp: folder, toolCache: folder });
    const result = await runStep({ action: folder, inputs: { fail }, environment, node: process.execPath });
    rmSync(folder, { recursive: true });
    return result;
  }
  test('state and masks travel from each to the next', async () => {
    const { pre, log, post, exitCode } = await run('');
    expect([pre?.exitCode, log.visible, post?.log.visible, exitCode]).toEqual([
      0,
      ['main saw pre ***'],
      ['post saw pre main ***'],
      0,
    ]);
  });
  test('post runs when main fails, and main does not run when pre fails', async () => {
    expect(await run('main')).toMatchObject({ exitCode: 5, post: { exitCode: 0 } });
    const failed = await run('pre');
    expect([failed.exitCode, failed.log.visible, failed.post?.log.visible]).toEqual([
      3,
      [],
      ['post saw pre undefined ***'],
    ]);
  });
});
