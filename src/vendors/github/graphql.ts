import type { ToldFailure } from '#kit/http';

/** One request to GitHub's GraphQL. What it asks for and how it is called are held against GitHub's schema by a test. */
export interface GraphqlQuestion {
  /** What it is for, as messages say it. */
  readonly operation: string;
  /** Begins with `query` or `mutation`: the first may be sent twice. */
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface GraphqlError {
  readonly type?: unknown;
  readonly message?: unknown;
  readonly extensions?: { readonly code?: unknown };
}

/**
 * Errors after which nothing has been done, by their type. What is not here (timeouts and GitHub's own faults have no type)
 * may have happened: unknown is neither success nor failure. Types are not documented; these were seen in reports.
 */
const refusals = new Set([
  'STALE_DATA',
  'FORBIDDEN',
  'INSUFFICIENT_SCOPES',
  'NOT_FOUND',
  'UNPROCESSABLE',
  'BRANCH_PROTECTION_RULE_VIOLATION',
  'INVALID',
  'MISSING_PAGINATION_BOUNDARIES',
  'EXCESSIVE_PAGINATION',
  'MAX_NODE_LIMIT_EXCEEDED',
]);

/**
 * "Otherwise, wait for at least one minute before retrying", where no header says how long:
 * https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api#exceeding-the-rate-limit
 */
const limitWaitMs = 60_000;
const limitWords = /secondary rate limit|API rate limit exceeded|abuse detection/i;

/** A limit that only the words of a refusal tell: a secondary one may come as 403 without any header. */
export function findLimit(status: number, body: string): ToldFailure | undefined {
  if (status !== 403 && status !== 429) return undefined;
  return limitWords.test(body) ? throttled(status, body) : undefined;
}

/**
 * What an answer of GraphQL says against its status 200: errors, even beside data, are a failure, and so is an answer without
 * either. Whether it may have happened all the same is told by `effect`.
 */
export function findGraphqlFailure(status: number, body: string, kind: 'query' | 'mutation'): ToldFailure | undefined {
  if (status < 200 || status > 299) return findLimit(status, body);
  const answer = parse(body);
  if (answer === undefined) return { effect: 'unknown', said: 'an answer that is no JSON object' };
  const errors = Array.isArray(answer['errors']) ? (answer['errors'] as readonly GraphqlError[]) : [];
  const [first] = errors;
  if (first === undefined)
    return isObject(answer['data']) ? undefined : { effect: 'unknown', said: 'an answer with neither data nor errors' };
  const said = errors.map(describe).join('; ');
  if (first.type === 'RATE_LIMITED' || limitWords.test(said)) return throttled(status, said);
  const done =
    kind === 'mutation' && isObject(answer['data']) && Object.values(answer['data']).some((root) => root !== null);
  return {
    effect: errors.every(isRefusal) && !done ? 'refused' : 'unknown',
    said,
    ...(typeof first.type === 'string' ? { code: first.type } : {}),
  };
}

function throttled(status: number, said: string): ToldFailure {
  return { effect: 'not-sent', said: `${status}: ${said}`, waitMs: limitWaitMs };
}

function isRefusal({ type, message, extensions }: GraphqlError): boolean {
  if (typeof type === 'string' && refusals.has(type)) return true;
  // A document that does not fit the schema has a code instead; rulesets refuse in words, with a type that nobody has told.
  return typeof extensions?.code === 'string' || (typeof message === 'string' && isRuleViolation(message));
}

/** Whether GitHub refuses a change of a branch for the sake of its protection or of a ruleset. */
export function isRuleViolation(said: string): boolean {
  return /rule violations? found|protected branch|BRANCH_PROTECTION_RULE_VIOLATION|must be made through/i.test(said);
}

function describe({ type, message }: GraphqlError): string {
  return [type, message].filter((part) => typeof part === 'string').join(': ') || 'an error without words';
}

function parse(body: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value = JSON.parse(body) as unknown;
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
