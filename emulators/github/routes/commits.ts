import type { Answer } from '../../base/routes.ts';
import { findMergeBase, listAncestors, listHistory, readCommit, resolveCommit } from '../git-graph.ts';
import { findEntry } from '../git-trees.ts';
import { notFound, unprocessable } from '../refusals.ts';
import { diffCommits, renderChange, renderCommit, renderFullCommit } from '../renderers/commits.ts';
import { renderPullSimple } from '../renderers/pulls.ts';
import { answerList, inRepository, read, REPOSITORY, type Call, type GitHubRoute } from '../routing.ts';
import type { Schema } from '../schemas.ts';
import type { Repository } from '../state.ts';

const DOCS = 'https://docs.github.com/en/rest/commits/commits?apiVersion=2022-11-28';

export const COMMIT_ROUTES: readonly GitHubRoute[] = [
  {
    operation: 'repos/list-commits',
    method: 'GET',
    path: `${REPOSITORY}/commits`,
    needs: read('contents'),
    source: `${DOCS}#list-commits: as git log from sha (default: the default branch), by path, since, until`,
    handler: inRepository(listCommits),
  },
  {
    operation: 'repos/list-pull-requests-associated-with-commit',
    method: 'GET',
    path: `${REPOSITORY}/commits/{commit_sha}/pulls`,
    needs: read('pull_requests'),
    source: `${DOCS}#list-pull-requests-associated-with-a-commit: the merged one on the default branch, else the open ones`,
    handler: inRepository(listPulls),
  },
  {
    operation: 'repos/compare-commits-with-basehead',
    method: 'GET',
    path: `${REPOSITORY}/compare/{basehead+}`,
    needs: read('contents'),
    source: `${DOCS}#compare-two-commits: three dots, files on the first page only and 300 at most`,
    handler: inRepository(compareCommits),
  },
  {
    operation: 'repos/get-commit',
    method: 'GET',
    path: `${REPOSITORY}/commits/{ref+}`,
    needs: read('contents'),
    source: `${DOCS}#get-a-commit: 422 for a name that is no commit`,
    handler: inRepository(getCommit),
  },
];

const MOST_FILES = 300;
/** Commits of a comparison where the caller does not ask for pages. */
const MOST_COMMITS = 250;

function listCommits(call: Call): Answer {
  const { query, repository, links } = call;
  const start = resolveCommit(repository, query['sha'] ?? repository.defaultBranch);
  if (start === undefined) throw notFound();
  const since = Date.parse(query['since'] ?? '1970-01-01T00:00:00Z');
  const until = Date.parse(query['until'] ?? '9999-01-01T00:00:00Z');
  const history = listHistory(repository.objects, start).filter((sha) => {
    const time = Date.parse(readCommit(repository.objects, sha)?.committer.date ?? '');
    return time >= since && time <= until && touches(repository, sha, query['path']);
  });
  return mapBody(answerList(call, history), (sha) => renderCommit(repository, links, sha));
}

function getCommit({ params, repository, links, request }: Call): Answer {
  const ref = params['ref'] ?? '';
  const sha = resolveCommit(repository, ref);
  if (sha === undefined) throw unprocessable(`No commit found for SHA: ${ref}`);
  if (/\bsha\b/.test(request.headers['accept'] ?? '')) {
    return { status: 200, headers: { 'content-type': 'application/vnd.github.sha; charset=utf-8' }, body: sha };
  }
  return { status: 200, body: renderFullCommit(repository, links, sha) };
}

function listPulls(call: Call): Answer {
  const { params, repository, links } = call;
  const sha = resolveCommit(repository, params['commit_sha'] ?? '');
  if (sha === undefined) throw unprocessable(`No commit found for SHA: ${params['commit_sha'] ?? ''}`);
  const merged = repository.pulls.filter((pull) => pull.mergeCommitSha === sha);
  const open = repository.pulls.filter(
    (pull) =>
      pull.state === 'open' &&
      listAncestors(repository.objects, pull.headSha).has(sha) &&
      !listAncestors(repository.objects, pull.baseSha).has(sha),
  );
  const found = merged.length > 0 ? merged : open;
  return answerList(
    call,
    found.map((pull) => renderPullSimple(repository, links, pull)),
  );
}

function compareCommits(call: Call): Answer {
  const { params, query, repository, links } = call;
  const { objects } = repository;
  const [baseName = '', headName] = (params['basehead'] ?? '').split('...');
  const base = resolveCommit(repository, baseName);
  const head = headName === undefined ? undefined : resolveCommit(repository, headName);
  if (base === undefined || head === undefined) throw notFound();
  const mergeBase = findMergeBase(objects, base, head);
  if (mergeBase === undefined) throw notFound(`No common ancestor between ${baseName} and ${headName ?? ''}.`);
  const ahead = listHistory(objects, head, listAncestors(objects, base)).reverse();
  const behind = listHistory(objects, base, listAncestors(objects, head));
  const page = Number(query['page'] ?? 1);
  const paged = query['page'] !== undefined || query['per_page'] !== undefined;
  const { headers = {}, body } = answerList(call, ahead);
  const shown = paged ? (body as string[]) : ahead.slice(-MOST_COMMITS);
  const url = `${links.api}/compare/${params['basehead'] ?? ''}`;
  const html = `${links.html}/compare/${params['basehead'] ?? ''}`;
  const comparison: Schema<'commit-comparison'> = {
    url,
    html_url: html,
    permalink_url: `${links.html}/compare/${base}...${head}`,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    base_commit: renderCommit(repository, links, base),
    merge_base_commit: renderCommit(repository, links, mergeBase),
    status: COMPARISONS[`${ahead.length > 0},${behind.length > 0}`] ?? 'identical',
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    commits: shown.map((sha) => renderCommit(repository, links, sha)),
    files:
      page > 1
        ? []
        : diffCommits(repository, mergeBase, head)
            .slice(0, MOST_FILES)
            .map((change) => renderChange(links, head, change)),
  };
  return { status: 200, headers: paged ? headers : {}, body: comparison };
}

/** By whether head is ahead, and whether it is behind. */
const COMPARISONS: Readonly<Record<string, Schema<'commit-comparison'>['status']>> = {
  'true,true': 'diverged',
  'true,false': 'ahead',
  'false,true': 'behind',
  'false,false': 'identical',
};

// A commit touches a path when the path's entry differs from that of the first parent.
function touches({ objects }: Repository, sha: string, path: string | undefined): boolean {
  if (path === undefined || path === '') return true;
  const commit = readCommit(objects, sha);
  const parent = readCommit(objects, commit?.parents[0] ?? '');
  return findEntry(objects, commit?.tree ?? '', path)?.sha !== findEntry(objects, parent?.tree ?? '', path)?.sha;
}

// Pages are cut before they are rendered: rendering a whole history would cost more than the page.
function mapBody(answer: Answer, render: (item: string) => unknown): Answer {
  return { ...answer, body: (answer.body as string[]).map(render) };
}
