import { describe, expect, test } from '@jest/globals';
import type { RunResult } from '#rehearsal/engine/result';
import { findJob, logOf, rehearseText, showAnnotations, showSteps, withRehearsal } from './runs.ts';

// Cancels and time limits. Nothing here waits for a limit of minutes: a minute of the wall clock is made short, and virtual
// time passes by itself.

const cancelled = `
on: push
jobs:
  long:
    runs-on: ubuntu-24.04
    steps:
      - name: waits
        run: echo ready; sleep 30
      - { name: not any more, run: 'true' }
      - { name: on failure, if: failure(), run: 'true' }
      - { name: on cancel, if: cancelled(), run: 'echo "status \${{ job.status }}"' }
      - { name: always, if: always(), run: 'true' }
  after: { needs: long, runs-on: ubuntu-24.04, steps: [{ run: 'true' }] }
  after-always: { needs: long, if: always(), runs-on: ubuntu-24.04, steps: [{ run: 'echo "long was \${{ needs.long.result }}"' }] }
  on-cancel: { needs: long, if: cancelled(), runs-on: ubuntu-24.04, steps: [{ run: 'true' }] }
  on-failure: { needs: long, if: failure(), runs-on: ubuntu-24.04, steps: [{ run: 'true' }] }
`;

/** Cancels the run as soon as a step has printed `ready`. */
async function cancelWhenReady(text: string): Promise<RunResult> {
  const cancel = new AbortController();
  return rehearseText(text, {
    request: {
      cancel: cancel.signal,
      onEvent: (event) => {
        if (event.kind === 'line' && event.line === 'ready') cancel.abort();
      },
    },
  });
}

describe('a run that is cancelled', () => {
  test('ends the running step; always() and cancelled() still run, failure() does not', async () => {
    const result = await cancelWhenReady(cancelled);
    expect(result.conclusion).toBe('cancelled');
    const long = findJob(result, 'long');
    expect(long.result).toBe('cancelled');
    expect(showSteps(long.steps)).toEqual([
      'waits: cancelled',
      'not any more: skipped',
      'on failure: skipped',
      'on cancel: success',
      'always: success',
    ]);
    expect(logOf(long)).toContain('status cancelled');
    expect(showAnnotations(long)).toEqual(['error: The operation was canceled.']);
    expect(Object.fromEntries(result.jobs.map(({ name, result: end }) => [name, end]))).toEqual({
      long: 'cancelled',
      after: 'skipped',
      'after-always': 'success',
      'on-cancel': 'success',
      'on-failure': 'skipped',
    });
    expect(logOf(findJob(result, 'after-always'))).toContain('long was cancelled');
  });

  test('leaves a step and a job alone whose condition still holds', async () => {
    const result = await cancelWhenReady(`
on: push
jobs:
  job:
    if: always()
    runs-on: ubuntu-24.04
    steps: [{ name: keeps on, run: 'echo ready; sleep 0.3; echo done' }, { name: next, run: 'true' }]
  step:
    runs-on: ubuntu-24.04
    steps: [{ name: cleans, if: always(), run: 'sleep 0.3; echo done' }, { name: next, run: 'true' }]
`);
    expect(showSteps(findJob(result, 'job').steps)).toEqual(['keeps on: success', 'next: success']);
    expect(showSteps(findJob(result, 'step').steps)).toEqual(['cleans: success', 'next: skipped']);
    expect(findJob(result, 'step').result).toBe('cancelled');
  });

  test('runs the posts of actions that had begun', async () => {
    const cancel = new AbortController();
    const result = await withRehearsal(
      {
        '.github/workflows/test.yml': `
on: push
jobs:
  job:
    runs-on: ubuntu-24.04
    steps: [{ name: A, uses: $/actions/a }, { name: waits, run: 'echo ready; sleep 30' }]
`,
        'actions/a/action.yml': `
name: A
description: Has a post.
runs: { using: node24, main: a.mjs, post: a.mjs }
`,
        'actions/a/a.mjs': "console.log('a ran');",
      },
      (rehearsal) =>
        rehearsal.run({
          workflow: '.github/workflows/test.yml',
          event: 'push',
          cancel: cancel.signal,
          onEvent: (event) => {
            if (event.kind === 'line' && event.line === 'ready') cancel.abort();
          },
        }),
    );
    expect(showSteps(findJob(result, 'job').steps)).toEqual(['A: success', 'waits: cancelled', 'Post A: success']);
  });

  test('starts no job when it was cancelled before', async () => {
    const result = await rehearseText(cancelled, { request: { cancel: AbortSignal.abort() } });
    expect(findJob(result, 'long').result).toBe('skipped');
    expect(findJob(result, 'after-always').result).toBe('success');
  });
});

