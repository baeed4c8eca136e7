import { describe, expect, test } from '@jest/globals';
import { createFaultPlan } from '#emulators/base/fault-plan';
import type { PlannedFault } from '#emulators/base/fault-plan';
import type { Comment, WorkflowRun } from '#emulators/github/state';
import type { GitHubWorld } from '#emulators/github/world';
import { writeFigures } from '#reports/quality-figures';
import { qualityComment } from '../../actions/quality-comment/main.ts';
import { messages } from '../../actions/quality-comment/messages.ts';
import { withGitHub } from '../emulators/github-harness.ts';
import { modes, play } from '../support/scenario.ts';
import type { Mode, Seen } from '../support/scenario.ts';
import { serveTime } from '../support/virtual-time.ts';
import { makeZip } from '../support/zip.ts';
import { failing, passing } from './figures.ts';
import type { Written } from './figures.ts';

/** What a workflow of its own is granted, and no more. */
const granted = { actions: 'read', pull_requests: 'write' } as const;

type Inputs = Readonly<Record<string, string>>;

interface Setting {
  readonly run?: Partial<WorkflowRun>;
  /** The figures; a text is written as it is, null leaves the file out of the artifact. */
  readonly figures?: Written | string | null;
  /** Of the archive: other bytes, or undefined for none at all. */
  readonly artifact?: Uint8Array | null;
  readonly days?: number;
  readonly inputs?: Inputs | ((run: WorkflowRun) => Inputs);
  /** Payload of the event; by default that of the end of the run. */
  readonly event?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly prepare?: (world: GitHubWorld, run: WorkflowRun) => void;
  readonly faults?: readonly PlannedFault[];
  readonly permissions?: Readonly<Record<string, 'read' | 'write'>>;
}

interface After {
  readonly seen: Seen;
  readonly comments: readonly Comment[];
  readonly run: WorkflowRun;
  /** Requests that change something. */
  readonly writes: readonly string[];
}

/** A repository with pull request 1 from `topic` and 2 from a fork of the same branch name, and a run that has ended. */
async function comment(mode: Mode, setting: Setting, look: (after: After) => void): Promise<void> {
  const { figures = failing, days = 90, inputs = {}, env = {} } = setting;
  let run: WorkflowRun | undefined;
  const prepare = (world: GitHubWorld): void => {
    world.tokens.length = 0;
    world.addToken({ name: 'workflow', permissions: setting.permissions ?? granted });
    world.branch('topic');
    const head = world.commit({ 'a.txt': 'a' }, { branch: 'topic' });
    world.openPull({ head: 'topic' });
    world.openPull({ head: 'topic', headOwner: 'mallory', headSha: 'e'.repeat(40) });
    const of = { workflow: 'quality', event: 'pull_request', headBranch: 'topic', headSha: head };
    run = world.addRun({ ...of, conclusion: 'failure', ...setting.run });
    const file = typeof figures === 'object' && figures !== null ? writeFigures(figures) : figures;
    const entries = [
      { name: 'lcov.info', content: 'TN:\n' },
      ...(file === null ? [] : [{ name: 'quality.json', content: file }]),
    ];
    if (setting.artifact !== null)
      world.addArtifact(run.id, 'quality-reports', setting.artifact ?? makeZip(entries), days);
    setting.prepare?.(world, run);
  };
  const faults = createFaultPlan(setting.faults);
  await withGitHub({ prepare, faults }, async ({ emulator, clock, repo }) => {
    if (run === undefined) throw new Error('there is no run');
    const ended = run;
    const time = await serveTime(clock);
    const scenario = {
      inputs: { 'github-token': 'ghs_workflow', ...(typeof inputs === 'function' ? inputs(ended) : inputs) },
      files: { 'event.json': setting.event ?? JSON.stringify({ workflow_run: { id: ended.id } }) },
      env: {
        GITHUB_REPOSITORY: `${repo.owner}/${repo.repo}`,
        GITHUB_API_URL: emulator.url,
        GITHUB_EVENT_NAME: 'workflow_run',
        GITHUB_EVENT_PATH: 'WORKSPACE/event.json',
        ...env,
      },
      ...time.scenario,
    };
    try {
      await play(mode, qualityComment, scenario, (seen) => {
        const comments = emulator.snapshot().repositories[`${repo.owner}/${repo.repo}`]?.comments ?? [];
        const writes = emulator.log.entries().filter(({ reads }) => !reads);
        look({ seen, comments, run: ended, writes: writes.map(({ operation }) => operation) });
        expect(seen.left).toEqual([]);
      });
    } finally {
      await time.stop();
    }
  });
}

