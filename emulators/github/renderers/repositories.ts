import { nodeId, type Links } from '../links.ts';
import type { Schema } from '../schemas.ts';
import type { Repository } from '../state.ts';
import { renderUser } from './users.ts';

/** A repository with all its parts: fits where the description asks for a full, an ordinary or a minimal one. */
export type RenderedRepository = Omit<Schema<'full-repository'> & Schema<'repository'>, 'license'> & { license: null };

export function renderRepository(repository: Repository, links: Links): RenderedRepository {
  const { api, html } = links;
  const { owner, name } = repository;
  const openIssues = [...repository.issues, ...repository.pulls].filter(({ state }) => state === 'open').length;
  return {
    id: repository.id,
    node_id: nodeId('R', repository.id),
    name,
    full_name: `${owner}/${name}`,
    owner: renderUser(links, owner),
    private: repository.private,
    visibility: repository.private ? 'private' : 'public',
    html_url: html,
    description: null,
    fork: false,
    url: api,
    archive_url: `${api}/{archive_format}{/ref}`,
    assignees_url: `${api}/assignees{/user}`,
    blobs_url: `${api}/git/blobs{/sha}`,
    branches_url: `${api}/branches{/branch}`,
    collaborators_url: `${api}/collaborators{/collaborator}`,
    comments_url: `${api}/comments{/number}`,
    commits_url: `${api}/commits{/sha}`,
    compare_url: `${api}/compare/{base}...{head}`,
    contents_url: `${api}/contents/{+path}`,
    contributors_url: `${api}/contributors`,
    deployments_url: `${api}/deployments`,
    downloads_url: `${api}/downloads`,
    events_url: `${api}/events`,
    forks_url: `${api}/forks`,
    git_commits_url: `${api}/git/commits{/sha}`,
    git_refs_url: `${api}/git/refs{/sha}`,
    git_tags_url: `${api}/git/tags{/sha}`,
    hooks_url: `${api}/hooks`,
    issue_comment_url: `${api}/issues/comments{/number}`,
    issue_events_url: `${api}/issues/events{/number}`,
    issues_url: `${api}/issues{/number}`,
    keys_url: `${api}/keys{/key_id}`,
    labels_url: `${api}/labels{/name}`,
    languages_url: `${api}/languages`,
    merges_url: `${api}/merges`,
    milestones_url: `${api}/milestones{/number}`,
    notifications_url: `${api}/notifications{?since,all,participating}`,
    pulls_url: `${api}/pulls{/number}`,
    releases_url: `${api}/releases{/id}`,
    stargazers_url: `${api}/stargazers`,
    statuses_url: `${api}/statuses/{sha}`,
    subscribers_url: `${api}/subscribers`,
    subscription_url: `${api}/subscription`,
    tags_url: `${api}/tags`,
    teams_url: `${api}/teams`,
    trees_url: `${api}/git/trees{/sha}`,
    git_url: `git://github.com/${owner}/${name}.git`,
    ssh_url: `git@github.com:${owner}/${name}.git`,
    clone_url: `${html}.git`,
    svn_url: html,
    mirror_url: null,
    homepage: null,
    language: null,
    forks_count: 0,
    stargazers_count: 0,
    watchers_count: 0,
    subscribers_count: 0,
    network_count: 0,
    size: 0,
    default_branch: repository.defaultBranch,
    open_issues_count: openIssues,
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- gone only from version 2026-03-10 (versions.ts)
    has_downloads: false,
    has_discussions: false,
    archived: false,
    disabled: false,
    pushed_at: repository.createdAt,
    created_at: repository.createdAt,
    updated_at: repository.createdAt,
    license: null,
    forks: 0,
    open_issues: openIssues,
    watchers: 0,
  };
}

/** The repository that a head comes from: this one or a fork, which shares its objects. */
export function renderHome(repository: Repository, links: Links, owner: string): RenderedRepository {
  if (owner === repository.owner) return renderRepository(repository, links);
  const { name } = repository;
  const api = `${links.origin}/repos/${owner}/${name}`;
  const fork = { ...repository, owner, id: homeId(repository, owner) };
  return { ...renderRepository(fork, { ...links, api, html: `https://github.com/${owner}/${name}` }), fork: true };
}

export function homeId(repository: Repository, owner: string): number {
  return owner === repository.owner ? repository.id : repository.id + 1;
}
