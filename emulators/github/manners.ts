import { createHash } from 'node:crypto';
import type { Answer, EmulatorRequest, HandlerContext } from '../base/routes.ts';
import type { VendorManners } from '../base/server.ts';
import type { Budget, RateLimits, Resource, Usage } from './rate-limits.ts';
import { refusal } from './refusals.ts';
import { findRepository, type GitHubRoute, type Needs, type Permissions } from './routing.ts';
import type { GitHubState } from './state.ts';
import { findToken, type Token, type TokenKind } from './tokens.ts';
import { adaptToVersion, API_VERSIONS, versionOf } from './versions.ts';

/** https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#resource-not-accessible */
const NOT_ACCESSIBLE: Readonly<Record<TokenKind, string>> = {
  'github-token': 'Resource not accessible by integration',
  app: 'Resource not accessible by integration',
  pat: 'Resource not accessible by personal access token',
};

type Check = (asked: Asked) => Answer | undefined;

interface Asked {
  readonly request: EmulatorRequest;
  readonly route: GitHubRoute | undefined;
  readonly state: GitHubState;
  readonly now: number;
  readonly token: Token | undefined;
  readonly limits: RateLimits;
}

/** In this order: what a caller is told first when several things are wrong. */
const CHECKS: readonly Check[] = [
  checkUserAgent,
  checkVersion,
  checkCredentials,
  checkPrimaryLimit,
  checkReach,
  checkPermissions,
  checkSecondaryLimit,
];

/** How GitHub treats every request: credentials, permissions, limits, versions and common headers. */
export function createManners(tokens: readonly Token[], limits: RateLimits): VendorManners<GitHubState, Needs> {
  const ask = (request: EmulatorRequest, route: GitHubRoute | undefined, state: GitHubState, now: number): Asked => ({
    request,
    route,
    state,
    now,
    token: findToken(tokens, request),
    limits,
  });
  return {
    identify: (request) => findToken(tokens, request)?.name ?? null,
    actsAs: (request) => findToken(tokens, request)?.actor,
    admit: (request, route, state, { now }) => {
      const asked = ask(request, route, state, now);
      for (const check of CHECKS) {
        const refused = check(asked);
        if (refused !== undefined) return request.path === '/graphql' ? asGraphqlError(refused, route) : refused;
      }
      return undefined;
    },
    complete: (answer, request, route, context) => {
      const token = findToken(tokens, request);
      const headers = {
        'x-github-request-id': requestId(request, context),
        'x-github-media-type': 'github.v3; format=json',
        'x-github-api-version-selected': versionOf(request) ?? API_VERSIONS[0],
        ...(route === undefined || route.needs.anyOf.length === 0
          ? {}
          : { 'x-accepted-github-permissions': spell(route.needs) }),
        ...(token === undefined ? {} : limitHeaders(token, request, route, answer, limits, context.now)),
      };
      const adapted = adaptToVersion(answer, route?.operation ?? '', versionOf(request));
      return { ...adapted, headers: { ...headers, ...answer.headers } };
    },
    notFound: (request) =>
      // What the emulator does not know must not look like an ordinary answer.
      request.path === '/graphql'
        ? refusal(501, 'The GitHub emulator does not know this GraphQL document.')
        : refusal(404, 'Not Found'),
    fail: (status) => refusal(status, FAILURES[status] ?? 'Server Error'),
  };
}

const FAILURES: Readonly<Record<number, string>> = {
  403: 'Forbidden',
  404: 'Not Found',
  429: 'API rate limit exceeded',
  502: 'Server Error',
  503: 'No server is currently available to service your request. Sorry about that. Please try resubmitting your request.',
  504: "We couldn't respond to your request in time. Sorry about that. Please try resubmitting your request.",
};

/** https://docs.github.com/en/rest/using-the-rest-api/getting-started-with-the-rest-api#user-agent-required */
function checkUserAgent({ request }: Asked): Answer | undefined {
  if ((request.headers['user-agent'] ?? '') !== '') return undefined;
  return refusal(
    403,
    'Request forbidden by administrative rules. Please make sure your request has a User-Agent header.',
  );
}

function checkVersion({ request }: Asked): Answer | undefined {
  if (versionOf(request) !== undefined) return undefined;
  const asked = request.headers['x-github-api-version'] ?? '';
  return refusal(400, `API version '${asked}' is not supported. Supported versions are: ${API_VERSIONS.join(', ')}.`);
}

function checkCredentials({ request, token }: Asked): Answer | undefined {
  if (token !== undefined) return undefined;
  const given = request.headers['authorization'] !== undefined;
  return refusal(401, given ? 'Bad credentials' : 'Requires authentication');
}

function checkPrimaryLimit({ request, route, token, limits, now }: Asked): Answer | undefined {
  if (token === undefined || route?.needs.free === true) return undefined;
  const budget = toBudget(token, request);
  if (limits.usage(budget, now).remaining > 0) return undefined;
  const whose = token.kind === 'pat' ? `user ID ${token.actor}` : `installation ID ${budget.owner}`;
  return refusal(403, `API rate limit exceeded for ${whose}.`);
}