/** A comment that stood there before the run ended. */
function leave(body: string): (world: GitHubWorld) => void {
  return (world) => {
    const at = '2026-11-23T10:00:00Z';
    const author = 'github-actions[bot]';
    world.repository.comments.push({ id: 7, number: 1, author, body, createdAt: at, updatedAt: at });
  };
}

describe.each(modes)('%s: the comment', (mode) => {
  test('of a pull request: the verdict first, on the right one, with its address as output', async () => {
    await comment(mode, {}, ({ seen, comments, run }) => {
      expect(comments).toHaveLength(1);
      expect(comments[0]?.number).toBe(1);
      expect(comments[0]?.body).toMatch(
        new RegExp(`^<!-- slipway quality-comment/quality run ${run.id} attempt 1 -->\n### ❌ quality: fail\n`),
      );
      expect(comments[0]?.body).toContain(`[run ${run.id}](https://github.com/example-org/tracker/actions/runs/`);
      expect(comments[0]?.body).toContain('The type check found 2 errors in 1 file.');
      expect(seen.outputs).toEqual({
        result: 'success',
        'pull-request': '1',
        'comment-url': expect.stringContaining(`#issuecomment-${comments[0]?.id ?? 0}`),
      });
      expect(seen.exitCode).toBe(0);
      expect(seen.annotations).toEqual([]);
      expect(seen.summary).toContain('## quality-comment: done');
      expect(seen.summary).toContain('was written.');
    });
  });

  test('of a fork: found by the commit and the repository, though the event names no pull request', async () => {
    const run = { headOwner: 'mallory', headSha: 'e'.repeat(40), conclusion: 'success' as const };
    await comment(mode, { run, figures: passing }, ({ seen, comments }) => {
      expect(comments.map(({ number }) => number)).toEqual([2]);
      expect(comments[0]?.body).toContain('### ✅ quality: pass');
      expect(seen.outputs['pull-request']).toBe('2');
    });
  });

  test('a newer run changes it in place, an older one leaves it', async () => {
    const old = leave('<!-- slipway quality-comment/quality run 5 attempt 1 -->\nold');
    await comment(mode, { prepare: old }, ({ comments, writes, seen }) => {
      expect(comments.map(({ id }) => id)).toEqual([7]);
      expect(comments[0]?.body).toContain('### ❌ quality: fail');
      expect(writes).toEqual(['issues/update-comment']);
      expect(seen.summary).toContain('was changed.');
    });
    const newer = '<!-- slipway quality-comment/quality run 999999999999 attempt 1 -->\nnewer';
    await comment(mode, { prepare: leave(newer) }, ({ comments, writes, seen }) => {
      expect(comments.map(({ body }) => body)).toEqual([newer]);
      expect(writes).toEqual([]);
      expect(seen.summary).toContain('is of a newer run, and was left alone.');
      expect(seen.outputs['result']).toBe('success');
    });
  });

  test.each<[what: string, setting: Setting, reason: RegExp]>([
    ['a push', { run: { event: 'push' } }, /was started by push, not by a pull request/],
    ['a merge group', { run: { event: 'merge_group' } }, /was started by merge_group/],
    ['a run that runs again', { run: { status: 'in_progress', conclusion: null } }, /is not over/],
    [
      'a pull request that has moved on',
      { run: { headSha: 'd'.repeat(40) } },
      /no open pull request has d{40} of example-org\/tracker as its head/,
    ],
    [
      'one that is closed',
      {
        prepare: ({ repository }) => {
          for (const pull of repository.pulls) pull.state = 'closed';
        },
      },
      /it is closed, or moved on/,
    ],
  ])('nothing to comment on: %s', async (_, setting, reason) => {
    await comment(mode, setting, ({ seen, writes }) => {
      expect(writes).toEqual([]);
      expect(seen.exitCode).toBe(0);
      expect(seen.outputs).toEqual({ result: 'success', 'pull-request': '', 'comment-url': '' });
      expect(seen.log).toMatch(reason);
      expect(seen.summary).toContain('nothing to comment on');
    });
  });

  test.each<[what: string, setting: Setting, reason: string]>([
    ['no artifact', { artifact: null }, 'the run kept no artifact quality-reports'],
    ['an expired one', { days: 0.001 }, 'the artifact quality-reports has expired'],
    ['a damaged one', { artifact: Buffer.from('PK') }, 'cannot be read: the archive is damaged'],
    ['one without the file', { figures: null }, 'has no quality.json in it'],
    ['a file that is no JSON', { figures: '{' }, 'quality.json cannot be used: '],
    ['figures of a newer version', { figures: '{"version":2}' }, 'the version 2; this version of the suite reads 1'],
    [
      'figures that cannot be',
      { figures: writeFigures(failing).replace('"fail"', '"green"') },
      'verdict has to be "pass" or "fail", and is "green"',
    ],
    ['the figures of another gate', { figures: { ...failing, name: 'other' } }, 'quality.json is of the gate "other"'],
  ])('%s: the comment says that nothing is proven, and a warning says why', async (_, setting, reason) => {
    const succeeded = { ...setting, run: { conclusion: 'success' as const } };
    await comment(mode, succeeded, ({ seen, comments }) => {
      expect(comments[0]?.body).toContain('### ❌ quality: fail');
      expect(comments[0]?.body.replaceAll(/[\\\u200B]/g, '')).toContain(reason);
      const [warning, ...others] = seen.annotations;
      expect([warning?.level, others]).toEqual(['warning', []]);
      expect(warning?.message).toContain(reason);
      expect(warning?.message).toContain('[figures-missing]');
      expect(seen.exitCode).toBe(0);
    });
  });

  test('a pass of a run that failed is no pass', async () => {
    await comment(mode, { figures: passing }, ({ comments }) => {
      expect(comments[0]?.body).toContain('### ❌ quality: fail');
      expect(comments[0]?.body).toContain('the run counts');
    });
  });

  test('the artifact is the one of the run, the newest of its name, whatever others there are', async () => {
    const zip = (written: Written): Buffer => makeZip([{ name: 'quality.json', content: writeFigures(written) }]);
    const prepare = (world: GitHubWorld, run: WorkflowRun): void => {
      world.addArtifact(run.id, 'quality-reports', zip({ ...failing, reasons: [] }));
      world.addArtifact(run.id, 'quality-reports-2', zip(passing));
      const other = world.addRun({ workflow: 'quality' });
      world.addArtifact(other.id, 'quality-reports', zip(passing));
    };
    await comment(mode, { prepare }, ({ comments }) => {
      expect(comments[0]?.body).toContain('❌ failed');
      expect(comments[0]?.body).not.toContain('Mend them.');
    });
  });

  test('a dry run shows it and writes nothing', async () => {
    await comment(mode, { inputs: { 'dry-run': 'true' } }, ({ seen, writes }) => {
      expect(writes).toEqual([]);
      expect(seen.outputs).toEqual({ result: 'success', 'pull-request': '1', 'comment-url': '' });
      expect(seen.log).toContain('dry run: this would be the comment on #1:');
      expect(seen.summary).toContain('### ❌ quality: fail');
    });
  });

  test('a run and a pull request that are given: another event, another gate', async () => {
    const setting: Setting = {
      event: JSON.stringify({ ref: 'refs/heads/main' }),
      inputs: (run) => ({ 'run-id': `${run.id}`, 'pull-request': '2' }),
      run: { event: 'push' },
      env: { GITHUB_EVENT_NAME: 'workflow_dispatch' },
    };
    await comment(mode, setting, ({ comments, seen }) => {
      expect(comments.map(({ number }) => number)).toEqual([2]);
      expect(seen.outputs['pull-request']).toBe('2');
    });
  });

  test('the inputs are checked together, and no token is no token', async () => {
    const inputs = { 'github-token': '', name: '../quality', 'run-id': '1e3', 'pull-request': '#1', 'dry-run': 'yes' };
    await comment(mode, { inputs }, ({ seen, writes }) => {
      expect(seen.outputs['result']).toBe('misconfigured');
      expect(seen.exitCode).toBe(2);
      for (const name of Object.keys(inputs)) expect(seen.summary).toContain(`\`${name}\``);
      expect(writes).toEqual([]);
    });
  });

  test('GitHub that is down is its fault, and a lost answer makes no second comment', async () => {
    const down = [{ match: {}, fault: { kind: 'status', status: 503 } as const, times: Number.POSITIVE_INFINITY }];
    await comment(mode, { faults: down }, ({ seen }) => {
      expect(seen.outputs['result']).toBe('vendor-error');
      expect(seen.exitCode).toBe(3);
      expect(seen.log).toContain('[vendor-unreachable]');
    });
    const lost = [{ match: { operation: 'issues/create-comment' }, fault: { kind: 'cut-after' } as const }];
    await comment(mode, { faults: lost }, ({ seen, comments }) => {
      expect(comments).toHaveLength(1);
      expect(seen.outputs['result']).toBe('success');
    });
  });
});

