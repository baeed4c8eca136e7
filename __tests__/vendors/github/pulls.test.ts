import { expect, test } from '@jest/globals';
import type { GitHubWorld } from '#emulators/github/world';
import { findPullRequest } from '#vendors/github/pulls';
import { withClient } from './stage.ts';

/** A repository with topic branches, and a fork of it that has some of the same names and commits. */
function prepare(world: GitHubWorld): void {
  for (const name of ['topic', 'same', 'closed']) {
    world.branch(name);
    world.commit({ [`${name}.txt`]: name }, { branch: name });
  }
  world.openPull({ head: 'topic' });
  world.openPull({ head: 'topic', headOwner: 'mallory', headSha: headOf(world, 'topic') });
  world.openPull({ head: 'topic', headOwner: 'eve', headSha: headOf(world, 'same') });
  world.openPull({ head: 'same' });
  world.branch('release');
  world.openPull({ head: 'same', baseBranch: 'release' });
  world.openPull({ head: 'closed', state: 'closed' });
}

function headOf(world: GitHubWorld, branch: string): string {
  return world.repository.refs[`refs/heads/${branch}`] ?? '';
}

test.each([
  ['the same commit of the same repository', 'topic', 'example-org/tracker', 'topic', { number: 1 }],
  ['names of repositories are matched without case', 'topic', 'example-org/Tracker', 'topic', { number: 1 }],
  ['of a fork', 'topic', 'mallory/tracker', 'topic', { number: 2 }],
  ['of another fork whose branch has the same name', 'same', 'eve/tracker', 'topic', { number: 3 }],
  ['a fork that was renamed is another repository', 'topic', 'mallory/other', 'topic', /^no open pull request has/],
  ['the commit of somebody else', 'same', 'mallory/tracker', 'topic', /^no open pull request has/],
  ['a closed one', 'closed', 'example-org/tracker', 'closed', /it is closed, or moved on/],
  ['two at once', 'same', 'example-org/tracker', 'same', /^2 open pull requests have the head \w+: #5, #4$/],
  ['a fork that was deleted', 'topic', null, 'topic', /has been deleted$/],
] as const)('%s', async (_, commitOf, headRepository, headBranch, expected) => {
  await withClient({ prepare }, async ({ github, world }) => {
    const found = await findPullRequest(github(), { headSha: headOf(world, commitOf), headRepository, headBranch });
    expect(found).toEqual(expected instanceof RegExp ? { none: expect.stringMatching(expected) } : expected);
  });
});

test('it is found among hundreds, and one that has moved on is not', async () => {
  const many = (world: GitHubWorld): void => {
    prepare(world);
    for (let n = 0; n < 230; n += 1) world.openPull({ head: 'topic', headSha: 'a'.repeat(40) });
  };
  await withClient({ prepare: many }, async ({ github, world, asked }) => {
    const run = { headSha: headOf(world, 'topic'), headRepository: 'example-org/tracker', headBranch: 'topic' };
    expect(await findPullRequest(github(), run)).toEqual({ number: 1 });
    expect(asked()).toEqual(Array(3).fill('pulls/list'));
    expect(await findPullRequest(github(), { ...run, headSha: 'b'.repeat(40) })).toEqual({
      none: expect.stringContaining('moved on'),
    });
  });
});
