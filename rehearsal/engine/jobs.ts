import { evaluateCondition } from '#rehearsal/expressions/evaluate';
import type { Scope } from '#rehearsal/expressions/evaluate';
import type { Job } from '#rehearsal/workflow/workflow';
import { callWorkflow } from './call.ts';
import { enterGroup } from './groups.ts';
import { githubContext, matrixContext, strategyContext } from './contexts.ts';
import { runJob } from './job.ts';
import type { JsonObject, Leg } from './matrix.ts';
import type { JobResult, Result } from './result.ts';
import type { Run, WorkflowScope } from './run-state.ts';
import { readStrategy } from './strategy.ts';
import type { LegPlan } from './strategy.ts';
import { textOf } from './step-run.ts';

/** What the jobs that need it see of a job, and the workflow's outputs. */
export interface JobOutcome {
  readonly result: Result;
  readonly outputs: Readonly<Record<string, string>>;
}

export interface JobsOptions {
  /** Ids of the only jobs to run; the others are taken as if they were not there. */
  readonly only?: ReadonlySet<string>;
}

/** Runs the jobs of one workflow file, each as soon as those that it needs are over. */
export async function runJobs(
  run: Run,
  scope: WorkflowScope,
  { only }: JobsOptions = {},
): Promise<ReadonlyMap<string, JobOutcome>> {
  const jobs = scope.workflow.jobs.filter(({ id }) => only === undefined || only.has(id));
  const outcomes = new Map<string, Promise<JobOutcome>>();
  const byId = new Map(jobs.map((job) => [job.id, job]));
  const begin = (job: Job): Promise<JobOutcome> => {
    const known = outcomes.get(job.id);
    if (known !== undefined) return known;
    const needed = job.needs.flatMap(({ text }) => byId.get(text) ?? []);
    const outcome = (async () => {
      const needs = new Map<string, JobOutcome>();
      for (const need of needed) needs.set(need.id, await begin(need));
      const ancestors: Result[] = [];
      for (const ancestor of listAncestors(job, byId)) ancestors.push((await begin(ancestor)).result);
      return runWhole(run, scope, job, needs, ancestors);
    })();
    outcomes.set(job.id, outcome);
    return outcome;
  };
  const results = new Map<string, JobOutcome>();
  for (const [id, outcome] of await Promise.all(jobs.map(async (job) => [job.id, await begin(job)] as const)))
    results.set(id, outcome);
  return results;
}

/** Every job that has to be over before this one: also those that its needs need. */
function listAncestors(job: Job, byId: ReadonlyMap<string, Job>, seen = new Set<Job>()): ReadonlySet<Job> {
  for (const { text } of job.needs) {
    const need = byId.get(text);
    if (need === undefined || seen.has(need)) continue;
    seen.add(need);
    listAncestors(need, byId, seen);
  }
  return seen;
}

/** All legs of a job. */
async function runWhole(
  run: Run,
  scope: WorkflowScope,
  job: Job,
  needs: ReadonlyMap<string, JobOutcome>,
  ancestors: readonly Result[],
): Promise<JobOutcome> {
  const expressions = jobScope(run, scope, job, needs, ancestors);
  let legs: readonly LegPlan[];
  try {
    if (!evaluateCondition(job.if?.text, expressions)) return skip(run, scope, job);
    legs = readStrategy(job, expressions);
  } catch (error) {
    return fail(run, scope, job, error instanceof Error ? error.message : String(error));
  }
  return combine(await runLegs(run, scope, job, legs, expressions));
}

async function runLegs(
  run: Run,
  scope: WorkflowScope,
  job: Job,
  legs: readonly LegPlan[],
  expressions: Scope,
): Promise<LegOutcome[]> {
  const failFast = new AbortController();
  const cancel = new AbortController();
  // A job whose condition still holds when the run is cancelled is not cancelled with it.
  const onCancel = (): void => {
    try {
      if (evaluateCondition(job.if?.text, expressions)) return;
    } catch {
      // What cannot be evaluated does not keep a job running.
    }
    cancel.abort();
  };
  scope.cancel.addEventListener('abort', onCancel, { once: true });
  const results: LegOutcome[] = [];
  const waiting = [...legs];
  const work = async (): Promise<void> => {
    for (let leg = waiting.shift(); leg !== undefined; leg = waiting.shift()) {
      const signal = AbortSignal.any([cancel.signal, failFast.signal]);
      const outcome = signal.aborted
        ? cancelledLeg(run, scope, job, leg)
        : await runLeg(run, scope, job, leg, expressions, signal);
      results.push(outcome);
      if (outcome.result === 'failure' && leg.failFast) failFast.abort();
    }
  };
  const most = Math.min(legs.length, legs[0]?.maxParallel ?? 1);
  await Promise.all(Array.from({ length: most }, work));
  scope.cancel.removeEventListener('abort', onCancel);
  return results.sort((a, b) => a.index - b.index);
}

interface LegOutcome extends JobOutcome {
  readonly index: number;
}