function checkReach({ request, token, state }: Asked): Answer | undefined {
  const name = repositoryOf(request);
  const repository = name === undefined ? undefined : findRepository(state, name);
  if (repository?.private !== true || token?.repositories === undefined) return undefined;
  return token.repositories.includes(`${repository.owner}/${repository.name}`) ? undefined : refusal(404, 'Not Found');
}

// Stricter than GitHub on public repositories, where much can be read without any permission: a workflow that is rehearsed here
// must also run in a private repository.
function checkPermissions({ route, token }: Asked): Answer | undefined {
  if (token === undefined || route === undefined) return undefined;
  const { anyOf, appOnly } = route.needs;
  if (appOnly === true && token.kind === 'pat') return refusal(403, 'You must authenticate via a GitHub App.');
  if (anyOf.length === 0 || anyOf.some((needed) => grants(token.permissions, needed))) return undefined;
  return refusal(403, NOT_ACCESSIBLE[token.kind]);
}

function checkSecondaryLimit({ route, token, limits, now }: Asked): Answer | undefined {
  if (token === undefined || route?.needs.createsContent !== true) return undefined;
  const wait = limits.create(token.name, now);
  if (wait === undefined) return undefined;
  const answer = refusal(
    403,
    'You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID.',
  );
  return { ...answer, headers: { 'retry-after': `${wait}` } };
}

function grants(granted: Permissions, needed: Permissions): boolean {
  const asked = Object.entries(needed) as [keyof Permissions, 'read' | 'write'][];
  // Every token may read metadata.
  return asked.every(
    ([scope, level]) =>
      granted[scope] === 'write' || granted[scope] === level || (scope === 'metadata' && level === 'read'),
  );
}

/** Value of `X-Accepted-GitHub-Permissions`: alternatives by semicolon, what is needed together by comma. */
function spell({ anyOf }: Needs): string {
  return anyOf
    .map((permissions) =>
      Object.entries(permissions)
        .map(([scope, level]) => `${scope}=${level}`)
        .join(','),
    )
    .join('; ');
}

/** Whose requests those of this caller are counted among; undefined for nobody known. */
export function budgetOf(tokens: readonly Token[], request: EmulatorRequest, resource: Resource): Budget | undefined {
  const token = findToken(tokens, request);
  return token === undefined ? undefined : toBudget(token, request, resource);
}

function toBudget(token: Token, request: EmulatorRequest, resource: Resource = resourceOf(request)): Budget {
  // A GITHUB_TOKEN's thousand requests belong to the repository, so all its workflow runs share them.
  const owner = token.kind === 'github-token' ? (token.repositories?.[0] ?? repositoryOf(request) ?? '') : token.name;
  return { owner, kind: token.kind, resource };
}

function resourceOf(request: EmulatorRequest): Resource {
  return request.path === '/graphql' ? 'graphql' : 'core';
}

function limitHeaders(
  token: Token,
  request: EmulatorRequest,
  route: GitHubRoute | undefined,
  answer: Answer,
  limits: RateLimits,
  now: number,
): Record<string, string> {
  const budget = toBudget(token, request);
  // A conditional request that finds nothing new is free:
  // https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#use-conditional-requests-if-appropriate
  const free = answer.status === 304 || route?.needs.free === true;
  if (!free && limits.usage(budget, now).remaining > 0) limits.count(budget, now);
  const usage: Usage = limits.usage(budget, now);
  return {
    'x-ratelimit-limit': `${usage.limit}`,
    'x-ratelimit-remaining': `${usage.remaining}`,
    'x-ratelimit-used': `${usage.used}`,
    'x-ratelimit-reset': `${usage.reset}`,
    'x-ratelimit-resource': budget.resource,
  };
}

// GraphQL speaks of these in its body and answers 200, except where the credentials themselves are bad:
// https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api
function asGraphqlError(refused: Answer, route: GitHubRoute | undefined): Answer {
  if (refused.status === 401 || refused.status === 400) return refused;
  const { message } = refused.body as { message: string };
  if (message.includes('rate limit'))
    return { ...refused, status: 200, body: { data: null, errors: [{ type: 'RATE_LIMITED', message }] } };
  // As users report it: https://github.com/github-community-projects/contributors/issues/492.
  const name = (route?.operation ?? '').replace('graphql/', '');
  const path = route?.reads === true && name !== 'repository' ? ['repository', name] : [name];
  const data = path.reduceRight<unknown>((inner, part) => ({ [part]: inner }), null);
  return {
    ...refused,
    status: 200,
    body: { data, errors: [{ type: 'FORBIDDEN', path, extensions: { saml_failure: false }, message }] },
  };
}

function repositoryOf(request: EmulatorRequest): string | undefined {
  const { owner, repo } = request.params;
  return owner === undefined || repo === undefined ? undefined : `${owner}/${repo}`;
}

function requestId(request: EmulatorRequest, { now }: HandlerContext): string {
  return createHash('sha1').update(`${now} ${request.method} ${request.path}`).digest('hex').slice(0, 16).toUpperCase();
}
