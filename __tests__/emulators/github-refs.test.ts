import { describe, expect, test } from '@jest/globals';
import { listInterleavings } from '#emulators/base/interleavings';
import { chooseByActor, createScheduler } from '#emulators/base/scheduler';
import type { GitHubWorld } from '#emulators/github/world';
import { CREATE_COMMIT, UPDATE_REFS, ZEROS } from './github-drives.ts';
import { withGitHub, type Octokit, type Stage } from './github-harness.ts';

const REFS = 'https://docs.github.com/en/rest/git/refs';

/** main: one commit; `ahead` is one further, `aside` another one beside it. */
function prepare(world: GitHubWorld): void {
  world.branch('ahead');
  world.commit({ 'a.txt': 'a\n' }, { branch: 'ahead' });
  world.branch('aside');
  world.commit({ 'b.txt': 'b\n' }, { branch: 'aside' });
  world.branch('ledger');
}

function shaOf(world: GitHubWorld, branch: string): string {
  return world.repository.refs[`refs/heads/${branch}`] ?? '';
}

describe('refs through the real client', () => {
  test('are made, read, listed, moved and deleted', async () => {
    await withGitHub({ prepare }, async ({ octokit, repo, world }) => {
      const { git } = octokit().rest;
      const made = await git.createRef({ ...repo, ref: 'refs/heads/release/one', sha: shaOf(world, 'main') });
      expect([made.status, made.data.object.type]).toEqual([201, 'commit']);
      const moved = await git.updateRef({ ...repo, ref: 'heads/release/one', sha: shaOf(world, 'ahead') });
      expect([moved.status, moved.data.object.sha]).toEqual([200, shaOf(world, 'ahead')]);
      const got = await git.getRef({ ...repo, ref: 'heads/release/one' });
      expect(got.data.object.sha).toBe(shaOf(world, 'ahead'));
      const listed = await git.listMatchingRefs({ ...repo, ref: 'heads/a' });
      expect(listed.data.map(({ ref }) => ref)).toEqual(['refs/heads/ahead', 'refs/heads/aside']);
      expect((await git.listMatchingRefs({ ...repo, ref: 'heads/none' })).data).toEqual([]);
      expect((await git.deleteRef({ ...repo, ref: 'heads/release/one' })).status).toBe(204);
      await expect(git.getRef({ ...repo, ref: 'heads/release/one' })).rejects.toMatchObject({ status: 404 });
    });
  });
});

interface Rule {
  readonly rule: string;
  readonly method: string;
  readonly path: string;
  readonly body: (world: GitHubWorld) => object;
  readonly status: number;
  readonly message?: string;
}

