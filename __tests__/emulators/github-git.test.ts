import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findMergeBase, listHistory } from '#emulators/github/git-graph';
import { hashObject, toBlob, writeObject, type ObjectStore, type Person } from '#emulators/github/git-objects';
import { writeTree, type Files } from '#emulators/github/git-trees';
import { diffLines } from '#emulators/github/line-diff';
import type { GitHubWorld } from '#emulators/github/world';
import { withGitHub } from './github-harness.ts';

const ADA: Person = { name: 'Ada Example', email: 'ada@example.com', date: '2026-11-24T09:00:00Z' };

test('objects have the ids that git gives them', () => {
  // From `git add`, `git commit` and `git tag -a` on these files, as this person at this time.
  const objects: ObjectStore = {};
  const files: Files = new Map();
  for (const [path, content] of Object.entries({
    'a.txt': 'hello\n',
    'a/b': 'x',
    'a-b': 'y\n',
    'run.sh': '#!/bin/sh\n',
  })) {
    const sha = writeObject(objects, toBlob(content));
    files.set(path, { mode: path === 'run.sh' ? '100755' : '100644', type: 'blob', sha });
  }
  expect(files.get('a.txt')?.sha).toBe('ce013625030ba8dba906f756967f9e9ca394464a');
  const tree = writeTree(objects, files);
  expect(tree).toBe('5d518b4676fd4dc14932bc0b64ae1dc4ffe92576');
  const root = objects[tree];
  expect(root?.type === 'tree' ? root.entries.map(({ name }) => name) : []).toEqual(['a-b', 'a.txt', 'a', 'run.sh']);
  const commit = hashObject({ type: 'commit', tree, parents: [], author: ADA, committer: ADA, message: 'Begin\n' });
  expect(commit).toBe('becf138a55489e2d2d6ca2297b4984a7032b7141');
  expect(
    hashObject({ type: 'tag', object: commit, objectType: 'commit', tag: 'v1', tagger: ADA, message: 'One\n' }),
  ).toBe('23af39ecba88f6f75114f3fc99125e75c8c1bf92');
  expect(hashObject({ type: 'tree', entries: [] })).toBe('4b825dc642cb6eb9a060e54bf8d69288fbee4904');
});

describe('a diff', () => {
  /** Applies unified hunks, as `patch` does; throws where a line that must be there is not. */
  function applyPatch(before: string, patch: string): string {
    const old = before.split('\n');
    const result: string[] = [];
    let at = 0;
    let cutNewline = before !== '' && !before.endsWith('\n');
    for (const hunk of patch.split(/^(?=@@ )/m).filter((part) => part !== '')) {
      const [head = '', ...lines] = hunk.replace(/\n$/, '').split('\n');
      const [, start = '0', length] = /^@@ -(\d+)(?:,(\d+))? /.exec(head) ?? [];
      const first = length === '0' ? Number(start) : Number(start) - 1;
      while (at < first) result.push(old[at++] ?? '');
      for (const [index, line] of lines.entries()) {
        const marked = lines[index + 1]?.startsWith('\\') === true;
        if (line.startsWith(' ') || line.startsWith('-')) {
          if (old[at] !== line.slice(1)) throw new Error(`"${old[at] ?? ''}" is not "${line.slice(1)}"`);
          at += 1;
        }
        if (line.startsWith(' ') || line.startsWith('+')) {
          result.push(line.slice(1));
          cutNewline = marked;
        }
      }
    }
    const rest = old.slice(at).filter((line, index, all) => index < all.length - 1 || line !== '');
    if (rest.length > 0) cutNewline = !before.endsWith('\n');
    const lines = [...result, ...rest];
    return lines.join('\n') + (lines.length === 0 || cutNewline ? '' : '\n');
  }

  test('turns one text into the other, for any two texts', () => {
    const text = fc
      .tuple(fc.array(fc.constantFrom('a', 'b', 'c', 'd')), fc.boolean())
      .map(([lines, newline]) => lines.join('\n') + (newline && lines.length > 0 ? '\n' : ''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { patch, additions, deletions } = diffLines(before, after);
        expect(applyPatch(before, patch)).toBe(after);
        expect(patch === '').toBe(before === after);
        expect(patch.match(/^\+/gm)?.length ?? 0).toBe(additions);
        expect(patch.match(/^-/gm)?.length ?? 0).toBe(deletions);
      }),
      { numRuns: 500 },
    );
  });

  test('has the form of git diff: three lines of context, hunks apart, lengths of 1 left out', () => {
    const lines = Array.from({ length: 20 }, (_, index) => `${index + 1}`);
    const after = lines.map((line) => (line === '2' || line === '19' ? `${line}!` : line));
    expect(diffLines(`${lines.join('\n')}\n`, `${after.join('\n')}\n`).patch).toBe(
      [
        '@@ -1,5 +1,5 @@',
        ' 1',
        '-2',
        '+2!',
        ' 3',
        ' 4',
        ' 5',
        '@@ -16,5 +16,5 @@',
        ' 16',
        ' 17',
        ' 18',
        '-19',
        '+19!',
        ' 20',
      ].join('\n'),
    );
    expect(diffLines('', 'x\n').patch).toBe('@@ -0,0 +1 @@\n+x');
    expect(diffLines('x', 'x\n').patch).toBe('@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+x');
  });
});

