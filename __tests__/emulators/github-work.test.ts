import { describe, expect, test } from '@jest/globals';
import type { GitHubWorld } from '#emulators/github/world';
import { withGitHub } from './github-harness.ts';

function mainOf(world: GitHubWorld): string {
  return world.repository.refs['refs/heads/main'] ?? '';
}

describe('issues and comments', () => {
  test('an issue is opened, found by label, closed and opened again', async () => {
    await withGitHub({}, async ({ octokit, repo }) => {
      const { issues } = octokit().rest;
      const { data } = await issues.create({ ...repo, title: 'Flaky', labels: ['slipway', 'flaky'] });
      await issues.create({ ...repo, title: 'Other', labels: ['slipway'] });
      const find = async (labels: string, state: 'open' | 'all' = 'open'): Promise<number[]> =>
        (await issues.listForRepo({ ...repo, labels, state })).data.map(({ number }) => number);
      expect(await find('slipway,flaky')).toEqual([data.number]);
      expect(await find('slipway')).toEqual([2, 1]);
      const closed = await issues.update({ ...repo, issue_number: data.number, state: 'closed' });
      expect(closed.data).toMatchObject({
        state: 'closed',
        state_reason: 'completed',
        closed_at: '2026-11-24T09:00:00Z',
      });
      expect(await find('flaky')).toEqual([]);
      expect(await find('flaky', 'all')).toEqual([data.number]);
      const again = await issues.update({ ...repo, issue_number: data.number, state: 'open', labels: [] });
      expect(again.data).toMatchObject({ state: 'open', state_reason: 'reopened', closed_at: null, labels: [] });
    });
  });

  test('comments of a pull request are written, changed, listed over pages and deleted', async () => {
    const prepare = (world: GitHubWorld): void => {
      world.branch('topic');
      world.openPull({ head: 'topic' });
    };
    await withGitHub({ prepare }, async ({ octokit, repo }) => {
      const client = octokit();
      const { issues } = client.rest;
      for (let n = 0; n < 35; n += 1) await issues.createComment({ ...repo, issue_number: 1, body: `${n}` });
      const all = await client.paginate(issues.listComments, { ...repo, issue_number: 1 });
      expect(all.map(({ body }) => body)).toEqual(Array.from({ length: 35 }, (_, n) => `${n}`));
      // The account behind the token, and not the name that it has here.
      expect(all[0]?.user).toMatchObject({ login: 'github-actions[bot]', type: 'Bot' });
      const comment_id = all[3]?.id ?? 0;
      expect((await issues.updateComment({ ...repo, comment_id, body: 'new' })).data.body).toBe('new');
      await issues.deleteComment({ ...repo, comment_id });
      await expect(issues.getComment({ ...repo, comment_id })).rejects.toMatchObject({ status: 404 });
      expect((await issues.get({ ...repo, issue_number: 1 })).data).toMatchObject({ comments: 34, pull_request: {} });
    });
  });

  test.each([
    {
      rule: 'a comment of 65,536 characters',
      path: '/issues/1/comments',
      body: { body: 'x'.repeat(65_536) },
      status: 201,
    },
    { rule: 'a longer one', path: '/issues/1/comments', body: { body: 'x'.repeat(65_537) }, status: 422 },
    { rule: 'an empty one', path: '/issues/1/comments', body: { body: ' ' }, status: 422 },
    { rule: 'one on nothing', path: '/issues/9/comments', body: { body: 'x' }, status: 404 },
    { rule: 'an issue without title', path: '/issues', body: { body: 'x' }, status: 422 },
    { rule: 'labels that are no list', path: '/issues', body: { title: 'x', labels: 'a' }, status: 422 },
  ])('https://docs.github.com/en/rest/issues: $rule is $status', async ({ path, body, status }) => {
    await withGitHub({}, async ({ request }) => {
      await request('POST', '/issues', { body: { title: 'One' } });
      expect((await request('POST', path, { body })).status).toBe(status);
    });
  });
});

