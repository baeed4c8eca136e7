import { endpoint } from '@octokit/endpoint';
import type { Endpoints } from '@octokit/types';
import type { Environment } from '#kit/child-env';
import { readRedirect } from '#kit/endpoints';
import { ConfigurationError, VendorError } from '#kit/errors';
import type { Http, HttpResponse } from '#kit/http';
import { list } from '#kit/shapes';
import type { Shape } from '#kit/shapes';
import { findGraphqlFailure, findLimit } from './graphql.ts';
import type { GraphqlQuestion } from './graphql.ts';
import { githubMessages } from './messages.ts';

type Route = keyof Endpoints;

/** One request. The route and the names of its parameters are those that GitHub describes: the compiler holds them. */
export interface Question<R extends Route> {
  /** What it is for, as messages say it: "list the comments". */
  readonly operation: string;
  readonly route: R;
  readonly parameters: Omit<Endpoints[R]['parameters'], 'owner' | 'repo'>;
  /** Whether sending it twice does no harm; by default only for what reads. */
  readonly repeatable?: boolean;
}

/** One repository at GitHub, with the credentials of a token. */
export interface GitHub {
  readonly owner: string;
  readonly name: string;
  /** True for a token of a GitHub App, GITHUB_TOKEN among them; false for one of a person. */
  readonly actsAsApp: boolean;
  /** @throws VendorError */
  send<R extends Route>(question: Question<R>): Promise<HttpResponse>;
  /** @throws VendorError, also for an answer of another shape. */
  read<R extends Route, T>(question: Question<R>, shape: Shape<T>): Promise<T>;
  /**
   * What stands under `data`. Errors beside it are a failure, whatever else is there; their type is `details.code`.
   * @throws VendorError
   */
  graphql<T>(question: GraphqlQuestion, shape: Shape<T>): Promise<T>;
  /**
   * The pages of a list, each of at most 100 items, at most `most` of them.
   * @param name of the member that holds the list, where the answer is an object
   * @throws VendorError
   */
  pages<R extends Route, T>(
    question: Question<R>,
    item: Shape<T>,
    most: number,
    name?: string,
  ): AsyncGenerator<readonly T[], undefined>;
}

export interface GitHubOptions {
  readonly http: Http;
  /** Of the runner: GITHUB_REPOSITORY and GITHUB_API_URL. */
  readonly environment: Environment;
  readonly token: string;
}

const publicApi = 'https://api.github.com';
const pageSize = 100;
/** Limit for one attempt: GitHub itself gives up after 10 seconds. */
const timeoutMs = 20_000;

/**
 * Of Octokit this is the half that knows GitHub: routes, their parameters and how they become a URL, headers and a body.
 * The other half, which sends, is kit/http. Octokit's own repeats nothing, reads a damaged answer as a text without a
 * word, hides our errors in one of status 500, and what `@actions/github` makes of it brings undici for proxies, which is
 * nine tenths of a bundle.
 * @throws ConfigurationError (`github-repository-unknown`, `endpoint-not-loopback`).
 */
export function createGitHub({ http, environment, token }: GitHubOptions): GitHub {
  const { owner, name } = readRepository(environment);
  const baseUrl = readApiUrl(environment);

  const headers = {
    accept: 'application/vnd.github+json',
    'x-github-api-version': '2022-11-28',
    authorization: `Bearer ${token}`,
  };

  async function send<R extends Route>(question: Question<R>): Promise<HttpResponse> {
    const { operation, route, parameters, repeatable } = question;
    const { method, url, body } = endpoint(route, { baseUrl, owner, repo: name, ...parameters });
    return http.request({
      vendor: 'GitHub',
      operation,
      method,
      url,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      failureIn: findLimit,
      ...(body === undefined || body === '' ? {} : { body: JSON.stringify(body) }),
      ...(repeatable === undefined ? {} : { repeatable }),
      timeoutMs,
    });
  }

  async function read<R extends Route, T>(question: Question<R>, shape: Shape<T>): Promise<T> {
    return (await send(question)).read(shape);
  }

  async function graphql<T>({ operation, document, variables }: GraphqlQuestion, shape: Shape<T>): Promise<T> {
    const kind = document.startsWith('query') ? 'query' : 'mutation';
    const answer = await http.request({
      vendor: 'GitHub',
      operation,
      method: 'POST',
      url: `${baseUrl}/graphql`,
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ query: document, variables }),
      repeatable: kind === 'query',
      failureIn: (status, told) => findGraphqlFailure(status, told, kind),
      timeoutMs,
    });
    return answer.read((value, where) => shape(memberOf(value, 'data'), where));
  }

  async function* pages<R extends Route, T>(
    question: Question<R>,
    item: Shape<T>,
    most: number,
    member?: string,
  ): AsyncGenerator<readonly T[], undefined> {
    const items = list(item, pageSize);
    for (let page = 1; page <= most; page += 1) {
      // By number and not by the link of the answer: the token goes to no address that an answer names.
      const parameters = { ...question.parameters, per_page: pageSize, page };
      const answer = await send({ ...question, parameters });
      yield answer.read((value, where) =>
        items(member === undefined ? value : memberOf(value, member), member ?? where),
      );
      if (!/;\s*rel="next"/.test(answer.headers.get('link') ?? '')) return;
    }
  }

  return { owner, name, actsAsApp: token.startsWith('ghs_'), send, read, graphql, pages };
}

/** What `ask` finds; undefined where GitHub answers that there is no such thing. */
export async function orMissing<T>(ask: Promise<T>): Promise<T | undefined> {
  try {
    return await ask;
  } catch (error) {
    if (error instanceof VendorError && error.details.status === 404) return undefined;
    throw error;
  }
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

function readRepository(environment: Environment): { owner: string; name: string } {
  const given = environment['GITHUB_REPOSITORY'] ?? '';
  const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(given) ?? [];
  if (owner === undefined || name === undefined)
    throw new ConfigurationError(githubMessages['github-repository-unknown'](given));
  return { owner, name };
}

/** GitHub's own hosts, github.com and those of data residency; the token goes to no other but this machine. */
function readApiUrl(environment: Environment): string {
  const given = environment['GITHUB_API_URL'] ?? '';
  if (given === '' || given === publicApi) return publicApi;
  if (/^https:\/\/api\.[a-z0-9-]+\.ghe\.com$/.test(given)) return given;
  return readRedirect('GITHUB_API_URL', environment) ?? publicApi;
}
