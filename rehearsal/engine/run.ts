import { mkdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { evaluateValue, toText } from '#rehearsal/expressions/evaluate';
import { loadWorkflow } from '#rehearsal/workflow/load';
import type { PlannedWorkflow } from '#rehearsal/workflow/start-up';
import type { Workflow } from '#rehearsal/workflow/workflow';
import { createArtifactStore } from '#rehearsal/stand-ins/artifact-store';
import type { OriginRepository } from './actions.ts';
import { openOrigin } from './actions.ts';
import { worst } from './call.ts';
import { githubContext } from './contexts.ts';
import { makeEvent } from './events.ts';
import { enterGroup } from './groups.ts';
import { runJobs } from './jobs.ts';
import type { Json } from './matrix.ts';
import { prepareRun, withNeeds } from './prepare.ts';
import type { Result, RunResult } from './result.ts';
import type { Ground, LiveEvent, Run, WorkflowScope } from './run-state.ts';

/** Real milliseconds. */
const removalDelayMs = 100;

export interface RunRequest {
  /** Path of the workflow file, from the root of the repository. */
  readonly workflow: string;
  readonly event: string;
  readonly payload?: Readonly<Record<string, unknown>>;
  /** Of a dispatch. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly schedule?: string;
  /** Only this job and those that it needs. */
  readonly job?: string;
  /** Emulators of stores and other services, by the variable with which actions of the suite are led to them. */
  readonly endpoints?: Readonly<Record<string, string>>;
  readonly cancel?: AbortSignal;
  readonly onEvent?: (event: LiveEvent) => void;
}

/** Runs one workflow for one event. Never throws for what is wrong with the workflow: that is the result. */
export async function runWorkflow(ground: Ground, number: number, request: RunRequest): Promise<RunResult> {
  const startedAt = performance.now();
  const event = makeEvent(request.event, {
    repository: ground.repository,
    snapshot: ground.snapshot,
    now: ground.clock.iso(),
    ended: { id: ground.endedRun, workflow: endedWorkflow(ground, request.workflow) },
    ...(request.payload === undefined ? {} : { payload: request.payload }),
    ...(request.inputs === undefined ? {} : { inputs: request.inputs }),
    ...(request.schedule === undefined ? {} : { schedule: request.schedule }),
  });
  const prepared = prepareRun(ground, event, request);
  if (prepared.plan === undefined || prepared.refusals.length > 0)
    return { ...head(ground, number, request), refusals: prepared.refusals, conclusion: 'startup-failure' };
  const { plan } = prepared;
  const { workflow } = plan;

  const folder = join(ground.folder, 'runs', String(number));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'event.json'), JSON.stringify(event.payload, undefined, 2));
  const cancel = new AbortController();
  const onCancel = (): void => {
    cancel.abort();
  };
  if (request.cancel?.aborted === true) cancel.abort();
  request.cancel?.addEventListener('abort', onCancel, { once: true });
  const run: Run = {
    ground,
    event,
    // Beyond 32 bits, as GitHub's are.
    id: 5_000_000_000 + number,
    number,
    top: workflow,
    name: workflow.name?.text ?? workflow.path,
    folder,
    cancel: cancel.signal,
    endpoints: request.endpoints ?? {},
    artifacts: createArtifactStore(join(folder, 'artifacts')),
    jobs: [],
    standIns: [],
    warnings: [...prepared.warnings],
    emit: request.onEvent ?? (() => undefined),
    elapsed: () => performance.now() - startedAt,
  };
  const scope = topScope(run, plan, prepared.inputs);
  const leave = await enterGroup(ground.concurrency, workflow.concurrency, expressionsOf(run, scope), {
    cancel: onCancel,
    signal: cancel.signal,
  });
  try {
    const outcomes =
      leave === undefined ? [] : [...(await runJobs(run, scope, onlyJob(workflow, request.job))).values()];
    return {
      ...head(ground, number, request),
      workflow: { name: run.name, path: workflow.path },
      title: titleOf(run, scope),
      event: { name: event.name, payload: event.payload },
      ref: event.ref,
      sha: event.sha,
      conclusion: conclude(leave !== undefined && !cancel.signal.aborted, worst(outcomes)),
      refusals: [],
      jobs: inOrder(workflow, run),
      artifacts: run.artifacts
        .list()
        .map(({ name, files, retentionDays, job }) => ({ name, files, retentionDays, job })),
      standIns: run.standIns,
      warnings: run.warnings,
      durationMs: run.elapsed(),
    };
  } finally {
    // What is to be seen of the jobs is in the result, and the artifacts lie elsewhere; a checkout with its packages is large, so
    // nobody waits for its removal. What is left of it goes with the rehearsal. It begins a little later, since the next run
    // begins with a checkout: files copied while others are removed take three times as long (node:fs on ext4, measured).
    setTimeout(() => {
      rm(join(folder, 'jobs'), { recursive: true, force: true }).catch(() => undefined);
    }, removalDelayMs).unref();
    leave?.();
    request.cancel?.removeEventListener('abort', onCancel);
  }
}

