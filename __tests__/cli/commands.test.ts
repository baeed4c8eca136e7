import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../support/scenario.ts';
import { standInProject } from '../quality-gate/project.ts';

function slipway(...args: readonly string[]): { code: number | null; out: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'slipway'), ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { code: status, out: stdout + stderr };
}

describe('./slipway', () => {
  test('without a word, and with "help", says what it can do', () => {
    for (const args of [[], ['help'], ['--help']]) {
      const { code, out } = slipway(...args);
      expect(code).toBe(0);
      for (const word of ['rehearse', 'report', 'emulate', 'quality', 'test', 'check', 'build', 'mutants'])
        expect(out).toContain(`./slipway ${word}`);
    }
  });

  test('an unknown word is named, with the one that was meant', () => {
    expect(slipway('rehearce')).toMatchObject({
      code: 2,
      out: expect.stringContaining('there is no command "rehearce"; did you mean "rehearse"?'),
    });
  });

  test.each([
    [['quality', '--coverage-treshold', '70'], 'did you mean "coverage-threshold"?'],
    [['quality', '--coverage-threshold'], '"--coverage-threshold" needs a value'],
    [['quality', 'a', 'b'], 'one folder at a time; got: a, b'],
    [['quality', 'no/such/folder'], 'there is no folder "no/such/folder"'],
    [['rehearse', 'no/such/folder'], 'there is no folder "no/such/folder"'],
    [['rehearse', 'a', 'b'], 'one folder at a time; got: a, b'],
    [['rehearse', '--evnt', 'push'], 'there is no option "--evnt"; did you mean "--event"?'],
    [['rehearse', '--job'], '"--job" needs a value'],
    [['rehearse', '--input', 'x'], '"--input" takes NAME=VALUE; it got "x"'],
    [['rehearse', '--event', 'pull_requst'], 'did you mean "pull_request"?'],
    [
      ['rehearse', '--workflow', 'release'],
      'there is no workflow "release"; there are mobile-promote-chain.yml, mobile-promote.yml, ',
    ],
    [['rehearse', '--payload', 'package.jsn'], 'there is no file "package.jsn"'],
    [['rehearse', '--payload', 'README.md'], 'README.md is no JSON'],
    [['rehearse', 'src'], 'has no workflow. It needs a file such as .github/workflows/quality.yml'],
    [['emulate'], 'name one store; there is: play'],
    [['emulate', 'plya'], 'there is no emulator "plya", did you mean "play"; there is: play'],
    [['emulate', 'play', '--port', '70000'], '"--port" takes 0 to 65535; it got "70000"'],
    [['emulate', 'play', '--prot', '1'], "Unknown option '--prot'"],
    [
      ['emulate', 'play', '--package', 'app'],
      'takes an application id or bundle id such as com.example.app; it got "app"',
    ],
    [['mutants', 'no-such-mutant'], 'no mutant is called no-such-mutant'],
    [['mutants', '--share', 'half'], '"--share" takes a whole number from 1 on; it got "half"'],
    [['test', '--long', '--share'], '"--share" takes a whole number from 1 on; it got ""'],
  ])('%j is refused with the reason', (args, reason) => {
    expect(slipway(...args)).toMatchObject({ code: 2, out: expect.stringContaining(reason) });
  });

  test('every command explains itself', () => {
    expect(slipway('quality', '--help')).toMatchObject({
      code: 0,
      out: expect.stringContaining('Usage: ./slipway quality [PATH]'),
    });
  });
});

test('./slipway quality PATH shows the summary and leaves a page; its exit code is the verdict', () => {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-quality-'));
  try {
    standInProject({}).prepare?.(folder);
    const good = slipway('quality', folder);
    expect(good.out).toContain('✅ quality-gate: pass');
    expect(good.code).toBe(0);
    expect(readFileSync(join(root, '.slipway/rehearsal.html'), 'utf8')).toContain('quality-gate: pass');

    standInProject({ eslint: { stdout: '[]' } }).prepare?.(folder);
    const bad = slipway('quality', folder, '--coverage-threshold', '90');
    expect(bad.out).toContain('❌ quality-gate: fail, 1 of 3 checks did not pass');
    expect(bad.out).toContain('90 %');
    expect(bad.code).toBe(2);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe('./slipway rehearse PATH', () => {
  const workflow = (run: string): string => `
name: Small
on: [push, pull_request]
jobs:
  job:
    runs-on: ubuntu-24.04
    outputs: { word: '\${{ steps.s.outputs.word }}' }
    steps:
      - { id: s, name: works, run: 'echo word=\${{ github.event_name }} >> "$GITHUB_OUTPUT"; mkdir out; echo x > out/report.txt' }
      - { name: reports, uses: actions/upload-artifact@v7, with: { name: report, path: out } }
      - { name: ends, run: '${run}' }
`;
  function prepare(files: Readonly<Record<string, string>>): string {
    const folder = mkdtempSync(join(tmpdir(), 'slipway-rehearse-'));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return folder;
  }

  test('runs the only workflow of a folder; the exit code is its conclusion; page and artifacts are left', () => {
    const folder = prepare({ '.github/workflows/small.yml': workflow('echo "::notice::hello"') });
    try {
      const good = slipway('rehearse', folder);
      for (const part of [
        'small.yml',
        'for pull_request',
        'works',
        'notice: hello',
        'job: word=pull_request',
        'actions/upload-artifact@v7',
        '✅ Small, pull_request: passed',
      ])
        expect(good.out).toContain(part);
      expect(good.code).toBe(0);
      expect(readFileSync(join(root, '.slipway/rehearsal.html'), 'utf8')).toContain('Small');
      expect(readFileSync(join(root, '.slipway/artifacts/report/report.txt'), 'utf8')).toBe('x\n');

      writeFileSync(join(folder, '.github/workflows/small.yml'), workflow('echo broken; exit 3'));
      const bad = slipway('rehearse', folder, '--event', 'push', '--log');
      expect(bad.out).toContain('error: Process completed with exit code 3.');
      expect(bad.out).toContain('❌ Small, push: failed');
      expect(bad.code).toBe(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('what is wrong with the file is said with its place, and nothing runs', () => {
    const folder = prepare({
      '.github/workflows/small.yml': 'on: push\njobs:\n  job:\n    runs-on: ubuntu-24.04\n    stepps: []\n',
    });
    try {
      const { out, code } = slipway('rehearse', folder);
      expect(out).toContain('.github/workflows/small.yml:5:');
      expect(out).toContain('did not start');
      expect(code).toBe(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('of several workflows the one that uses the suite is meant; else it asks', () => {
    const other = workflow('true');
    const folder = prepare({ '.github/workflows/a.yml': other, '.github/workflows/b.yml': other });
    try {
      expect(slipway('rehearse', folder)).toMatchObject({
        code: 2,
        out: expect.stringContaining('choose one with --workflow: a.yml, b.yml. None of them uses slipway-ci/slipway'),
      });
      expect(slipway('rehearse', folder, '--workflow', 'b').code).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
