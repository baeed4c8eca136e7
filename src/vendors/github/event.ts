import { readFileSync } from 'node:fs';
import type { Environment } from '#kit/child-env';
import { number, record, text } from '#kit/shapes';
import type { Shape } from '#kit/shapes';

/** What a change is compared with: a merge base still to be found, or the first parent of a commit of the branch itself. */
export type Comparison = { readonly base: string; readonly head: string } | { readonly firstParentOf: string };

const sha = text(64, /^[0-9a-f]{40,64}$/, 'the full name of a commit');

const comparisons: Readonly<Record<string, Shape<{ base: string; head: string }>>> = {
  pull_request: (payload, where) => {
    const side = record({ sha }, 'ignored');
    const shape = record({ pull_request: record({ base: side, head: side }, 'ignored') }, 'ignored');
    const { base, head } = shape(payload, where).pull_request;
    return { base: base.sha, head: head.sha };
  },
  merge_group: (payload, where) => {
    const shape = record({ merge_group: record({ base_sha: sha, head_sha: sha }, 'ignored') }, 'ignored');
    const { base_sha: base, head_sha: head } = shape(payload, where).merge_group;
    return { base, head };
  },
};

/**
 * What the event of this run is compared with: the base of a pull request or merge group, on the default branch the
 * commit before, on any other branch or tag the default branch.
 * @throws SyntaxError when the event does not say it.
 */
export function readComparison(environment: Environment, defaultBranch: string): Comparison {
  const payload = comparisons[environment['GITHUB_EVENT_NAME'] ?? ''];
  if (payload !== undefined) return payload(readPayload(environment), '');
  const head = sha(environment['GITHUB_SHA'] ?? '', 'GITHUB_SHA');
  return environment['GITHUB_REF'] === `refs/heads/${defaultBranch}`
    ? { firstParentOf: head }
    : { base: defaultBranch, head };
}

/**
 * The run that a `workflow_run` event is about; undefined for other events.
 * @throws SyntaxError
 */
export function readTriggeringRun(environment: Environment): number | undefined {
  if (environment['GITHUB_EVENT_NAME'] !== 'workflow_run') return undefined;
  const id = number('whole', 1, Number.MAX_SAFE_INTEGER);
  const shape = record({ workflow_run: record({ id }, 'ignored') }, 'ignored');
  return shape(readPayload(environment), '').workflow_run.id;
}

function readPayload(environment: Environment): unknown {
  const path = environment['GITHUB_EVENT_PATH'] ?? '';
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch (error) {
    throw new SyntaxError(`the event cannot be read from GITHUB_EVENT_PATH ("${path}")`, { cause: error });
  }
}
