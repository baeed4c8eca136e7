import { describe, expect, test } from '@jest/globals';
import type { GitHubWorld } from '#emulators/github/world';
import { deploy, report, type DeploymentFields } from './deploying.ts';
import { withGitHub, type Stage } from './github-harness.ts';

const DEPLOYMENTS = 'https://docs.github.com/en/rest/deployments/deployments';
const STATUSES = 'https://docs.github.com/en/rest/deployments/statuses';
const DAY = 86_400_000;

async function statesOf({ octokit, repo }: Stage, deployment_id: number): Promise<string[]> {
  const { data } = await octokit().rest.repos.listDeploymentStatuses({ ...repo, deployment_id });
  return data.map(({ state }) => state);
}

/** `topic` lacks main's last commit; `fighting` also changed the same file. */
function prepare(world: GitHubWorld): void {
  world.branch('topic');
  world.branch('fighting');
  world.commit({ 'README.md': 'main\n' });
  world.commit({ 'topic.txt': 'topic\n' }, { branch: 'topic' });
  world.commit({ 'README.md': 'fight\n' }, { branch: 'fighting' });
}

interface Row {
  readonly rule: string;
  readonly contexts?: Readonly<Record<string, 'success' | 'failure' | 'pending'>>;
  readonly check?: 'success' | 'failure' | 'neutral' | null;
  readonly body: object;
  readonly status: number;
  readonly answer?: object;
}

const ROWS: readonly Row[] = [
  {
    rule: `${DEPLOYMENTS}: without contexts nothing is required`,
    body: { ref: 'main' },
    status: 201,
    answer: { task: 'deploy', environment: 'production', payload: '', production_environment: true },
  },
  {
    rule: `${DEPLOYMENTS}: all contexts are required by default`,
    contexts: { ci: 'success', lint: 'pending' },
    body: { ref: 'main' },
    status: 409,
    answer: { errors: [{ contexts: [{ context: 'lint', state: 'pending' }] }] },
  },
  { rule: `${DEPLOYMENTS}: failure is none`, contexts: { ci: 'failure' }, body: { ref: 'main' }, status: 409 },
  { rule: `${DEPLOYMENTS}: a check run counts`, check: 'failure', body: { ref: 'main' }, status: 409 },
  { rule: `${DEPLOYMENTS}: a neutral check run is no obstacle`, check: 'neutral', body: { ref: 'main' }, status: 201 },
  { rule: `${DEPLOYMENTS}: a check run in progress is one`, check: null, body: { ref: 'main' }, status: 409 },
  {
    rule: `${DEPLOYMENTS}: required_contexts [] bypasses`,
    contexts: { ci: 'failure' },
    body: { ref: 'main', required_contexts: [] },
    status: 201,
  },
  {
    rule: `${DEPLOYMENTS}: required_contexts names those that count`,
    contexts: { ci: 'success', lint: 'failure' },
    body: { ref: 'main', required_contexts: ['ci'] },
    status: 201,
  },
  {
    rule: `${DEPLOYMENTS}: a required context that nobody reported is pending`,
    body: { ref: 'main', required_contexts: ['ci'] },
    status: 409,
  },
  {
    rule: `${DEPLOYMENTS}: auto_merge merges the default branch, and deploys nothing`,
    body: { ref: 'topic' },
    status: 202,
    answer: { message: 'Auto-merged main into topic on deployment.' },
  },
  {
    rule: `${DEPLOYMENTS}: auto_merge in conflict`,
    body: { ref: 'fighting' },
    status: 409,
    answer: { message: 'Conflict merging main into fighting.' },
  },
  { rule: `${DEPLOYMENTS}: auto_merge off`, body: { ref: 'fighting', auto_merge: false }, status: 201 },
  { rule: `${DEPLOYMENTS}: an unknown ref`, body: { ref: 'none' }, status: 422 },
  {
    rule: `${DEPLOYMENTS}: a payload may be an object`,
    body: { ref: 'main', payload: { plan: [1] } },
    status: 201,
    answer: { payload: { plan: [1] } },
  },
  {
    rule: `${DEPLOYMENTS}: production_environment is false elsewhere`,
    body: { ref: 'main', environment: 'qa' },
    status: 201,
    answer: { production_environment: false, original_environment: 'qa' },
  },
];

test.each(ROWS)('$rule', async ({ contexts = {}, check, body, status, answer }) => {
  await withGitHub({ prepare }, async ({ request, world, octokit, repo, emulator }) => {
    const sha = world.repository.refs['refs/heads/main'] ?? '';
    for (const [context, state] of Object.entries(contexts)) {
      await octokit().rest.repos.createCommitStatus({ ...repo, sha, context, state });
    }
    if (check !== undefined) {
      const conclusion = check === null ? {} : { conclusion: check };
      await octokit().rest.checks.create({ ...repo, name: 'gate', head_sha: sha, ...conclusion });
    }
    const reply = await request('POST', '/deployments', { body });
    expect(reply.status).toBe(status);
    if (answer !== undefined) expect(reply.body).toMatchObject(answer);
    expect(emulator.snapshot().repositories['example-org/tracker']?.deployments).toHaveLength(status === 201 ? 1 : 0);
  });
});

