import { nullable, number, record, text } from '#kit/shapes';
import type { GitHub } from './client.ts';
import type { WorkflowRun } from './runs.ts';

const mostPages = 10;

const pullShape = record(
  {
    number: number('whole', 1, Number.MAX_SAFE_INTEGER),
    head: record({ sha: text(64), repo: nullable(record({ full_name: text(300) }, 'ignored')) }, 'ignored'),
  },
  'ignored',
);

/**
 * The open pull request whose head is the code of a run: the same commit of the same repository. The event of a run says
 * no number for pull requests from forks (github/docs#22501), and what the run itself wrote could name any.
 * @returns its number, or why there is none
 * @throws VendorError
 */
export async function findPullRequest(
  github: GitHub,
  { headSha, headRepository, headBranch }: Pick<WorkflowRun, 'headSha' | 'headRepository' | 'headBranch'>,
): Promise<{ readonly number: number } | { readonly none: string }> {
  if (headRepository === null) return { none: 'the repository that the code came from has been deleted' };
  const [owner = ''] = headRepository.split('/');
  const question = {
    operation: 'find the pull request',
    route: 'GET /repos/{owner}/{repo}/pulls',
    parameters: { state: 'open', head: `${owner}:${headBranch}` },
  } as const;
  const found: number[] = [];
  for await (const page of github.pages(question, pullShape, mostPages)) {
    for (const { number, head } of page) {
      const same = head.sha === headSha && head.repo?.full_name.toLowerCase() === headRepository.toLowerCase();
      if (same) found.push(number);
    }
  }
  const [first, ...others] = found;
  if (first === undefined)
    return { none: `no open pull request has ${headSha} of ${headRepository} as its head: it is closed, or moved on` };
  if (others.length > 0)
    return {
      none: `${found.length} open pull requests have the head ${headSha}: ${found.map((one) => `#${one}`).join(', ')}`,
    };
  return { number: first };
}
