import { describe, expect, test } from '@jest/globals';
import { withGitHub } from './github-harness.ts';

describe('refs through the real client', () => {
  test('are made, read, moved and deleted', async () => {
    await withGitHub({}, async ({ octokit, repo, world }) => {
      const { rest } = octokit();
      const first = world.repository.refs['refs/heads/main'] ?? '';
      const made = await rest.git.createRef({ ...repo, ref: 'refs/heads/ledger', sha: first });
      expect(made.status).toBe(201);
      const got = await rest.git.getRef({ ...repo, ref: 'heads/ledger' });
      expect(got.data.object).toMatchObject({ type: 'commit', sha: first });
      await rest.git.deleteRef({ ...repo, ref: 'heads/ledger' });
      await expect(rest.git.getRef({ ...repo, ref: 'heads/ledger' })).rejects.toMatchObject({ status: 404 });
    });
  });
});
