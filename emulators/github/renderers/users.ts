import { createHash } from 'node:crypto';
import { nodeId, type Links } from '../links.ts';
import type { Schema } from '../schemas.ts';

/** An account; names in `[bot]` are apps. */
export function renderUser(links: Links, login: string): Schema<'simple-user'> {
  const id = userId(login);
  const api = links.user(login);
  return {
    login,
    id,
    node_id: nodeId('U', id),
    avatar_url: `https://avatars.githubusercontent.com/u/${id}?v=4`,
    gravatar_id: '',
    url: api,
    html_url: `https://github.com/${login}`,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type: login.endsWith('[bot]') ? 'Bot' : 'User',
    site_admin: false,
  };
}

/** An account as its owner sees it. What the emulator does not know of people is empty. */
export function renderPrivateUser(links: Links, login: string, createdAt: string): Schema<'private-user'> {
  return {
    ...renderUser(links, login),
    name: null,
    company: null,
    blog: null,
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: createdAt,
    updated_at: createdAt,
    private_gists: 0,
    total_private_repos: 0,
    owned_private_repos: 0,
    disk_usage: 0,
    collaborators: 0,
    two_factor_authentication: true,
  };
}

/** The account behind a commit's address: GitHub's own no-reply addresses name it, others are nobody's here. */
export function loginOf(email: string): string | undefined {
  return /^(?:\d+\+)?([^@+]+)@users\.noreply\.github\.com$/.exec(email)?.[1];
}

/** The GitHub App whose token acts; the emulator knows GitHub Actions. */
export function renderApp(links: Links, createdAt: string): Schema<'integration'> {
  return {
    id: 15_368,
    client_id: 'Iv1.05c79e9ad1f6bdfa',
    slug: 'github-actions',
    node_id: nodeId('A', 15_368),
    owner: renderUser(links, 'github'),
    name: 'GitHub Actions',
    description: 'Automate your workflow from idea to production',
    external_url: 'https://help.github.com/en/actions',
    html_url: 'https://github.com/apps/github-actions',
    created_at: createdAt,
    updated_at: createdAt,
    permissions: { metadata: 'read' },
    events: [],
  };
}

// The same id for the same name, without a list of accounts.
function userId(login: string): number {
  return createHash('sha1').update(login).digest().readUInt32BE() % 100_000_000;
}
