import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from '#kit/suite';
import { openRehearsal } from '#rehearsal/engine/session';
import { findJob, logOf, rehearseText, showSteps, withRehearsal } from './runs.ts';

const path = '.github/workflows/test.yml';

describe('the suite', () => {
  test('is taken from this checkout, whatever ref a workflow asks for; its actions run from dist/', async () => {
    const result = await rehearseText(`
on: push
jobs:
  action:
    runs-on: ubuntu-24.04
    steps:
      - { id: gate, continue-on-error: true, uses: '${suite.repository}/actions/quality-gate@${suite.majorTag}', with: { working-directory: nowhere } }
      - run: echo "result \${{ steps.gate.outputs.result }}"
`);
    expect(logOf(findJob(result, 'action'))).toContain('result misconfigured');
  });

  test('its workflows may check it out at their own commit', async () => {
    const result = await rehearseText(`
on: push
jobs:
  job:
    runs-on: ubuntu-24.04
    steps:
      - { uses: actions/checkout@v7, with: { repository: '${suite.repository}', path: suite } }
      - run: test -f suite/src/kit/suite.ts && echo there
      - { continue-on-error: true, name: other, uses: actions/checkout@v7, with: { repository: some/other } }
`);
    const job = findJob(result, 'job');
    expect(logOf(job)).toContain('there');
    expect(showSteps(job.steps)).toContain('other: failure, success');
  });
});

describe('the snapshot', () => {
  function git(folder: string, ...args: readonly string[]): string {
    return execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', HOME: '/nowhere', GIT_CONFIG_NOSYSTEM: '1' },
    }).trim();
  }
  const diff = `
on: pull_request
jobs:
  job:
    runs-on: ubuntu-24.04
    steps:
      - { uses: actions/checkout@v7, with: { fetch-depth: 2 } }
      - run: 'echo "changes $(git diff --name-only HEAD^1 HEAD | tr "\\n" " ")"; echo "ignored $(ls ignored 2>/dev/null)"; echo "branch \${{ github.head_ref }} on \${{ github.base_ref }}"'
`;

  test("a pull request is what the person's branch and working tree differ in, and nothing of theirs is touched", async () => {
    await withRehearsal({ 'a.txt': '1' }, async (_, folder) => {
      git(folder, 'init', '-q', '-b', 'main');
      mkdirSync(join(folder, '.github/workflows'), { recursive: true });
      writeFileSync(join(folder, path), diff);
      writeFileSync(join(folder, '.gitignore'), 'ignored\n');
      git(folder, 'add', '.');
      git(folder, 'commit', '-q', '-m', 'one');
      git(folder, 'checkout', '-q', '-b', 'topic');
      writeFileSync(join(folder, 'committed.txt'), '1');
      git(folder, 'add', '.');
      git(folder, 'commit', '-q', '-m', 'two');
      writeFileSync(join(folder, 'uncommitted.txt'), '1');
      writeFileSync(join(folder, 'ignored'), '1');
      const before = [
        git(folder, 'status', '--porcelain'),
        git(folder, 'rev-parse', 'HEAD'),
        git(folder, 'count-objects'),
      ];
      const rehearsal = await openRehearsal({
        root: folder,
        suite: folder,
        machine: process.env,
        at: '2026-11-25T09:00:00Z',
      });
      const result = await rehearsal.run({ workflow: path, event: 'pull_request' });
      await rehearsal.close();
      const lines = logOf(findJob(result, 'job'));
      expect(lines).toContain('changes committed.txt uncommitted.txt ');
      expect(lines).toContain('ignored ');
      expect(lines).toContain('branch topic on main');
      expect([
        git(folder, 'status', '--porcelain'),
        git(folder, 'rev-parse', 'HEAD'),
        git(folder, 'count-objects'),
      ]).toEqual(before);
    });
  });

  test('the event is a file, with the members that a person gave before those that were made', async () => {
    const text = 'on: push\njobs:\n  job: { runs-on: ubuntu-24.04, steps: [{ run: cat "$GITHUB_EVENT_PATH" }] }\n';
    const result = await rehearseText(text, { request: { payload: { head_commit: { message: 'mine' }, extra: 1 } } });
    const payload = JSON.parse(
      logOf(findJob(result, 'job'))
        .filter((line) => /^[{} ]/.test(line))
        .join(''),
    ) as Record<string, unknown>;
    expect(payload).toMatchObject({ extra: 1, head_commit: { message: 'mine', id: result.sha }, after: result.sha });
  });
});