/** How each message comes about, through the bundle. */
const rows: Readonly<Record<string, Setting>> = {
  'run-unknown': { env: { GITHUB_EVENT_NAME: 'push' } },
  'event-unreadable': { event: '{"workflow_run":{}}' },
  'run-not-found': { inputs: { 'run-id': '404' } },
  'pull-request-not-found': { inputs: { 'pull-request': '404' } },
  'token-lacks-permission': { permissions: { actions: 'read', pull_requests: 'read' } },
  'github-repository-unknown': { env: { GITHUB_REPOSITORY: 'tracker' } },
  'endpoint-not-loopback': { env: { GITHUB_API_URL: 'https://attacker.example' } },
};

test.each(Object.entries(rows))('bundle: %s comes with its text and its cure', async (id, setting) => {
  await comment('bundle', setting, ({ seen, comments }) => {
    expect(comments).toEqual([]);
    expect(seen.exitCode).toBe(2);
    expect(seen.outputs).toEqual({ result: 'misconfigured', 'comment-url': '', 'pull-request': expect.any(String) });
    expect(seen.log).toContain(`[${id}]`);
    expect(seen.log).toMatch(/^ {3}→ \S.{20,}/m);
    expect(seen.summary).toContain(`(\`${id}\`)`);
  });
});

test('every message is produced through the bundle', () => {
  // The one of the figures is a warning: the rows above that begin with "no artifact".
  const produced = [...Object.keys(rows), 'figures-missing'];
  expect(Object.keys(messages).filter((id) => !produced.includes(id))).toEqual([]);
});

test.each([
  ['read the run', { pull_requests: 'write' }, 'actions: read'],
  ['find the pull request', { actions: 'read' }, 'pull-requests: write'],
  ['write the comment', { actions: 'read', pull_requests: 'read' }, 'pull-requests: write'],
] as const)('source: a token that may not %s: the permission is named', async (operation, permissions, needed) => {
  await comment('source', { permissions }, ({ seen }) => {
    expect(seen.log).toContain(`The token may not ${operation}: `);
    expect(seen.log).toContain(`Grant "${needed}" to the job`);
  });
});