/** main - - m1 - - m2, topic: t1 from main's first commit, then m1 merged, then t2. */
function prepare(world: GitHubWorld): void {
  world.commit({ 'big.ts': 'one\ntwo\nthree\nfour\n', 'gone.ts': 'x\n', 'logo.bin': new Uint8Array([0, 1, 2]) });
  world.branch('topic');
  world.commit({ 'm.txt': '1\n' });
  const m1 = world.repository.refs['refs/heads/main'] ?? '';
  world.commit({ 't.txt': '1\n' }, { branch: 'topic' });
  world.commit({ 'm.txt': '1\n' }, { branch: 'topic', merges: [m1], message: 'Merge main' });
  world.commit({ 'm.txt': '2\n' });
  world.commit(
    {
      'big.ts': null,
      'moved/big.ts': 'one\ntwo\nTHREE\nfour\n',
      'gone.ts': null,
      'logo.bin': new Uint8Array([0, 9]),
      'new.ts': 'n\n',
    },
    { branch: 'topic' },
  );
  world.openPull({ head: 'topic' });
}

describe('history', () => {
  test('the merge base follows merges', () => {
    const objects: ObjectStore = {};
    let seconds = 0;
    const commit = (...parents: string[]): string => {
      const date = new Date(Date.UTC(2026, 0, 1) + 1_000 * seconds++).toISOString().replace('.000Z', 'Z');
      const author = { ...ADA, date };
      return writeObject(objects, {
        type: 'commit',
        tree: '',
        parents,
        author,
        committer: author,
        message: `${seconds}`,
      });
    };
    const root = commit();
    const [a, b] = [commit(root), commit(root)];
    const merged = commit(a, b);
    expect(findMergeBase(objects, a, b)).toBe(root);
    expect(findMergeBase(objects, merged, commit(b))).toBe(b);
    expect(findMergeBase(objects, a, merged)).toBe(a);
    expect(findMergeBase(objects, root, commit())).toBeUndefined();
    expect(listHistory(objects, merged)).toEqual([merged, b, a, root]);
  });

  test('compare: from the merge base, with what is ahead and behind', async () => {
    await withGitHub({ prepare }, async ({ octokit, repo, world }) => {
      const { data } = await octokit().rest.repos.compareCommitsWithBasehead({ ...repo, basehead: 'main...topic' });
      const m1 = (world.repository.objects[world.repository.refs['refs/heads/main'] ?? ''] as { parents: string[] })
        .parents[0];
      expect(data).toMatchObject({ status: 'diverged', ahead_by: 3, behind_by: 1, total_commits: 3 });
      expect(data.merge_base_commit.sha).toBe(m1);
      expect(data.commits.at(-1)?.sha).toBe(world.repository.refs['refs/heads/topic']);
      expect(data.files?.map(({ filename }) => filename)).toEqual([
        'gone.ts',
        'logo.bin',
        'moved/big.ts',
        'new.ts',
        't.txt',
      ]);
      const compare = (basehead: string): Promise<{ data: { status: string } }> =>
        octokit().rest.repos.compareCommitsWithBasehead({ ...repo, basehead });
      expect((await compare('main...main')).data.status).toBe('identical');
      expect((await compare(`main...${m1 ?? ''}`)).data.status).toBe('behind');
      expect((await compare(`${m1 ?? ''}...main`)).data.status).toBe('ahead');
      await expect(compare('main...none')).rejects.toMatchObject({ status: 404 });
    });
  });

  test("a pull request's files: renames with their source, binaries without patch", async () => {
    await withGitHub({ prepare }, async ({ octokit, repo }) => {
      const { data } = await octokit().rest.pulls.listFiles({ ...repo, pull_number: 1 });
      expect(
        data.map(({ filename, status, additions, deletions }) => [filename, status, additions, deletions]),
      ).toEqual([
        ['gone.ts', 'removed', 0, 1],
        ['logo.bin', 'modified', 0, 0],
        ['moved/big.ts', 'renamed', 1, 1],
        ['new.ts', 'added', 1, 0],
        ['t.txt', 'added', 1, 0],
      ]);
      const [, binary, renamed] = data;
      expect(binary?.patch).toBeUndefined();
      expect(renamed).toMatchObject({
        previous_filename: 'big.ts',
        patch: '@@ -1,4 +1,4 @@\n one\n two\n-three\n+THREE\n four',
      });
      const { data: pull } = await octokit().rest.pulls.get({ ...repo, pull_number: 1 });
      expect([pull.changed_files, pull.additions, pull.deletions, pull.commits]).toEqual([5, 3, 2, 3]);
    });
  });

  test('pages of commits, walked by the client, are the history', async () => {
    const many = (world: GitHubWorld): void => {
      for (let index = 0; index < 70; index += 1) world.commit({ 'n.txt': `${index}\n` }, { message: `${index}` });
    };
    await withGitHub({ prepare: many }, async ({ octokit, repo, emulator }) => {
      const client = octokit();
      const commits = await client.paginate(client.rest.repos.listCommits, { ...repo });
      expect(commits.map(({ commit }) => commit.message)).toEqual([
        ...Array.from({ length: 70 }, (_, index) => `${69 - index}`),
        'Begin',
      ]);
      expect(emulator.log.entries()).toHaveLength(3);
      const touching = await client.rest.repos.listCommits({ ...repo, path: 'README.md' });
      expect(touching.data.map(({ commit }) => commit.message)).toEqual(['Begin']);
    });
  });

  test('an open pull request follows its branch', async () => {
    await withGitHub({ prepare }, async ({ octokit, repo }) => {
      const { rest } = octokit();
      const content = Buffer.from('more\n').toString('base64');
      const { data } = await rest.repos.createOrUpdateFileContents({
        ...repo,
        path: 'more.txt',
        message: 'More',
        content,
        branch: 'topic',
      });
      expect((await rest.pulls.get({ ...repo, pull_number: 1 })).data.head.sha).toBe(data.commit.sha);
    });
  });
});