describe('time limits', () => {
  test('a hung process of a step is ended by the wall clock, and the step fails', async () => {
    const result = await rehearseText(
      `
on: push
jobs:
  job:
    runs-on: ubuntu-24.04
    steps:
      - { name: hangs, timeout-minutes: 1, run: sleep 30 }
      - { name: tolerated, if: always(), timeout-minutes: 1, continue-on-error: true, run: sleep 30 }
      - { name: on failure, if: failure(), run: 'true' }
      - { name: in time, if: always(), timeout-minutes: 1, run: 'true' }
`,
      { minuteMs: 200 },
    );
    const job = findJob(result, 'job');
    expect(showSteps(job.steps)).toEqual([
      'hangs: failure',
      'tolerated: failure, success',
      'on failure: success',
      'in time: success',
    ]);
    expect(showAnnotations(job)[0]).toBe("error: The action 'hangs' has timed out after 1 minutes.");
    expect(result.conclusion).toBe('failure');
  });

  test('a job that takes too long is cancelled; its always() steps still run', async () => {
    const result = await rehearseText(
      `
on: push
jobs:
  job:
    timeout-minutes: 2
    runs-on: ubuntu-24.04
    steps: [{ name: hangs, run: sleep 30 }, { name: next, run: 'true' }, { name: always, if: always(), run: 'true' }]
  after: { needs: job, if: always(), runs-on: ubuntu-24.04, steps: [{ run: 'echo "\${{ needs.job.result }}"' }] }
`,
      { minuteMs: 150 },
    );
    const job = findJob(result, 'job');
    expect(showSteps(job.steps)).toEqual(['hangs: cancelled', 'next: skipped', 'always: success']);
    expect(job.result).toBe('cancelled');
    expect(showAnnotations(job)).toContain('error: The job has exceeded the maximum execution time of 2 minutes.');
    expect(logOf(findJob(result, 'after'))).toContain('cancelled');
  });

  const waiting = {
    'actions/wait/action.yml': `
name: Wait
description: Waits.
inputs: { hours: { description: hours, required: true } }
runs: { using: node24, main: wait.mjs }
`,
    'actions/wait/wait.mjs': `
import { setTimeout } from 'node:timers/promises';
const before = Date.now();
await setTimeout(Number(process.env.INPUT_HOURS) * 3_600_000);
console.log('waited', (Date.now() - before) / 3_600_000, new Date().toISOString());
`,
  };

  test('what an action waits for passes at once, in virtual time', async () => {
    const result = await withRehearsal(
      {
        ...waiting,
        '.github/workflows/test.yml': `
on: push
jobs:
  job: { runs-on: ubuntu-24.04, steps: [{ uses: $/actions/wait, with: { hours: 5 } }, { run: 'true' }] }
`,
      },
      (rehearsal) => rehearsal.run({ workflow: '.github/workflows/test.yml', event: 'push' }),
    );
    const job = findJob(result, 'job');
    expect(logOf(job)).toContain('waited 5 2026-11-25T14:00:00.000Z');
    expect(job.steps.find(({ phase }) => phase === 'main')?.waitedMs).toBe(5 * 3_600_000);
  });

  test('a limit ends a wait in virtual time, without waiting for the wall clock', async () => {
    const result = await withRehearsal(
      {
        ...waiting,
        '.github/workflows/test.yml': `
on: push
jobs:
  step: { runs-on: ubuntu-24.04, steps: [{ name: W, timeout-minutes: 90, uses: $/actions/wait, with: { hours: 2 } }] }
`,
      },
      (rehearsal) => rehearsal.run({ workflow: '.github/workflows/test.yml', event: 'push' }),
    );
    expect(showAnnotations(findJob(result, 'step'))[0]).toBe("error: The action 'W' has timed out after 90 minutes.");
    expect(logOf(findJob(result, 'step')).join()).not.toContain('waited');
  });

  test('while one job computes, the wait of another does not come true', async () => {
    const result = await withRehearsal(
      {
        ...waiting,
        '.github/workflows/test.yml': `
on: push
jobs:
  waits: { runs-on: ubuntu-24.04, steps: [{ run: 'touch "$FLAG.waits"', env: { FLAG: '\${{ github.event_path }}' } }, { uses: $/actions/wait, with: { hours: 1 } }, { env: { FLAG: '\${{ github.event_path }}' }, run: 'test -e "$FLAG.computed" && echo after' }] }
  computes: { runs-on: ubuntu-24.04, steps: [{ env: { FLAG: '\${{ github.event_path }}' }, run: 'until [ -e "$FLAG.waits" ]; do sleep 0.05; done; sleep 0.6; touch "$FLAG.computed"' }] }
`,
      },
      (rehearsal) => rehearsal.run({ workflow: '.github/workflows/test.yml', event: 'push' }),
      { cores: 2 },
    );
    expect(logOf(findJob(result, 'waits'))).toContain('after');
  });
});
