import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Finding } from '#lint/workflows/findings';
import { loadLanguageService } from '#lint/workflows/language-service';
import { lintRepository } from '#lint/workflows/lint';
import { openRepository } from '#lint/workflows/repository';

const readYaml = (path: string): unknown => parse(readFileSync(path, 'utf8'));

/** The folders of actions/ that hold an action. */
const actions = existsSync('actions')
  ? readdirSync('actions').filter((name) => existsSync(`actions/${name}/action.yml`))
  : [];

describe('the files of this repository', () => {
  let findings: readonly Finding[];
  beforeAll(async () => {
    findings = await lintRepository(openRepository('.'), await loadLanguageService());
  });

  test('are clean', () => {
    // Before the first action stands in actions/, the guard names one that is about to come.
    const expected = actions.length === 0 ? findings.filter(({ rule }) => rule === 'root-guard') : [];
    expect(findings).toEqual(expected);
  });
});

describe('the root action', () => {
  const guard = readYaml('action.yml') as { runs: { steps: { run: string }[] } };
  const script = guard.runs.steps.map(({ run }) => run).join('\n');
  const run = (environment: NodeJS.ProcessEnv) =>
    spawnSync('bash', ['-e', '-c', script], { env: { PATH: process.env['PATH'], ...environment }, encoding: 'utf8' });

  test('fails, and says what to write', () => {
    const { status, stdout } = run({ GITHUB_ACTION_REPOSITORY: 'slipway-ci/slipway', GITHUB_ACTION_REF: 'v1' });
    expect(status).toBe(1);
    expect(stdout).toContain('  uses: slipway-ci/slipway/actions/quality-gate@v1\n');
    expect(stdout).toMatch(/^::error title=Not an action by itself::.*actions\/quality-gate(,|$)/m);
  });

  test('fails also without the variables of a runner', () => {
    const { status, stdout } = run({});
    expect(status).toBe(1);
    expect(stdout).toContain('  uses: owner/slipway/actions/quality-gate@version\n');
  });

  test('names every folder of actions/ and no other, in the log and in the annotation', () => {
    const parts = run({}).stdout.split('::error');
    const named = parts.map((part) => [...part.matchAll(/actions\/([a-z0-9-]+)/g)].map(([, name]) => name).sort());
    expect(named[0]).toEqual(named[1]);
    if (actions.length > 0) expect(named[0]).toEqual(actions);
  });
});

describe('our CI', () => {
  interface Job {
    readonly needs?: readonly string[];
    readonly if?: string;
    readonly steps: readonly { readonly name?: string; readonly run?: string; readonly if?: string }[];
  }
  const { jobs } = readYaml('.github/workflows/self-ci.yml') as { jobs: Record<string, Job> };
  const commands = (job: string): string[] => jobs[job]?.steps.flatMap(({ run }) => run ?? []) ?? [];

  test('runs what the README says, and the long tier on Linux only', () => {
    expect(commands('check-and-test')).toEqual([
      './slipway check',
      './slipway test',
      './slipway quality . --timeout-minutes 30',
      './slipway test --long',
    ]);
    const long = jobs['check-and-test']?.steps.find(({ run }) => run?.endsWith('--long'));
    expect(long?.if).toBe("runner.os == 'Linux'");
    expect(commands('windows-kit')).toEqual(['node slipway test __tests__/kit']);
    expect(commands('dist')[0]).toBe('./slipway build');
  });

  test('is green only if every job is', () => {
    expect(jobs['ci-ok']?.if).toBe('always()');
    expect([...(jobs['ci-ok']?.needs ?? []), 'ci-ok'].sort()).toEqual(Object.keys(jobs).sort());
  });

  test.each([
    ['success success success', 0],
    ['success failure success', 1],
    ['success skipped success', 1],
    ['success success cancelled', 1],
    ['', 1],
  ])('makes of the results "%s" the exit code %i', (results, code) => {
    // As the runner starts `shell: bash`.
    const script = commands('ci-ok').join('\n');
    const child = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
      env: { PATH: process.env['PATH'], RESULTS: results },
    });
    expect(child.status).toBe(code);
  });

  describe('compares dist/ with the commit', () => {
    const script = commands('dist').at(-1) ?? '';
    const folder = mkdtempSync(join(tmpdir(), 'dist-check-'));
    const summary = join(folder, 'summary.md');
    const git = (...args: string[]) =>
      spawnSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], { cwd: folder });
    const compare = () => {
      writeFileSync(summary, '');
      const { status } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
        cwd: folder,
        env: { PATH: process.env['PATH'], GITHUB_STEP_SUMMARY: summary },
      });
      return { status, summary: readFileSync(summary, 'utf8') };
    };
    beforeAll(() => {
      mkdirSync(join(folder, 'dist'));
      writeFileSync(join(folder, 'dist/main.js'), 'one\n');
      git('init', '--quiet');
      git('add', 'dist');
      git('commit', '--quiet', '--message', 'x');
    });
    afterAll(() => {
      rmSync(folder, { recursive: true });
    });

    test('and is content when nothing differs, whatever else lies about', () => {
      expect(compare()).toEqual({ status: 0, summary: 'dist/ is up to date.\n' });
    });

    test('and fails with the statistics of changed and new files', () => {
      writeFileSync(join(folder, 'dist/main.js'), 'two\n');
      writeFileSync(join(folder, 'dist/new.js'), 'new\n');
      const { status, summary: text } = compare();
      expect(status).toBe(1);
      expect(text).toContain('Run `./slipway build` and commit the result.');
      expect(text).toMatch(/dist\/main\.js +\| 2 \+-\n dist\/new\.js +\| 1 \+\n 2 files changed/);
    });
  });
});