const RULES: readonly Rule[] = [
  {
    rule: `${REFS}#get-a-reference: the name must be exact, a beginning is not enough`,
    method: 'GET',
    path: '/git/ref/heads/ledg',
    body: () => ({}),
    status: 404,
  },
  {
    rule: `${REFS}#create-a-reference: an existing one is never overwritten`,
    method: 'POST',
    path: '/git/refs',
    body: (world) => ({ ref: 'refs/heads/ledger', sha: shaOf(world, 'ahead') }),
    status: 422,
    message: 'Reference already exists',
  },
  {
    rule: `${REFS}#create-a-reference: "must start with 'refs' and have at least two slashes"`,
    method: 'POST',
    path: '/git/refs',
    body: (world) => ({ ref: 'heads/x', sha: shaOf(world, 'main') }),
    status: 422,
  },
  {
    rule: 'git-check-ref-format 3: no two dots',
    method: 'POST',
    path: '/git/refs',
    body: (world) => ({ ref: 'refs/heads/a..b', sha: shaOf(world, 'main') }),
    status: 422,
  },
  {
    rule: `${REFS}#create-a-reference: the object must exist`,
    method: 'POST',
    path: '/git/refs',
    body: () => ({ ref: 'refs/heads/x', sha: 'a'.repeat(40) }),
    status: 422,
    message: 'Object does not exist',
  },
  {
    rule: 'git: a branch holds commits only',
    method: 'POST',
    path: '/git/refs',
    body: (world) => {
      const commit = world.repository.objects[shaOf(world, 'main')];
      return { ref: 'refs/heads/x', sha: commit?.type === 'commit' ? commit.tree : '' };
    },
    status: 422,
  },
  {
    rule: `${REFS}#update-a-reference: a fast-forward is taken`,
    method: 'PATCH',
    path: '/git/refs/heads/ledger',
    body: (world) => ({ sha: shaOf(world, 'ahead') }),
    status: 200,
  },
  {
    rule: `${REFS}#update-a-reference: without force nothing else is`,
    method: 'PATCH',
    path: '/git/refs/heads/ahead',
    body: (world) => ({ sha: shaOf(world, 'aside') }),
    status: 422,
    message: 'Update is not a fast forward',
  },
  {
    rule: `${REFS}#update-a-reference: force takes all`,
    method: 'PATCH',
    path: '/git/refs/heads/ahead',
    body: (world) => ({ sha: shaOf(world, 'aside'), force: true }),
    status: 200,
  },
  {
    rule: `${REFS}#update-a-reference: it makes none`,
    method: 'PATCH',
    path: '/git/refs/heads/none',
    body: (world) => ({ sha: shaOf(world, 'main') }),
    status: 422,
    message: 'Reference does not exist',
  },
  {
    rule: `${REFS}#delete-a-reference: one that is not there`,
    method: 'DELETE',
    path: '/git/refs/heads/none',
    body: () => ({}),
    status: 422,
    message: 'Reference does not exist',
  },
];

test.each(RULES)('$rule', async ({ method, path, body, status, message }) => {
  await withGitHub({ prepare }, async ({ request, world, emulator }) => {
    const before = emulator.snapshot();
    const reply = await request(method, path, method === 'GET' ? {} : { body: body(world) });
    expect(reply.status).toBe(status);
    if (message !== undefined) expect(reply.body).toMatchObject({ message });
    if (status >= 400) expect(emulator.snapshot()).toEqual(before);
  });
});

interface Contest {
  readonly what: string;
  /** Requests that each writer sends. */
  readonly requests: number;
  /** Looks, then writes on what it saw; throws when somebody was faster. Returns what the winner leaves behind. */
  readonly write: (octokit: Octokit, stage: Pick<Stage, 'repo' | 'world'>, writer: string) => Promise<unknown>;
}

const CONTESTS: readonly Contest[] = [
  {
    what: 'POST git/refs (a claim that only one may hold)',
    requests: 1,
    write: ({ rest }, { repo, world }) =>
      rest.git.createRef({ ...repo, ref: 'refs/heads/lock', sha: shaOf(world, 'main') }),
  },
  {
    what: 'PATCH git/refs (commit on the head that was seen)',
    requests: 3,
    write: async ({ rest }, { repo, world }, writer) => {
      const { object } = (await rest.git.getRef({ ...repo, ref: 'heads/ledger' })).data;
      const main = world.repository.objects[shaOf(world, 'main')];
      const tree = main?.type === 'commit' ? main.tree : '';
      const commit = await rest.git.createCommit({ ...repo, message: writer, tree, parents: [object.sha] });
      return rest.git.updateRef({ ...repo, ref: 'heads/ledger', sha: commit.data.sha });
    },
  },
  {
    what: 'PUT contents (with the blob that was seen)',
    requests: 2,
    write: async ({ rest }, { repo }, writer) => {
      const { data } = await rest.repos.getContent({ ...repo, path: 'README.md' });
      const sha = 'sha' in data ? data.sha : '';
      const content = Buffer.from(writer).toString('base64');
      return rest.repos.createOrUpdateFileContents({ ...repo, path: 'README.md', message: writer, content, sha });
    },
  },
  {
    what: 'updateRefs (with beforeOid)',
    requests: 2,
    write: async (octokit, { repo, world }) => {
      const query =
        'query($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { id ref(qualifiedName: "refs/heads/ledger") { target { oid } } } }';
      const { repository } = await octokit.graphql<Seen>(query, repo);
      const to = repository.ref.target.oid === shaOf(world, 'main') ? 'ahead' : 'main';
      const update = {
        name: 'refs/heads/ledger',
        beforeOid: repository.ref.target.oid,
        afterOid: shaOf(world, to),
        force: true,
      };
      return octokit.graphql(UPDATE_REFS, { input: { repositoryId: repository.id, refUpdates: [update] } });
    },
  },
  {
    what: 'createCommitOnBranch (with expectedHeadOid)',
    requests: 2,
    write: async (octokit, { repo }, writer) => {
      const { object } = (await octokit.rest.git.getRef({ ...repo, ref: 'heads/ledger' })).data;
      const input = {
        branch: { repositoryNameWithOwner: `${repo.owner}/${repo.repo}`, branchName: 'ledger' },
        message: { headline: writer },
        expectedHeadOid: object.sha,
        fileChanges: { additions: [{ path: 'who', contents: Buffer.from(writer).toString('base64') }] },
      };
      return octokit.graphql(CREATE_COMMIT, { input });
    },
  },
];

