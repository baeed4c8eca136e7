import { isRecord } from '../base/data.ts';
import { paginate } from '../base/pagination.ts';
import type { Answer, EmulatorRequest, HandlerContext, Route } from '../base/routes.ts';
import { createLinks, type Links } from './links.ts';
import { invalid, notFound } from './refusals.ts';
import type { GitHubState, Repository } from './state.ts';

/** Names of https://docs.github.com/en/rest/authentication/permissions-required-for-github-apps, as workflows write them. */
export type Scope =
  | 'actions'
  | 'checks'
  | 'contents'
  | 'deployments'
  | 'environments'
  | 'issues'
  | 'metadata'
  | 'pull_requests'
  | 'statuses';
export type Level = 'read' | 'write';
export type Permissions = Readonly<Partial<Record<Scope, Level>>>;

/** What GitHub asks of the caller of a route. */
export interface Needs {
  /** Any one of these is enough; none at all where the list is empty. */
  readonly anyOf: readonly Permissions[];
  /** Counts towards the secondary limit of content creation. */
  readonly createsContent?: true;
  /** Only for tokens of a GitHub App, `GITHUB_TOKEN` among them. */
  readonly appOnly?: true;
  /** Not counted against any limit. */
  readonly free?: true;
}

export type GitHubRoute = Route<GitHubState, Needs>;

export const REPOSITORY = '/repos/{owner}/{repo}';

/** GitHub's page sizes: https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api. */
export const PAGES = { standard: 30, most: 100 };

export function read(...scopes: readonly Scope[]): Needs {
  return { anyOf: scopes.map((scope) => ({ [scope]: 'read' })) };
}

export function write(...scopes: readonly Scope[]): Needs {
  return { anyOf: scopes.map((scope) => ({ [scope]: 'write' })) };
}

/** A request to one repository, with what nearly every handler looks at. */
export interface Call {
  readonly request: EmulatorRequest;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** The JSON body; `{}` where it is no object. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly state: GitHubState;
  readonly repository: Repository;
  readonly links: Links;
  /** Virtual time in ms since the epoch. */
  readonly now: number;
  /** Virtual time as GitHub writes it: whole seconds, UTC. */
  readonly at: string;
  readonly actor: string;
}

/** Turns a function of a `Call` into a route's handler. An unknown repository is 404. */
export function inRepository(handle: (call: Call) => Answer): GitHubRoute['handler'] {
  return (request, state, context) => {
    const { owner = '', repo = '' } = request.params;
    return handle(createCall(request, state, context, `${owner}/${repo}`));
  };
}

export function createCall(
  request: EmulatorRequest,
  state: GitHubState,
  context: HandlerContext,
  fullName: string,
): Call {
  const repository = findRepository(state, fullName);
  if (repository === undefined) throw notFound();
  return {
    request,
    params: request.params,
    query: request.query,
    body: isRecord(request.body) ? request.body : {},
    state,
    repository,
    links: createLinks(context.url, repository),
    now: context.now,
    at: toSeconds(context.now),
    actor: context.actor,
  };
}

/** Names of owners and repositories are matched without case. */
export function findRepository(state: GitHubState, fullName: string): Repository | undefined {
  const wanted = fullName.toLowerCase();
  const name = Object.keys(state.repositories).find((candidate) => candidate.toLowerCase() === wanted);
  return name === undefined ? undefined : state.repositories[name];
}

/** A time as GitHub writes it. */
export function toSeconds(time: number): string {
  return new Date(time).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** 200 with one page of a list. */
export function answerList(call: Call, list: readonly unknown[]): Answer {
  const { items, headers } = paginate(call.request, `${call.links.origin}${call.request.path}`, list, PAGES);
  return { status: 200, headers, body: items };
}

/** 200 with one page of a list in an object with `total_count`. */
export function answerCounted(call: Call, name: string, list: readonly unknown[]): Answer {
  const { items, headers, total } = paginate(call.request, `${call.links.origin}${call.request.path}`, list, PAGES);
  return { status: 200, headers, body: { total_count: total, [name]: items } };
}

/** A text of the body; 422 where it is missing, empty or no text. */
export function requireText(call: Call, resource: string, field: string): string {
  const value = call.body[field];
  if (value === undefined || value === null || value === '') throw invalid(resource, field, 'missing_field');
  if (typeof value !== 'string') throw invalid(resource, field, 'invalid');
  return value;
}

/** A text of the body, or undefined where it is absent or null; 422 for anything else. */
export function optionalText(call: Call, resource: string, field: string): string | undefined {
  const value = call.body[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw invalid(resource, field, 'invalid');
  return value;
}

/** A Boolean of the body, or `standard` where it is absent. */
export function flag(call: Call, field: string, standard: boolean): boolean {
  const value = call.body[field];
  return typeof value === 'boolean' ? value : standard;
}

/** The item with the id that a path parameter names; 404 where there is none. */
export function findById<T extends { id: number }>(list: readonly T[], id: string | undefined): T {
  const item = list.find((candidate) => `${candidate.id}` === id);
  if (item === undefined) throw notFound();
  return item;
}
