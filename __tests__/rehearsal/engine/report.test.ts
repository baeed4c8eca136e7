import { beforeAll, describe, expect, test } from '@jest/globals';
import type { RunResult } from '#rehearsal/engine/result';
import { createLiveTree } from '#rehearsal/report/live';
import { renderRunPage } from '#rehearsal/report/run-page';
import { renderRunForTerminal } from '#rehearsal/report/run-terminal';
import { rehearseText } from './runs.ts';

const text = `
name: Report <i>
on: push
jobs:
  bad:
    runs-on: ubuntu-24.04
    outputs: { word: '<b>' }
    steps:
      - { name: makes, run: 'printf "one\\ntwo <u>\\nthree\\nfour\\n" > a.txt; echo "## Done <script>alert(2)</script><a onclick=x href=javascript:1>go</a><img src=//x>" >> "$GITHUB_STEP_SUMMARY"' }
      - { name: keeps, uses: actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a, with: { name: kept, path: a.txt } }
      - { name: tolerated, continue-on-error: true, run: exit 1 }
      - { name: points, run: 'echo "::error file=a.txt,line=2,title=T::<script>alert(1)</script>"; echo "<img src=x>"; exit 1' }
  after: { needs: bad, runs-on: ubuntu-24.04, steps: [{ run: 'true' }] }
  windows: { strategy: { matrix: { os: [windows-2025] } }, runs-on: '\${{ matrix.os }}', steps: [{ run: 'true' }] }
`;

let result: RunResult;
beforeAll(async () => {
  result = await rehearseText(text);
});

test('the terminal shows jobs, steps, the end of what failed, annotations, outputs, artifacts, stand-ins and the end', () => {
  const shown = renderRunForTerminal(result, false);
  for (const part of [
    '❌ bad',
    '   ✅ makes',
    '   ✅ keeps',
    'stand-in',
    '   ❌ tolerated',
    'tolerated',
    '⏭️ after  skipped',
    'The end of "points":',
    'error a.txt:2: <script>alert(1)</script>',
    'Done',
    'bad: word=<b>',
    'kept: a.txt',
    'actions/upload-artifact@043fb46 keeps the files',
    '❌ Report <i>, push: failed after',
  ])
    expect(shown).toContain(part);
  expect(shown).not.toContain('\u001B');
});

describe('the page', () => {
  test('has a row for every job, the annotation with its lines, the summary as GitHub renders it, logs folded', () => {
    const html = renderRunPage(result);
    for (const part of [
      'failed after',
      'href="#job-bad"',
      '<code>a.txt:2</code>',
      '<mark><span class="number">2</span> two &lt;u&gt;</mark>',
      '<h2>Done &lt;script&gt;alert(2)&lt;/script&gt;<a>go</a>&lt;img src=//x&gt;</h2>',
      '<details><summary>',
      'kept',
      '<span class="tag">stand-in</span>',
      '<span class="tag">tolerated</span>',
      'word',
    ])
      expect(html).toContain(part);
  });

  test('runs nothing that a step printed, and asks nothing of the network', () => {
    const html = renderRunPage(result);
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('<img');
    expect(html).not.toContain('Report <i>');
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<[^>]+\ssrc=|href="(?!#)/);
  });

  test('of a run that did not start says why, with the place', async () => {
    const refused = await rehearseText(
      'on: push\njobs:\n  job: { runs-on: ubuntu-24.04, steps: [{ uses: a/b@v1 }] }\n',
    );
    for (const shown of [renderRunPage(refused), renderRunForTerminal(refused, false)]) {
      expect(shown).toContain('.github/workflows/test.yml:3:');
      expect(shown).toContain('a/b is not on this machine');
      expect(shown).toContain('did not start');
    }
  });
});

test('the live tree shows running steps with what they print, and one line for a job that is over', () => {
  let now = 0;
  const tree = createLiveTree(() => now);
  tree.take({ kind: 'job-started', key: 'a', name: 'A job' });
  tree.take({ kind: 'step-started', key: 'a', step: 'Install' });
  tree.take({ kind: 'line', key: 'a', line: '\u001B[32madded 10 packages\u001B[39m' });
  now = 2_500;
  expect(tree.draw(80)).toEqual(['⏳ A job  2.5 s', '   ⏳ Install  2.5 s', '      added 10 packages']);
  expect(tree.draw(12)).toEqual(['⏳ A job  2.…', '   ⏳ Instal…', '      added…']);
  const [job] = result.jobs;
  if (job === undefined) throw new Error('unreachable');
  tree.take({ kind: 'job-ended', key: 'a', job: { ...job, name: 'A job', result: 'success', durationMs: 3_000 } });
  expect(tree.draw(80)).toEqual(['✅ A job  3.0 s']);
});
