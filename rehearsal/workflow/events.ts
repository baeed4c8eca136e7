import type { TextNode } from '../expressions/template.ts';
import { limits } from './limits.ts';
import { matchesInOrder } from './patterns.ts';
import type { FilterName, Trigger, Workflow } from './workflow.ts';

/** What happened in the repository. */
export interface RepositoryEvent {
  readonly name: string;
  /** As the webhook delivers it. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** Paths that the push or pull request changes, in GitHub's order. Only path filters ask for them. */
  readonly changedFiles?: readonly string[];
}

export interface StartDecision {
  /** `unknown`: the event does not tell what a filter asks for. */
  readonly verdict: 'starts' | 'filtered' | 'unknown';
  /** A sentence for people. */
  readonly why: string;
}

/** Types of the payload's `action` without a `types:` filter; events that are not here take all of theirs. */
const defaultTypes: Readonly<Record<string, readonly string[]>> = {
  pull_request: ['opened', 'synchronize', 'reopened'],
  pull_request_target: ['opened', 'synchronize', 'reopened'],
};

/** https://docs.github.com/en/actions/how-tos/manage-workflow-runs/skip-workflow-runs */
const skips = /\[(?:skip ci|ci skip|no ci|skip actions|actions skip)\]/;
const skipTrailer = /\n\nskip-checks: ?true\s*$/;

/** Does the event start the workflow? By the events and filters that GitHub documents for `on:`. */
export function decideStart(workflow: Workflow, event: RepositoryEvent): StartDecision {
  const trigger = workflow.on.find((each) => each.event === event.name);
  if (trigger === undefined) {
    return filtered(`It starts on ${workflow.on.map((each) => each.event).join(', ')}, not on ${event.name}.`);
  }
  const message = read(event.payload, 'head_commit', 'message');
  if (event.name === 'push' && message !== undefined && (skips.test(message) || skipTrailer.test(message))) {
    return filtered('The message of the head commit asks to skip workflows.');
  }
  for (const check of [checkType, checkSchedule, checkRef, checkWorkflowRun, checkPaths]) {
    const decision = check(trigger, event);
    if (decision !== undefined) return decision;
  }
  return { verdict: 'starts', why: `${event.name} passes every filter.` };
}

type Check = (trigger: Trigger, event: RepositoryEvent) => StartDecision | undefined;

const checkType: Check = ({ filters, event: name }, { payload }) => {
  const types = filters.types?.map(({ text }) => text) ?? defaultTypes[name];
  const action = read(payload, 'action');
  if (types === undefined) return undefined;
  if (action === undefined) return unknown(`The payload of ${name} has no action, which the types are compared with.`);
  return types.includes(action) ? undefined : filtered(`The action ${action} is not among ${types.join(', ')}.`);
};

const checkSchedule: Check = ({ schedules, event: name }, { payload }) => {
  const cron = read(payload, 'schedule');
  if (name !== 'schedule' || cron === undefined) return undefined;
  const crons = schedules.map((each) => each.cron.text);
  return crons.includes(cron) ? undefined : filtered(`The schedule ${cron} is not among ${crons.join(', ')}.`);
};

const checkRef: Check = (trigger, event) => {
  if (event.name === 'push') return checkPushedRef(trigger, event);
  const branch = branchOf(event);
  const { branches, 'branches-ignore': ignored } = trigger.filters;
  if (branches === undefined && ignored === undefined) return undefined;
  if (branch === undefined) return unknown(`The payload of ${event.name} names no branch to compare with.`);
  return checkName(trigger, 'branches', branch);
};

/** Filters of branches only leave out all tags, and the reverse. */
function checkPushedRef(trigger: Trigger, { payload }: RepositoryEvent): StartDecision | undefined {
  const { filters } = trigger;
  const ref = read(payload, 'ref') ?? '';
  const [, kind, name = ''] = /^refs\/(heads|tags)\/(.+)$/s.exec(ref) ?? [];
  if (kind === undefined) return unknown(`The payload of push has the ref '${ref}', which is no branch and no tag.`);
  const hasBranches = filters.branches !== undefined || filters['branches-ignore'] !== undefined;
  const hasTags = filters.tags !== undefined || filters['tags-ignore'] !== undefined;
  if (kind === 'tags') {
    if (hasBranches && !hasTags) return filtered(`It filters branches only, so the tag ${name} does not start it.`);
    return checkName(trigger, 'tags', name);
  }
  if (hasTags && !hasBranches) return filtered(`It filters tags only, so the branch ${name} does not start it.`);
  return checkName(trigger, 'branches', name);
}

const checkWorkflowRun: Check = ({ filters, event: name }, { payload }) => {
  if (name !== 'workflow_run' || filters.workflows === undefined) return undefined;
  const run = read(payload, 'workflow_run', 'name');
  const names = filters.workflows.map(({ text }) => text);
  if (run === undefined) return unknown('The payload of workflow_run does not name the workflow.');
  return names.includes(run) ? undefined : filtered(`The workflow ${run} is not among ${names.join(', ')}.`);
};

const checkPaths: Check = (trigger, { payload, changedFiles }) => {
  const { paths, 'paths-ignore': ignored } = trigger.filters;
  if (paths === undefined && ignored === undefined) return undefined;
  if (read(payload, 'ref')?.startsWith('refs/tags/') === true) return undefined;
  if (changedFiles === undefined)
    return unknown('A filter asks for the changed files, and the event does not tell them.');
  const seen = changedFiles.slice(0, limits.changedFiles);
  const starting = seen.some((path) =>
    paths === undefined ? !matchesAny(ignored, path) : matchesInOrder(textsOf(paths), path),
  );
  return starting ? undefined : filtered('None of the changed files passes the filter of paths.');
};

function checkName(trigger: Trigger, kind: 'branches' | 'tags', name: string): StartDecision | undefined {
  const [included, ignored] = [trigger.filters[kind], trigger.filters[`${kind}-ignore` satisfies FilterName]];
  if (included !== undefined && !matchesInOrder(textsOf(included), name)) {
    return filtered(`${name} is not among ${kind}: ${textsOf(included).join(', ')}.`);
  }
  return matchesAny(ignored, name) ? filtered(`${name} is among ${kind}-ignore.`) : undefined;
}

/** The branch that an event's filter means: the one that a pull request or a merge group goes into. */
function branchOf({ name, payload }: RepositoryEvent): string | undefined {
  if (name === 'merge_group') return read(payload, 'merge_group', 'base_ref')?.replace(/^refs\/heads\//, '');
  if (name === 'workflow_run') return read(payload, 'workflow_run', 'head_branch');
  return read(payload, 'pull_request', 'base', 'ref');
}

function matchesAny(patterns: readonly TextNode[] | undefined, name: string): boolean {
  return textsOf(patterns).some((pattern) => matchesInOrder([pattern], name));
}

function textsOf(nodes: readonly TextNode[] | undefined): string[] {
  return (nodes ?? []).map(({ text }) => text);
}

/** A text within the payload. */
function read(payload: unknown, ...names: string[]): string | undefined {
  const value = names.reduce<unknown>(
    (within, name) =>
      typeof within === 'object' && within !== null ? (within as Record<string, unknown>)[name] : undefined,
    payload,
  );
  return typeof value === 'string' ? value : undefined;
}

function filtered(why: string): StartDecision {
  return { verdict: 'filtered', why };
}

function unknown(why: string): StartDecision {
  return { verdict: 'unknown', why };
}