describe('checks and statuses', () => {
  const CHECKS = 'https://docs.github.com/en/rest/checks/runs';
  const output = { title: 'T', summary: 'S' };

  test.each([
    {
      rule: 'a conclusion completes',
      body: { conclusion: 'success' },
      answer: { status: 'completed', conclusion: 'success', completed_at: '2026-11-24T09:00:00Z' },
    },
    { rule: 'queued by default', body: {}, answer: { status: 'queued', conclusion: null, completed_at: null } },
    { rule: 'completed needs a conclusion', body: { status: 'completed' }, status: 422 },
    { rule: 'an unknown conclusion', body: { conclusion: 'fine' }, status: 422 },
    {
      rule: '50 annotations',
      body: { output: { ...output, annotations: Array(50).fill({}) } },
      answer: { output: { annotations_count: 50 } },
    },
    { rule: '51 annotations', body: { output: { ...output, annotations: Array(51).fill({}) } }, status: 422 },
    {
      rule: 'a summary of 65,535 characters',
      body: { output: { ...output, summary: 'x'.repeat(65_535) } },
      answer: {},
    },
    { rule: 'a longer summary', body: { output: { ...output, summary: 'x'.repeat(65_536) } }, status: 422 },
    { rule: 'an unknown commit', body: { head_sha: 'd'.repeat(40) }, status: 422 },
  ])(`${CHECKS}: $rule`, async ({ body, status = 201, answer }) => {
    await withGitHub({}, async ({ request, world }) => {
      const reply = await request('POST', '/check-runs', { body: { name: 'gate', head_sha: mainOf(world), ...body } });
      expect(reply.status).toBe(status);
      if (answer !== undefined) expect(reply.body).toMatchObject(answer);
    });
  });

  test(`${CHECKS}: the newest of each name, annotations add up`, async () => {
    await withGitHub({}, async ({ octokit, repo, world }) => {
      const { checks } = octokit().rest;
      const create = async (name: string): Promise<number> =>
        (await checks.create({ ...repo, name, head_sha: mainOf(world), output: { ...output, annotations: [] } })).data
          .id;
      const [old, now, other] = [await create('gate'), await create('gate'), await create('lint')];
      const annotation = { path: 'a', start_line: 1, end_line: 1, annotation_level: 'failure' as const, message: 'm' };
      for (let n = 0; n < 2; n += 1) {
        await checks.update({
          ...repo,
          check_run_id: now,
          output: { ...output, annotations: [annotation, annotation] },
        });
      }
      expect((await checks.get({ ...repo, check_run_id: now })).data.output.annotations_count).toBe(4);
      const list = async (filter?: 'all'): Promise<number[]> =>
        (
          await checks.listForRef({ ...repo, ref: 'main', ...(filter === undefined ? {} : { filter }) })
        ).data.check_runs.map(({ id }) => id);
      expect(await list()).toEqual([other, now]);
      expect(await list('all')).toEqual([other, now, old]);
    });
  });

  test.each([
    { states: [], combined: 'pending' },
    { states: ['success', 'success'], combined: 'success' },
    { states: ['success', 'pending'], combined: 'pending' },
    { states: ['pending', 'failure'], combined: 'failure' },
    { states: ['success', 'error'], combined: 'failure' },
  ] as const)('statuses/statuses: $states is $combined', async ({ states, combined }) => {
    await withGitHub({}, async ({ octokit, repo, world }) => {
      const { repos } = octokit().rest;
      const sha = mainOf(world);
      for (const [index, state] of states.entries()) {
        await repos.createCommitStatus({ ...repo, sha, state: 'pending', context: `${index}` });
        await repos.createCommitStatus({ ...repo, sha, state, context: `${index}` });
      }
      const { data } = await repos.getCombinedStatusForRef({ ...repo, ref: 'heads/main' });
      expect([data.state, data.total_count]).toEqual([combined, states.length]);
    });
  });
});

