import { VendorError } from '#kit/errors';
import { record } from '#kit/shapes';
import type { FileChange, Written } from './branch-files.ts';
import { objectId, readHead } from './branch-head.ts';
import type { GitHub } from './client.ts';

const commitDocument = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;

const commitShape = record(
  { createCommitOnBranch: record({ commit: record({ oid: objectId }, 'ignored') }, 'ignored') },
  'ignored',
);

/** https://docs.github.com/en/graphql/reference/commits#createcommitonbranch */
export async function commitOnBranch(github: GitHub, change: FileChange, expectedHeadOid: string): Promise<Written> {
  const { branch, additions, deletions, message } = change;
  const [headline = '', ...rest] = message.split('\n');
  const input = {
    branch: { repositoryNameWithOwner: `${github.owner}/${github.name}`, branchName: branch },
    expectedHeadOid,
    message: { headline, body: rest.join('\n').trim() },
    fileChanges: {
      additions: [...additions].map(([path, content]) => ({ path, contents: Buffer.from(content).toString('base64') })),
      deletions: deletions.map((path) => ({ path })),
    },
  };
  const question = { operation: `write to the branch ${branch}`, document: commitDocument, variables: { input } };
  try {
    const { createCommitOnBranch } = await github.graphql(question, commitShape);
    return { is: 'written', head: createCommitOnBranch.commit.oid };
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    if (error.details.ambiguous) return { is: 'unknown', error };
    if (error.details.code === 'STALE_DATA') return { is: 'moved' };
    // Of a branch that is gone GitHub says the same as of a repository that is out of sight.
    if (error.details.code === 'NOT_FOUND' && (await readHead(github, branch, [])).head === undefined)
      return { is: 'moved' };
    throw error;
  }
}