test(`${DEPLOYMENTS}#list-deployments: filters; newest first; environments come into being by use`, async () => {
  await withGitHub({ prepare }, async (stage) => {
    const { octokit, repo } = stage;
    const ids = [
      await deploy(stage),
      await deploy(stage, { environment: 'qa', task: 'lock' }),
      await deploy(stage, { ref: 'topic' }),
    ];
    const list = async (filter: object): Promise<number[]> =>
      (await octokit().rest.repos.listDeployments({ ...repo, ...filter })).data.map(({ id }) => id);
    expect(await list({})).toEqual(ids.toReversed());
    expect(await list({ environment: 'qa' })).toEqual([ids[1]]);
    expect(await list({ task: 'lock' })).toEqual([ids[1]]);
    expect(await list({ ref: 'topic' })).toEqual([ids[2]]);
    expect(await list({ environment: 'none' })).toEqual(ids.toReversed());
    expect((await octokit().rest.repos.getAllEnvironments(repo)).data.total_count).toBe(2);
    expect((await octokit().rest.repos.getEnvironment({ ...repo, environment_name: 'qa' })).data.name).toBe('qa');
  });
});

describe('deployment statuses', () => {
  test.each([
    { rule: 'description of 140 characters', body: { state: 'success', description: 'x'.repeat(140) }, status: 201 },
    { rule: 'description of 141 characters', body: { state: 'success', description: 'x'.repeat(141) }, status: 422 },
    { rule: 'an unknown state', body: { state: 'active' }, status: 422 },
    { rule: 'no state', body: {}, status: 422 },
  ])(`${STATUSES}: $rule is $status`, async ({ body, status }) => {
    await withGitHub({}, async (stage) => {
      const id = await deploy(stage);
      expect((await stage.request('POST', `/deployments/${id}/statuses`, { body })).status).toBe(status);
      expect(await statesOf(stage, id)).toHaveLength(status === 201 ? 1 : 0);
    });
  });

  interface Retirement {
    readonly rule: string;
    readonly earlier: DeploymentFields;
    /** State of the earlier deployment when the later one succeeds. */
    readonly state?: 'success' | 'in_progress';
    readonly later?: DeploymentFields;
    readonly status?: object;
    readonly retired: boolean;
  }

  const RETIREMENTS: readonly Retirement[] = [
    { rule: 'a success retires the earlier success there', earlier: {}, retired: true },
    { rule: 'not with auto_inactive false', earlier: {}, status: { auto_inactive: false }, retired: false },
    { rule: 'not one of another environment', earlier: { environment: 'qa' }, retired: false },
    { rule: 'not a transient one', earlier: { transient_environment: true }, retired: false },
    { rule: 'not a production one', earlier: { production_environment: true }, retired: false },
    { rule: 'not one without success', earlier: {}, state: 'in_progress', retired: false },
    {
      rule: 'not in production, which is so by its name',
      earlier: { environment: 'production' },
      later: { environment: 'production' },
      retired: false,
    },
  ];

  test.each(RETIREMENTS)(
    `${STATUSES}: auto_inactive: $rule`,
    async ({ earlier, state = 'success', later = {}, status = {}, retired }) => {
      await withGitHub({}, async (stage) => {
        const first = await deploy(stage, earlier);
        await report(stage, first, state);
        const second = await deploy(stage, later);
        await report(stage, second, 'in_progress');
        expect(await statesOf(stage, first)).toEqual([state]);
        await report(stage, second, 'success', status);
        expect(await statesOf(stage, first)).toEqual(retired ? ['inactive', state] : [state]);
        expect(await statesOf(stage, second)).toEqual(['success', 'in_progress']);
      });
    },
  );

  test(`${STATUSES}: kept for 90 days, the current one for good`, async () => {
    await withGitHub({}, async (stage) => {
      const id = await deploy(stage);
      await report(stage, id, 'in_progress');
      stage.clock.advanceBy(DAY);
      await report(stage, id, 'success');
      stage.clock.advanceBy(89 * DAY);
      expect(await statesOf(stage, id)).toEqual(['success', 'in_progress']);
      stage.clock.advanceBy(1_000);
      expect(await statesOf(stage, id)).toEqual(['success']);
      stage.clock.advanceBy(1_000 * DAY);
      expect(await statesOf(stage, id)).toEqual(['success']);
    });
  });
});

describe(`${DEPLOYMENTS}#delete-a-deployment`, () => {
  test('only an inactive one, or the only one', async () => {
    await withGitHub({}, async (stage) => {
      const { octokit, repo, request } = stage;
      const [first, second] = [await deploy(stage), await deploy(stage)];
      const remove = async (id: number): Promise<number> => (await request('DELETE', `/deployments/${id}`)).status;
      expect(await remove(first)).toBe(422);
      await report(stage, first, 'success');
      expect(await remove(first)).toBe(422);
      await report(stage, first, 'inactive');
      expect(await remove(first)).toBe(204);
      await expect(octokit().rest.repos.getDeployment({ ...repo, deployment_id: first })).rejects.toMatchObject({
        status: 404,
      });
      await report(stage, second, 'success');
      expect(await remove(second)).toBe(204);
      expect(await remove(second)).toBe(404);
    });
  });
});
