import { isRecord } from '#emulators/base/data';
import type { Snapshot } from './snapshot.ts';

/** What starts a run: the part of the `github` context that depends on the event. */
export interface RunEvent {
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly ref: string;
  readonly sha: string;
  /** Branches of a pull request; empty for other events. */
  readonly headRef: string;
  readonly baseRef: string;
}

export interface EventOptions {
  readonly repository: string;
  readonly snapshot: Snapshot;
  /** Virtual time, ISO 8601. */
  readonly now: string;
  /** Inputs of a `workflow_dispatch`. */
  readonly inputs?: Readonly<Record<string, unknown>>;
  /** What the person's file says goes before what is made here, member by member. */
  readonly payload?: Readonly<Record<string, unknown>>;
  /** Of a `workflow_run`: the run that has ended, and the name of its workflow. */
  readonly ended?: { readonly id: number; readonly workflow: string };
  /** The cron line of a `schedule`. */
  readonly schedule?: string;
}

interface Origin {
  readonly ref: string;
  readonly sha: string;
  readonly headRef?: string;
  readonly baseRef?: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

type Make = (options: EventOptions) => Origin;

/**
 * The events, with the ref and commit that GitHub gives them and the members of the payload that workflows read:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows
 */
const makers: Readonly<Record<string, Make>> = {
  pull_request: (options) => ({
    ref: 'refs/pull/1/merge',
    sha: options.snapshot.merge,
    headRef: options.snapshot.headBranch,
    baseRef: options.snapshot.defaultBranch,
    payload: { action: 'synchronize', number: 1, pull_request: makePull(options) },
  }),
  pull_request_target: (options) => ({
    ref: onDefault(options).ref,
    sha: options.snapshot.base,
    headRef: options.snapshot.headBranch,
    baseRef: options.snapshot.defaultBranch,
    payload: { action: 'synchronize', number: 1, pull_request: makePull(options) },
  }),
  push: (options) => ({
    ...onDefault(options),
    payload: {
      ref: onDefault(options).ref,
      before: options.snapshot.base,
      after: options.snapshot.head,
      created: false,
      deleted: false,
      forced: false,
      head_commit: { id: options.snapshot.head, message: 'Rehearsal', timestamp: options.now },
      commits: [{ id: options.snapshot.head, message: 'Rehearsal', timestamp: options.now }],
    },
  }),
  merge_group: ({ snapshot }) => {
    const ref = `refs/heads/gh-readonly-queue/${snapshot.defaultBranch}/pr-1-${snapshot.base}`;
    return {
      ref,
      sha: snapshot.merge,
      payload: {
        action: 'checks_requested',
        merge_group: {
          head_sha: snapshot.merge,
          head_ref: ref,
          base_sha: snapshot.base,
          base_ref: `refs/heads/${snapshot.defaultBranch}`,
        },
      },
    };
  },
  workflow_dispatch: (options) => ({
    ...onDefault(options),
    payload: { inputs: dispatchInputs(options.inputs ?? {}), ref: onDefault(options).ref },
  }),
  schedule: (options) => ({ ...onDefault(options), payload: { schedule: options.schedule ?? '' } }),
  workflow_run: (options) => ({
    ...onDefault(options),
    payload: {
      action: 'completed',
      workflow_run: {
        id: options.ended?.id ?? 1,
        name: options.ended?.workflow ?? 'Rehearsal',
        event: 'pull_request',
        status: 'completed',
        conclusion: 'success',
        head_branch: options.snapshot.headBranch,
        head_sha: options.snapshot.head,
        head_repository: makeRepository(options),
        run_attempt: 1,
        pull_requests: [],
      },
    },
  }),
  repository_dispatch: (options) => ({
    ...onDefault(options),
    payload: { action: 'rehearsal', client_payload: options.inputs ?? {} },
  }),
  deployment: (options) => ({ ...onDefault(options), payload: { deployment: { id: 1, sha: options.snapshot.head } } }),
  release: ({ snapshot }) => ({
    ref: 'refs/tags/v0.0.0',
    sha: snapshot.head,
    payload: { action: 'published', release: { id: 1, tag_name: 'v0.0.0', draft: false, prerelease: false } },
  }),
  issue_comment: (options) => ({
    ...onDefault(options),
    payload: { action: 'created', issue: { number: 1, pull_request: {} }, comment: { id: 1, body: '' } },
  }),
};

export const eventNames: readonly string[] = Object.keys(makers);

/** @throws RangeError for an event that the engine cannot make */
export function makeEvent(name: string, options: EventOptions): RunEvent {
  const make = makers[name];
  if (make === undefined)
    throw new RangeError(`the event "${name}" is not rehearsed; those that are: ${eventNames.join(', ')}`);
  const { ref, sha, headRef = '', baseRef = '', payload } = make(options);
  const sender = { login: 'ada', id: 1, type: 'User' };
  const made = { ...payload, repository: makeRepository(options), sender };
  return { name, ref, sha, headRef, baseRef, payload: overlay(made, options.payload ?? {}) };
}

/** Inputs of a dispatch arrive as text in the payload; the `inputs` context keeps booleans (GitHub's page on events). */
function dispatchInputs(inputs: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, String(value)]));
}

function onDefault({ snapshot }: EventOptions): { ref: string; sha: string } {
  return { ref: `refs/heads/${snapshot.defaultBranch}`, sha: snapshot.head };
}

function makeRepository({ repository, snapshot }: EventOptions): Record<string, unknown> {
  const [owner = '', name = ''] = repository.split('/');
  return {
    id: 1,
    name,
    full_name: repository,
    private: true,
    default_branch: snapshot.defaultBranch,
    html_url: `https://github.com/${repository}`,
    owner: { login: owner, id: 2, type: 'Organization' },
  };
}

function makePull(options: EventOptions): Record<string, unknown> {
  const { snapshot, repository, now } = options;
  const repo = makeRepository(options);
  return {
    id: 1,
    number: 1,
    state: 'open',
    title: 'Rehearsal',
    body: null,
    draft: false,
    merged: false,
    merge_commit_sha: snapshot.merge,
    labels: [],
    user: { login: 'ada', id: 1, type: 'User' },
    html_url: `https://github.com/${repository}/pull/1`,
    created_at: now,
    updated_at: now,
    head: { ref: snapshot.headBranch, sha: snapshot.head, label: `ada:${snapshot.headBranch}`, repo },
    base: { ref: snapshot.defaultBranch, sha: snapshot.base, label: `ada:${snapshot.defaultBranch}`, repo },
  };
}

function overlay(
  under: Readonly<Record<string, unknown>>,
  over: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const result: Record<string, unknown> = { ...under };
  for (const [name, value] of Object.entries(over)) {
    const below = result[name];
    result[name] = isRecord(value) && isRecord(below) ? overlay(below, value) : value;
  }
  return result;
}
