import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
      for (const word of ['rehearse', 'quality', 'test', 'check', 'build', 'mutants'])
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
    [['rehearse', 'everything'], 'takes no arguments'],
    [['mutants', 'no-such-mutant'], 'no mutant is called no-such-mutant'],
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
