import { list, record, text } from '#kit/shapes';
import { orMissing } from './client.ts';
import type { GitHub } from './client.ts';

const sha = text(64, /^[0-9a-f]{40,64}$/, 'the full name of a commit');
const commitShape = record({ sha, parents: list(record({ sha }, 'ignored')) }, 'ignored');

/** Requests for one chain: each brings 100 commits, and begins where the first parents of the one before end. */
const mostRequests = 12;

/**
 * The best common ancestor of two revisions; undefined when they have none, or one of them is not known.
 * @throws VendorError
 */
export async function findMergeBase(github: GitHub, base: string, head: string): Promise<string | undefined> {
  const question = {
    operation: 'find the merge base',
    route: 'GET /repos/{owner}/{repo}/compare/{basehead}',
    // One commit of the comparison is enough: what is asked for does not depend on the page.
    parameters: { basehead: `${base}...${head}`, per_page: 1 },
  } as const;
  const comparison = record({ merge_base_commit: record({ sha }, 'ignored') }, 'ignored');
  const found = await orMissing(github.read(question, comparison));
  return found?.merge_base_commit.sha;
}

/**
 * A commit and its first parents, the nearest first. Second parents are what a merge brought in: they were never the
 * state of the branch.
 *
 * The API lists commits by time, so those of merged branches come in between, and a page may lack the next one. Then the
 * list begins anew at that one, which is always its first: at least one step further for each request.
 * @param most commits; the chain is shorter where history or the limit of requests ends
 * @throws VendorError
 */
export async function followFirstParents(github: GitHub, start: string, most: number): Promise<readonly string[]> {
  const parents = new Map<string, string | undefined>();
  const chain: string[] = [];
  let requests = 0;
  for (let next: string | undefined = start; next !== undefined && chain.length < most; next = parents.get(next)) {
    if (!parents.has(next)) {
      if (requests === mostRequests) break;
      requests += 1;
      for (const commit of await listCommits(github, next)) parents.set(commit.sha, commit.parents[0]?.sha);
      if (!parents.has(next)) break;
    }
    chain.push(next);
  }
  return chain;
}

async function listCommits(github: GitHub, start: string): Promise<readonly ReturnType<typeof commitShape>[]> {
  const question = {
    operation: 'list the commits before the change',
    route: 'GET /repos/{owner}/{repo}/commits',
    parameters: { sha: start },
  } as const;
  for await (const page of github.pages(question, commitShape, 1)) return page;
  return [];
}
