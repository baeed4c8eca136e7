import { describe, expect, test } from '@jest/globals';
import type { GitHubWorld } from '#emulators/github/world';
import { withGitHub, type Stage } from './github-harness.ts';

const DAY = 86_400_000;

describe('workflow runs and artifacts', () => {
  const ACTIONS = 'https://docs.github.com/en/rest/actions';

  const prepare = (world: GitHubWorld): void => {
    world.branch('topic');
    world.addRun({ workflow: 'ci', event: 'push', createdAt: '2026-11-22T09:00:00Z' });
    world.addRun({
      workflow: 'ci',
      event: 'pull_request',
      headBranch: 'topic',
      conclusion: 'failure',
      createdAt: '2026-11-23T09:00:00Z',
    });
    world.addRun({
      workflow: 'release',
      event: 'schedule',
      status: 'in_progress',
      conclusion: null,
      createdAt: '2026-11-24T09:00:00Z',
    });
  };

  test.each([
    { query: '', runs: [3, 2, 1] },
    { query: '?branch=topic', runs: [2] },
    { query: '?event=push', runs: [1] },
    { query: '?status=failure', runs: [2] },
    { query: '?status=in_progress', runs: [3] },
    { query: '?status=completed', runs: [2, 1] },
    { query: '?created=>=2026-11-23', runs: [3, 2] },
    { query: '?created=2026-11-22..2026-11-23', runs: [2, 1] },
    { query: '?created=*..2026-11-22', runs: [1] },
    { query: '?created=<2026-11-23T09:00:00Z', runs: [1] },
    { query: '?created=2026-11-23', runs: [2] },
    { query: '?per_page=1&page=2', runs: [2] },
  ])(`${ACTIONS}/workflow-runs: $query gives $runs`, async ({ query, runs }) => {
    await withGitHub({ prepare }, async ({ request, world }) => {
      const { body } = await request('GET', `/actions/runs${query.replace('>', '%3E').replace('<', '%3C')}`);
      const found = (body as { workflow_runs: { id: number }[] }).workflow_runs.map(({ id }) => id);
      expect(found).toEqual(runs.map((number) => world.repository.runs[number - 1]?.id));
    });
  });

  test(`${ACTIONS}/workflows: a dispatch makes a run that can be found`, async () => {
    await withGitHub({ prepare }, async ({ octokit, repo, request, world }) => {
      const { actions } = octokit().rest;
      const dispatch = { ...repo, workflow_id: 'release.yml', ref: 'topic', inputs: { version: '1.2.3' } };
      expect((await actions.createWorkflowDispatch(dispatch)).status).toBe(204);
      const { data } = await actions.listWorkflowRuns({
        ...repo,
        workflow_id: 'release.yml',
        event: 'workflow_dispatch',
      });
      expect(data.workflow_runs).toMatchObject([
        { status: 'queued', head_branch: 'topic', run_number: 2, conclusion: null },
      ]);
      const send = async (path: string, body: object): Promise<number> =>
        (await request('POST', `/actions/workflows/${path}/dispatches`, { body })).status;
      expect(await send('release.yml', { ref: 'none' })).toBe(422);
      expect(await send('none.yml', { ref: 'main' })).toBe(404);
      const inputs = Object.fromEntries(Array.from({ length: 26 }, (_, n) => [`i${n}`, '']));
      expect(await send('release.yml', { ref: 'main', inputs })).toBe(422);
      const workflow = world.state.repositories['example-org/tracker']?.workflows[0];
      expect(workflow?.dispatchable).toBe(true);
    });
  });

  const zip = Buffer.from([0x50, 0x4b, 5, 6, ...Array<number>(18).fill(0)]);

  function addArtifacts(world: GitHubWorld): void {
    prepare(world);
    const [first, second] = world.repository.runs;
    world.addArtifact(first?.id ?? 0, 'coverage', zip, 7);
    world.addArtifact(second?.id ?? 0, 'coverage', zip);
    world.addArtifact(second?.id ?? 0, 'logs', zip);
  }

  test(`${ACTIONS}/artifacts: of a run whose code came from a fork, the artifact and the run name the fork`, async () => {
    const fork = (world: GitHubWorld): void => {
      const run = world.addRun({ event: 'pull_request', headOwner: 'mallory' });
      world.addArtifact(run.id, 'coverage', zip);
    };
    await withGitHub({ prepare: fork }, async ({ octokit, repo, world }) => {
      const { data } = await octokit().rest.actions.listArtifactsForRepo(repo);
      const own = world.repository.id;
      const { repository_id, head_repository_id } = data.artifacts[0]?.workflow_run ?? {};
      expect([repository_id, head_repository_id === own]).toEqual([own, false]);
      const { data: runs } = await octokit().rest.actions.listWorkflowRunsForRepo(repo);
      expect(runs.workflow_runs[0]?.head_repository).toMatchObject({ full_name: 'mallory/tracker', fork: true });
    });
  });

  async function findArtifacts({ octokit, repo }: Stage, name: string): Promise<{ id: number; expired: boolean }[]> {
    const { data } = await octokit().rest.actions.listArtifactsForRepo({ ...repo, name });
    return data.artifacts.map(({ id, expired }) => ({ id, expired }));
  }

  test(`${ACTIONS}/artifacts: found by name, newest first; downloaded by the client from another host`, async () => {
    await withGitHub({ prepare: addArtifacts }, async (stage) => {
      const { octokit, repo, world, emulator } = stage;
      const ids = world.repository.artifacts.map(({ id }) => id);
      expect((await findArtifacts(stage, 'coverage')).map(({ id }) => id)).toEqual([ids[1], ids[0]]);
      const run_id = world.repository.runs[1]?.id ?? 0;
      const { data: ofRun } = await octokit().rest.actions.listWorkflowRunArtifacts({ ...repo, run_id });
      expect(ofRun.total_count).toBe(2);
      const { data } = await octokit().rest.actions.downloadArtifact({
        ...repo,
        artifact_id: ids[1] ?? 0,
        archive_format: 'zip',
      });
      expect(Buffer.from(data as ArrayBuffer)).toEqual(zip);
      expect(
        emulator.log
          .entries()
          .map(({ vendor, operation }) => [vendor, operation])
          .slice(-2),
      ).toEqual([
        ['github', 'actions/download-artifact'],
        ['github-storage', 'storage/download'],
      ]);
    });
  });

  test(`${ACTIONS}/artifacts: the address is good for a minute, alone, and not beyond the artifact's days`, async () => {
    await withGitHub({ prepare: addArtifacts }, async (stage) => {
      const { request, world, clock } = stage;
      const [id = 0] = world.repository.artifacts.map((artifact) => artifact.id);
      const { status, headers } = await request('GET', `/actions/artifacts/${id}/zip`);
      const address = headers.get('location') ?? '';
      expect(status).toBe(302);
      const get = async (url: string, init: RequestInit = {}): Promise<number> => (await fetch(url, init)).status;
      expect(await get(address)).toBe(200);
      expect(await get(address, { headers: { authorization: 'Bearer ghs_workflow' } })).toBe(400);
      expect(await get(address.replace(/sig=./, 'sig=x'))).toBe(403);
      clock.advanceBy(60_001);
      expect(await get(address)).toBe(403);
      clock.advanceBy(7 * DAY);
      expect(await findArtifacts(stage, 'coverage')).toEqual([
        expect.objectContaining({ expired: false }),
        { id, expired: true },
      ]);
      expect((await request('GET', `/actions/artifacts/${id}/zip`)).status).toBe(410);
      expect((await request('GET', `/actions/artifacts/${id}/tar`)).status).toBe(404);
    });
  });
});