describe('releases and tags', () => {
  const RELEASES = 'https://docs.github.com/en/rest/releases/releases';

  test(`${RELEASES}: publishing makes the tag; a tag has one release; drafts are not found by tag`, async () => {
    await withGitHub({}, async ({ octokit, repo, world }) => {
      const { repos } = octokit().rest;
      const draft = await repos.createRelease({ ...repo, tag_name: 'app@1.0.0', draft: true });
      expect(draft.data).toMatchObject({ draft: true, published_at: null });
      const tags = async (): Promise<string[]> => (await repos.listTags(repo)).data.map(({ name }) => name);
      expect(await tags()).toEqual([]);
      await expect(repos.getReleaseByTag({ ...repo, tag: 'app@1.0.0' })).rejects.toMatchObject({ status: 404 });
      await repos.updateRelease({ ...repo, release_id: draft.data.id, draft: false });
      expect(await tags()).toEqual(['app@1.0.0']);
      expect((await repos.getReleaseByTag({ ...repo, tag: 'app@1.0.0' })).data.id).toBe(draft.data.id);
      const again = repos.createRelease({ ...repo, tag_name: 'app@1.0.0' });
      await expect(again).rejects.toMatchObject({ status: 422, message: expect.stringContaining('already_exists') });
      await repos.createRelease({ ...repo, tag_name: 'app@2.0.0-rc', prerelease: true });
      expect((await repos.getLatestRelease(repo)).data.tag_name).toBe('app@1.0.0');
      expect((await repos.listReleases(repo)).data.map(({ tag_name }) => tag_name)).toEqual([
        'app@2.0.0-rc',
        'app@1.0.0',
      ]);
      expect((await octokit().rest.git.getRef({ ...repo, ref: 'tags/app@1.0.0' })).data.object.sha).toBe(mainOf(world));
    });
  });

  test(`${RELEASES}#generate-release-notes-content-for-a-release: pull requests between two tags`, async () => {
    const prepare = (world: GitHubWorld): void => {
      for (const title of ['one', 'two']) {
        world.branch(title);
        const headSha = world.commit({ [title]: title }, { branch: title });
        const sha = world.commit({ [title]: title }, { branch: 'main', merges: [headSha] });
        const pull = world.openPull({ head: title, title });
        Object.assign(pull, { state: 'closed', mergedAt: pull.createdAt, mergeCommitSha: sha });
        world.repository.refs[`refs/tags/app@${title}`] = sha;
      }
      world.openPull({ head: 'two', title: 'three' });
    };
    await withGitHub({ prepare }, async ({ octokit, repo }) => {
      const { repos } = octokit().rest;
      const write = async (previous: string): Promise<string> =>
        (await repos.generateReleaseNotes({ ...repo, tag_name: 'app@two', previous_tag_name: previous })).data.body;
      const html = `https://github.com/${repo.owner}/${repo.repo}`;
      expect(await write('app@one')).toBe(
        `## What's Changed\n* two by @ada in ${html}/pull/2\n\n\n**Full Changelog**: ${html}/compare/app@one...app@two`,
      );
      await expect(write('app@none')).rejects.toMatchObject({ status: 422 });
      expect((await repos.listReleases(repo)).data).toEqual([]);
    });
  });
});

test('faults meet the real client as the plan wants: a write is carried out once, and the log shows it', async () => {
  await withGitHub({}, async ({ octokit, repo, faults, emulator }) => {
    const { issues } = octokit().rest;
    faults.add({ match: { operation: 'issues/create' }, fault: { kind: 'cut-after' } });
    await expect(issues.create({ ...repo, title: 'Once' })).rejects.toMatchObject({ status: 500 });
    faults.add({ match: { operation: 'issues/list-for-repo' }, fault: { kind: 'stale-read' } });
    expect((await issues.listForRepo(repo)).data).toEqual([]);
    expect((await issues.listForRepo(repo)).data.map(({ title }) => title)).toEqual(['Once']);
    expect(emulator.log.writes().map(({ operation, fault, status }) => [operation, fault, status])).toEqual([
      ['issues/create', 'cut-after', null],
    ]);
    expect(faults.unused()).toEqual([]);
  });
});