interface Seen {
  readonly repository: { readonly id: string; readonly ref: { readonly target: { readonly oid: string } } };
}

describe('two writers, all interleavings', () => {
  test.each(CONTESTS)('$what: who saw the same as the other and comes second loses', async ({ requests, write }) => {
    for (const order of listInterleavings({ a: requests, b: requests })) {
      const scheduler = createScheduler({ callers: 2, choose: chooseByActor(order) });
      const tokens = (world: GitHubWorld): void => {
        prepare(world);
        for (const name of ['a', 'b']) world.addToken({ name });
      };
      await withGitHub({ prepare: tokens, scheduler }, async (stage) => {
        const attempt = (writer: string): Promise<boolean> =>
          write(stage.octokit(`ghs_${writer}`), stage, writer)
            .then(
              () => true,
              () => false,
            )
            .finally(scheduler.leave);
        const won = await Promise.all([attempt('a'), attempt('b')]);
        // Whoever looks after the other has written sees the new state, and may write too; a claim can be had only once.
        const [first = '', second = ''] = [...new Set(order)];
        const apart = requests > 1 && order.lastIndexOf(first) < order.indexOf(second);
        expect({ order, winners: won.filter(Boolean).length }).toEqual({ order, winners: apart ? 2 : 1 });
        expect(stage.emulator.log.entries().filter(({ status }) => status === 500)).toEqual([]);
      });
    }
  });
});

test('updateRefs is all or nothing', async () => {
  await withGitHub({ prepare }, async ({ octokit, world, emulator, repo }) => {
    const { repository } = await octokit().graphql<Seen>(
      'query($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { id } }',
      repo,
    );
    const update = (name: string, beforeOid: string): object => ({ name, beforeOid, afterOid: shaOf(world, 'ahead') });
    const before = emulator.snapshot();
    const run = (refUpdates: object[]): Promise<unknown> =>
      octokit().graphql(UPDATE_REFS, { input: { repositoryId: repository.id, refUpdates } });
    await expect(run([update('refs/heads/new', ZEROS), update('refs/heads/ledger', ZEROS)])).rejects.toThrow(/did not/);
    expect(emulator.snapshot()).toEqual(before);
    await run([update('refs/heads/new', ZEROS), update('refs/heads/ledger', shaOf(world, 'main'))]);
    const refs = (): Record<string, string> => emulator.snapshot().repositories['example-org/tracker']?.refs ?? {};
    expect([refs()['refs/heads/new'], refs()['refs/heads/ledger']]).toEqual([
      shaOf(world, 'ahead'),
      shaOf(world, 'ahead'),
    ]);
    await run([{ name: 'refs/heads/new', afterOid: ZEROS }]);
    expect(refs()['refs/heads/new']).toBeUndefined();
  });
});
