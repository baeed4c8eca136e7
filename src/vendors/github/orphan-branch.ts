import { record } from '#kit/shapes';
import type { FileChange, Written } from './branch-files.ts';
import { objectId } from './branch-head.ts';
import type { GitHub } from './client.ts';
import { createRef } from './refs.ts';

const shaShape = record({ sha: objectId }, 'ignored');

/**
 * A first commit that descends from none, so that a branch of its own begins with it. Until it is claimed nothing shows it;
 * so who is refused, or never comes to it, leaves nothing behind that anybody sees.
 * @returns claims the name of the branch for the commit; of two who claim it, one is told that it `moved`
 * @throws VendorError
 */
export async function createBranchClaim(
  github: GitHub,
  { branch, additions, message }: Pick<FileChange, 'branch' | 'additions' | 'message'>,
): Promise<() => Promise<Written>> {
  // A tree makes the blobs of its files too: https://docs.github.com/en/rest/git/trees#create-a-tree.
  const tree = await github.read(
    {
      operation: `prepare the files of the branch ${branch}`,
      route: 'POST /repos/{owner}/{repo}/git/trees',
      parameters: {
        tree: [...additions].map(([path, content]) => ({
          path,
          mode: '100644' as const,
          type: 'blob' as const,
          content,
        })),
      },
      repeatable: true,
    },
    shaShape,
  );
  const commit = await github.read(
    {
      operation: `prepare the first commit of the branch ${branch}`,
      route: 'POST /repos/{owner}/{repo}/git/commits',
      parameters: { message, tree: tree.sha, parents: [] },
      repeatable: true,
    },
    shaShape,
  );
  return async () => {
    const made = await createRef(github, `refs/heads/${branch}`, commit.sha);
    if (made.is === 'created') return { is: 'written', head: commit.sha };
    return made.is === 'taken' ? { is: 'moved' } : made;
  };
}