async function runLeg(
  run: Run,
  scope: WorkflowScope,
  job: Job,
  leg: LegPlan,
  expressions: Scope,
  signal: AbortSignal,
): Promise<LegOutcome> {
  const strategy = strategyContext(leg.index, leg.total, leg.failFast, leg.maxParallel);
  const contexts: Scope['contexts'] = { ...expressions.contexts, strategy, matrix: matrixContext(leg.values) };
  const own: Scope = { ...expressions, contexts };
  const stop = new AbortController();
  const both = AbortSignal.any([signal, stop.signal]);
  const key = [...scope.path, job.id].join('/') + (leg.total > 1 ? `#${leg.index + 1}` : '');
  try {
    const name = [...scope.names, displayName(job, leg, own)].join(' / ');
    const leave = await enterGroup(run.ground.concurrency, job.concurrency, own, {
      cancel: () => {
        stop.abort();
      },
      signal: both,
    });
    if (leave === undefined) return cancelledLeg(run, scope, job, leg);
    try {
      const needs = contexts['needs'] as JsonObject;
      if (job.kind === 'call') {
        const called = await callWorkflow(run, scope, job, {
          own,
          name,
          key,
          cancel: both,
          cancelJob: () => {
            stop.abort();
          },
        });
        return { ...called, index: leg.index };
      }
      const permissions = permissionsOf(scope, job);
      // An expression that comes to nothing names none.
      const environment = (job.environment === undefined ? '' : textOf(job.environment.name, own)) || undefined;
      const start = {
        run,
        scope,
        job,
        key,
        name,
        leg: leg.values,
        strategy,
        needs,
        permissions,
        environment,
        cancel: both,
      };
      const result = await run.ground.slots.run(() => runJob(start));
      // A failure that is tolerated counts as success for those who need the job.
      return { index: leg.index, result: result.tolerated ? 'success' : result.result, outputs: result.outputs };
    } finally {
      leave();
    }
  } catch (error) {
    const outcome = fail(run, scope, job, error instanceof Error ? error.message : String(error), leg);
    return { ...outcome, index: leg.index };
  }
}

/** What the job's token may do, without what it may not. */
function permissionsOf(scope: WorkflowScope, job: Job): Record<string, string> {
  const planned = scope.plan.jobs.find((each) => each.job.id === job.id)?.permissions ?? {};
  return Object.fromEntries(Object.entries(planned).filter(([, level]) => level !== 'none'));
}

/** A literal name of a job with a matrix gets the values behind it; one with an expression is taken as it is. */
function displayName(job: Job, leg: LegPlan, own: Scope): string {
  const { name } = job;
  const text = name === undefined ? job.id : textOf(name, own);
  const isLiteral = name === undefined || (name.kind === 'text' && !name.text.includes('${{'));
  return leg.values !== undefined && isLiteral ? `${text} ${leg.description}` : text;
}

function jobScope(
  run: Run,
  scope: WorkflowScope,
  job: Job,
  needs: ReadonlyMap<string, JobOutcome>,
  ancestors: readonly Result[],
): Scope {
  return {
    contexts: {
      github: githubContext(run),
      inputs: scope.inputs,
      vars: { ...run.ground.settings.vars },
      needs: Object.fromEntries(needs),
      secrets: scope.secrets,
    },
    functions: {
      success: () => !scope.cancel.aborted && ancestors.every((result) => result === 'success'),
      failure: () => ancestors.some((result) => result === 'failure'),
      always: () => true,
      cancelled: () => scope.cancel.aborted,
      hashFiles: () => '',
    },
    where: job.place,
  };
}

/** One outcome for those who need the job: the worst of its legs; of each output the value of the last leg that set it. */
function combine(legs: readonly LegOutcome[]): JobOutcome {
  const results = new Set(legs.map(({ result }) => result));
  const order: readonly Result[] = ['failure', 'cancelled', 'success', 'skipped'];
  const outputs = Object.assign({}, ...legs.map((leg) => leg.outputs)) as Record<string, string>;
  return { result: order.find((result) => results.has(result)) ?? 'skipped', outputs };
}

function skip(run: Run, scope: WorkflowScope, job: Job): JobOutcome {
  record(run, scope, job, 'skipped', []);
  return { result: 'skipped', outputs: {} };
}

function cancelledLeg(run: Run, scope: WorkflowScope, job: Job, leg: LegPlan): LegOutcome {
  record(run, scope, job, 'cancelled', [], leg);
  return { result: 'cancelled', outputs: {}, index: leg.index };
}

function fail(run: Run, scope: WorkflowScope, job: Job, message: string, leg?: LegPlan): JobOutcome {
  const { file, line, column } = job.place;
  record(run, scope, job, 'failure', [{ level: 'error', message, file, line, column }], leg);
  return { result: 'failure', outputs: {} };
}

/** A job that had no step to run. */
function record(
  run: Run,
  scope: WorkflowScope,
  job: Job,
  result: Result,
  annotations: JobResult['annotations'],
  leg?: LegPlan,
): void {
  const literal = job.name?.kind === 'text' && !job.name.text.includes('${{') ? job.name.text : job.id;
  const legValues: Leg | undefined = leg?.values;
  const key = [...scope.path, job.id].join('/') + (leg !== undefined && leg.total > 1 ? `#${leg.index + 1}` : '');
  const jobResult: JobResult = {
    key,
    name: [...scope.names, legValues === undefined ? literal : `${literal} ${leg?.description ?? ''}`].join(' / '),
    path: [...scope.path, job.id],
    result,
    tolerated: false,
    leg: legValues,
    outputs: {},
    steps: [],
    annotations,
    startMs: run.elapsed(),
    durationMs: 0,
  };
  run.jobs.push(jobResult);
  run.emit({ kind: 'job-ended', key, job: jobResult });
}
