import { expect, test } from '@jest/globals';
import { withGitHub } from './github-harness.ts';

const CONTENTS = 'https://docs.github.com/en/rest/repos/contents';

test.each([
  { rule: `${CONTENTS}: a file`, path: '/contents/README.md', accept: '', text: /"encoding":"base64"/ },
  {
    rule: `${CONTENTS}: a file, raw`,
    path: '/contents/README.md',
    accept: 'application/vnd.github.raw+json',
    text: /^# tracker\n$/,
  },
  {
    rule: `${CONTENTS}: above 1 MB there is no content`,
    path: '/contents/huge.txt',
    accept: '',
    text: /"content":"","encoding":"none"/,
  },
  {
    rule: `${CONTENTS}: above 1 MB raw works`,
    path: '/contents/huge.txt',
    accept: 'application/vnd.github.raw',
    text: /^x{1000001}$/,
  },
  { rule: `${CONTENTS}: a directory is a list`, path: '/contents/src', accept: '', text: /^\[.*"path":"src\/a b\.ts"/ },
  {
    rule: `${CONTENTS}: at a ref`,
    path: '/contents/README.md?ref=none',
    accept: '',
    text: /No commit found for the ref none/,
  },
])('$rule', async ({ path, accept, text }) => {
  const files = { 'huge.txt': 'x'.repeat(1_000_001), 'src/a b.ts': '1' };
  await withGitHub({ prepare: (world) => world.commit(files) }, async ({ request }) => {
    expect((await request('GET', path, { headers: accept === '' ? {} : { accept } })).text).toMatch(text);
  });
});

test.each([
  { rule: `${CONTENTS}#create-or-update-file-contents: an existing file needs its sha`, body: {}, status: 422 },
  {
    rule: `${CONTENTS}#create-or-update-file-contents: the sha of the present blob`,
    body: { sha: 'b'.repeat(40) },
    status: 409,
  },
  {
    rule: `${CONTENTS}#create-or-update-file-contents: on a branch that is there`,
    body: { branch: 'none' },
    status: 404,
  },
  { rule: `${CONTENTS}#create-or-update-file-contents: content in base64`, body: { content: '???' }, status: 422 },
])('$rule', async ({ body, status }) => {
  await withGitHub({}, async ({ request, emulator }) => {
    const reply = await request('PUT', '/contents/README.md', { body: { message: 'm', content: 'eA==', ...body } });
    expect(reply.status).toBe(status);
    expect(emulator.log.writes()).toEqual([]);
  });
});

const TREES = 'https://docs.github.com/en/rest/git/trees';

test(`${TREES}: entries over base_tree, null deletes, a tree is mounted, content makes a blob`, async () => {
  const files = { 'a.txt': 'a\n', 'src/one.ts': '1\n', 'src/deep/two.ts': '2\n' };
  await withGitHub({ prepare: (world) => world.commit(files) }, async ({ octokit, repo }) => {
    const { git } = octokit().rest;
    const list = async (tree_sha: string): Promise<string[]> =>
      (await git.getTree({ ...repo, tree_sha, recursive: 'true' })).data.tree
        .filter(({ type }) => type === 'blob')
        .map(({ path }) => path);
    const { data: base } = await git.getTree({ ...repo, tree_sha: 'main' });
    const deep = base.tree.find(({ path }) => path === 'src')?.sha ?? '';
    const { data } = await git.createTree({
      ...repo,
      base_tree: base.sha,
      tree: [
        { path: 'a.txt', mode: '100644', type: 'blob', sha: null },
        { path: 'copy', mode: '040000', type: 'tree', sha: deep },
        { path: 'new/n.txt', mode: '100755', type: 'blob', content: 'n\n' },
      ],
    });
    expect(await list(data.sha)).toEqual([
      'README.md',
      'copy/deep/two.ts',
      'copy/one.ts',
      'new/n.txt',
      'src/deep/two.ts',
      'src/one.ts',
    ]);
    await expect(
      git.createTree({ ...repo, tree: [{ path: 'x', mode: '100644', type: 'blob', sha: 'c'.repeat(40) }] }),
    ).rejects.toMatchObject({ status: 422 });
  });
});
