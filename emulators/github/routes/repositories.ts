import type { Answer } from '../../base/routes.ts';
import { peel } from '../git-graph.ts';
import { nodeId } from '../links.ts';
import { notFound } from '../refusals.ts';
import { renderFullCommit } from '../renderers/commits.ts';
import { renderRepository } from '../renderers/repositories.ts';
import { answerCounted, answerList, inRepository, read, REPOSITORY, type Call, type GitHubRoute } from '../routing.ts';
import type { Schema } from '../schemas.ts';
import type { Environment } from '../state.ts';

const DOCS = 'https://docs.github.com/en/rest';

export const REPOSITORY_ROUTES: readonly GitHubRoute[] = [
  {
    operation: 'repos/get',
    method: 'GET',
    path: REPOSITORY,
    needs: read('metadata'),
    source: `${DOCS}/repos/repos#get-a-repository`,
    handler: inRepository(({ repository, links }) => ({ status: 200, body: renderRepository(repository, links) })),
  },
  {
    operation: 'repos/list-branches',
    method: 'GET',
    path: `${REPOSITORY}/branches`,
    needs: read('contents'),
    source: `${DOCS}/branches/branches#list-branches`,
    handler: inRepository(listBranches),
  },
  {
    operation: 'repos/get-branch',
    method: 'GET',
    path: `${REPOSITORY}/branches/{branch+}`,
    needs: read('contents'),
    source: `${DOCS}/branches/branches#get-a-branch`,
    handler: inRepository(getBranch),
  },
  {
    operation: 'repos/list-tags',
    method: 'GET',
    path: `${REPOSITORY}/tags`,
    needs: read('contents'),
    source: `${DOCS}/repos/repos#list-repository-tags: the commit behind an annotated tag`,
    handler: inRepository(listTags),
  },
  {
    operation: 'repos/get-all-environments',
    method: 'GET',
    path: `${REPOSITORY}/environments`,
    needs: read('actions'),
    source: `${DOCS}/deployments/environments#list-environments`,
    handler: inRepository((call) =>
      answerCounted(
        call,
        'environments',
        call.repository.environments.map((found) => renderEnvironment(call, found)),
      ),
    ),
  },
  {
    operation: 'repos/get-environment',
    method: 'GET',
    path: `${REPOSITORY}/environments/{environment_name+}`,
    needs: read('actions'),
    source: `${DOCS}/deployments/environments#get-an-environment`,
    handler: inRepository(getEnvironment),
  },
];

function listBranches(call: Call): Answer {
  const { repository, links } = call;
  const branches = namesBelow(repository.refs, 'refs/heads/').map(({ name, sha }): Schema<'short-branch'> => ({
    name,
    commit: { sha, url: `${links.api}/commits/${sha}` },
    protected: false,
  }));
  return answerList(call, branches);
}

function getBranch({ params, repository, links }: Call): Answer {
  const name = params['branch'] ?? '';
  const sha = repository.refs[`refs/heads/${name}`];
  if (sha === undefined) throw notFound('Branch not found');
  const self = `${links.api}/branches/${name}`;
  const body: Schema<'branch-with-protection'> = {
    name,
    commit: renderFullCommit(repository, links, sha),
    _links: { self, html: `${links.html}/tree/${name}` },
    protected: false,
    protection: { enabled: false },
    protection_url: `${self}/protection`,
  };
  return { status: 200, body };
}

function listTags(call: Call): Answer {
  const { repository, links } = call;
  const tags = namesBelow(repository.refs, 'refs/tags/').map(({ name, sha }): Schema<'tag'> => {
    const commit = peel(repository.objects, sha);
    return {
      name,
      commit: { sha: commit, url: `${links.api}/commits/${commit}` },
      zipball_url: `${links.api}/zipball/refs/tags/${name}`,
      tarball_url: `${links.api}/tarball/refs/tags/${name}`,
      node_id: nodeId('REF', `${repository.id}:refs/tags/${name}`),
    };
  });
  // GitHub lists the alphabetically last name first.
  return answerList(call, tags.reverse());
}

function getEnvironment(call: Call): Answer {
  const found = call.repository.environments.find(({ name }) => name === call.params['environment_name']);
  if (found === undefined) throw notFound();
  return { status: 200, body: renderEnvironment(call, found) };
}

function renderEnvironment({ links }: Call, { id, name, createdAt }: Environment): Schema<'environment'> {
  return {
    id,
    node_id: nodeId('EN', id),
    name,
    url: `${links.api}/environments/${encodeURIComponent(name)}`,
    html_url: `${links.html}/deployments/activity_log?environments_filter=${encodeURIComponent(name)}`,
    created_at: createdAt,
    updated_at: createdAt,
    protection_rules: [],
    deployment_branch_policy: null,
  };
}

function namesBelow(refs: Readonly<Record<string, string>>, prefix: string): { name: string; sha: string }[] {
  return Object.entries(refs)
    .filter(([ref]) => ref.startsWith(prefix))
    .map(([ref, sha]) => ({ name: ref.slice(prefix.length), sha }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