/** The first workflow that a `workflow_run` trigger waits for. */
function endedWorkflow(ground: Ground, path: string): string {
  const origin = { repository: ground.repository, root: ground.root, ref: '', sha: '' };
  const loaded = loadWorkflow(openOrigin(origin), path);
  const trigger = 'workflow' in loaded ? loaded.workflow.on.find(({ event }) => event === 'workflow_run') : undefined;
  return trigger?.filters.workflows?.[0]?.text ?? 'Rehearsal';
}

/** A run that was cancelled is that, unless something had failed in it. */
function conclude(wentOn: boolean, outcome: Result): Result {
  return wentOn || outcome === 'failure' ? outcome : 'cancelled';
}

/** GitHub goes on with the plain name when `run-name` gives nothing. */
function titleOf(run: Run, scope: WorkflowScope): string {
  const { runName } = scope.workflow;
  const title = runName === undefined ? '' : toText(evaluateValue(runName, expressionsOf(run, scope)));
  return title.trim() === '' ? run.name : title;
}

function head(ground: Ground, number: number, request: RunRequest): Omit<RunResult, 'conclusion'> {
  return {
    workflow: { name: request.workflow, path: request.workflow },
    title: request.workflow,
    event: { name: request.event, payload: {} },
    repository: ground.repository,
    ref: '',
    sha: '',
    runNumber: number,
    refusals: [],
    jobs: [],
    artifacts: [],
    standIns: [],
    warnings: [],
    durationMs: 0,
  };
}

function onlyJob(workflow: Workflow, job: string | undefined): { only?: ReadonlySet<string> } {
  return job === undefined ? {} : { only: withNeeds(workflow, job) };
}

function topScope(run: Run, plan: PlannedWorkflow, inputs: Readonly<Record<string, Json>>): WorkflowScope {
  return {
    workflow: plan.workflow,
    origin: (plan.origin.repository as OriginRepository).origin,
    plan,
    inputs,
    secrets: { ...run.ground.settings.secrets },
    path: [],
    names: [],
    cancel: run.cancel,
  };
}

function expressionsOf(run: Run, scope: WorkflowScope): Parameters<typeof enterGroup>[2] {
  return {
    contexts: { github: githubContext(run), inputs: scope.inputs, vars: { ...run.ground.settings.vars } },
    functions: {
      success: () => true,
      failure: () => false,
      always: () => true,
      cancelled: () => false,
      hashFiles: () => '',
    },
    where: scope.workflow.place,
  };
}

/** Jobs end in any order; they are shown in the order of the file. */
function inOrder(workflow: Workflow, run: Run): RunResult['jobs'] {
  const position = new Map(workflow.jobs.map(({ id }, index) => [id, index]));
  const rank = (path: readonly string[]): number => position.get((path[0] ?? '').replace(/#\d+$/, '')) ?? 0;
  return run.jobs.toSorted(
    (a, b) => rank(a.path) - rank(b.path) || a.key.localeCompare(b.key, 'en', { numeric: true }),
  );
}
