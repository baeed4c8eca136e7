import type { Answer } from '../../base/routes.ts';
import { notFound } from '../refusals.ts';
import { renderChange } from '../renderers/commits.ts';
import { diffPull, renderPull, renderPullSimple } from '../renderers/pulls.ts';
import { answerList, inRepository, read, REPOSITORY, type Call, type GitHubRoute } from '../routing.ts';
import type { Pull } from '../state.ts';

const DOCS = 'https://docs.github.com/en/rest/pulls/pulls?apiVersion=2022-11-28';

export const PULL_ROUTES: readonly GitHubRoute[] = [
  {
    operation: 'pulls/list',
    method: 'GET',
    path: `${REPOSITORY}/pulls`,
    needs: read('pull_requests'),
    source: `${DOCS}#list-pull-requests: open ones by default, newest first; head is owner:branch`,
    handler: inRepository(listPulls),
  },
  {
    operation: 'pulls/list-files',
    method: 'GET',
    path: `${REPOSITORY}/pulls/{pull_number}/files`,
    needs: read('pull_requests'),
    source: `${DOCS}#list-pull-requests-files: 3,000 files at most`,
    handler: inRepository(listFiles),
  },
  {
    operation: 'pulls/get',
    method: 'GET',
    path: `${REPOSITORY}/pulls/{pull_number}`,
    needs: read('pull_requests'),
    source: `${DOCS}#get-a-pull-request`,
    handler: inRepository((call) => ({ status: 200, body: renderPull(call.repository, call.links, findPull(call)) })),
  },
];

const MOST_FILES = 3_000;

function listPulls(call: Call): Answer {
  const { query, repository, links } = call;
  const { state = 'open', head, base, sort = 'created' } = query;
  const direction = query['direction'] ?? (sort === 'created' ? 'desc' : 'asc');
  const key = (pull: Pull): string => (sort === 'updated' ? pull.updatedAt : pull.createdAt);
  const found = repository.pulls
    .filter((pull) => state === 'all' || pull.state === state)
    .filter((pull) => head === undefined || !head.includes(':') || head === `${pull.headOwner}:${pull.headBranch}`)
    .filter((pull) => base === undefined || base === pull.baseBranch)
    .sort((a, b) => key(a).localeCompare(key(b)) || a.number - b.number);
  if (direction === 'desc') found.reverse();
  return answerList(
    call,
    found.map((pull) => renderPullSimple(repository, links, pull)),
  );
}

function listFiles(call: Call): Answer {
  const pull = findPull(call);
  const changes = diffPull(call.repository, pull).slice(0, MOST_FILES);
  return answerList(
    call,
    changes.map((change) => renderChange(call.links, pull.headSha, change)),
  );
}

function findPull({ params, repository }: Call): Pull {
  const pull = repository.pulls.find(({ number }) => `${number}` === params['pull_number']);
  if (pull === undefined) throw notFound();
  return pull;
}
