import { isRecord } from '../base/data.ts';
import type { Answer, EmulatorRequest } from '../base/routes.ts';

/** https://docs.github.com/en/rest/about-the-rest-api/api-versions: the default first. */
export const API_VERSIONS = ['2022-11-28', '2026-03-10'] as const;
export type ApiVersion = (typeof API_VERSIONS)[number];

/** The version that a request is answered in; undefined for one that GitHub does not know. */
export function versionOf(request: EmulatorRequest): ApiVersion | undefined {
  const asked = request.headers['x-github-api-version'] ?? API_VERSIONS[0];
  return API_VERSIONS.find((version) => version === asked);
}

/**
 * Fields that version 2026-03-10 no longer has, by the beginning of the operation's name. Source: `x-github-breaking-changes` of
 * the published description, changesets remove_pull_request_merge_commit_sha, remove_singular_assignee_from_issues_and_pull_requests,
 * remove_rate_limit_rate, remove_has_downloads. (Its other change here, the answer of a dispatch, stands with that route.)
 */
const REMOVED: readonly (readonly [operation: string, fields: readonly string[]])[] = [
  ['pulls/', ['merge_commit_sha', 'assignee', 'has_downloads']],
  ['issues/', ['assignee']],
  ['repos/list-pull-requests-associated-with-commit', ['merge_commit_sha', 'assignee', 'has_downloads']],
  ['repos/', ['has_downloads']],
  ['actions/', ['has_downloads']],
  ['rate-limit/', ['rate']],
];

/** An answer as the version of the request has it. */
export function adaptToVersion(answer: Answer, operation: string, version: ApiVersion | undefined): Answer {
  if (version !== '2026-03-10' || answer.body === undefined || Buffer.isBuffer(answer.body)) return answer;
  const fields = REMOVED.find(([beginning]) => operation.startsWith(beginning))?.[1] ?? [];
  return fields.length === 0 ? answer : { ...answer, body: withoutFields(answer.body, fields) };
}

function withoutFields(value: unknown, fields: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutFields(item, fields));
  if (!isRecord(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !fields.includes(key));
  return Object.fromEntries(kept.map(([key, item]) => [key, withoutFields(item, fields)]));
}
