import { evaluateValue, toText } from '#rehearsal/expressions/evaluate';
import type { Scope } from '#rehearsal/expressions/evaluate';
import { resolveInputs } from '#rehearsal/workflow/inputs';
import type { CallJob, InputDefinition, Trigger } from '#rehearsal/workflow/workflow';
import type { OriginRepository } from './actions.ts';
import { githubContext } from './contexts.ts';
import { enterGroup } from './groups.ts';
import type { JobOutcome } from './jobs.ts';
import { runJobs } from './jobs.ts';
import type { Json } from './matrix.ts';
import type { Result } from './result.ts';
import type { Run, WorkflowScope } from './run-state.ts';

export interface CallOptions {
  /** Expressions of the calling job. */
  readonly own: Scope;
  readonly name: string;
  readonly key: string;
  readonly cancel: AbortSignal;
  readonly cancelJob: () => void;
}

/** A job that calls a workflow: its jobs run in the place of this one. */
export async function callWorkflow(
  run: Run,
  scope: WorkflowScope,
  job: CallJob,
  options: CallOptions,
): Promise<JobOutcome> {
  const plan = scope.plan.jobs.find((planned) => planned.job.id === job.id)?.called;
  const trigger = plan?.workflow.on.find(({ event }) => event === 'workflow_call');
  if (plan === undefined || trigger === undefined)
    throw new Error(`${job.uses.text} was not laid out before the start`);
  const called: WorkflowScope = {
    workflow: plan.workflow,
    origin: (plan.origin.repository as OriginRepository).origin,
    plan,
    inputs: readInputs(trigger.inputs, job, options.own),
    secrets: readSecrets(scope, job, options.own),
    path: [...scope.path, options.key.split('/').at(-1) ?? job.id],
    names: [options.name],
    cancel: options.cancel,
  };
  const expressions = calledScope(run, called, new Map());
  const leave = await enterGroup(run.ground.concurrency, plan.workflow.concurrency, expressions, {
    cancel: options.cancelJob,
    signal: options.cancel,
  });
  if (leave === undefined) return { result: 'cancelled', outputs: {} };
  try {
    const outcomes = await runJobs(run, called);
    return { result: worst([...outcomes.values()]), outputs: readOutputs(run, called, trigger, outcomes) };
  } finally {
    leave();
  }
}

/** @throws Error for a value of another type than the input's, as the run fails on GitHub then */
function readInputs(definitions: readonly InputDefinition[], job: CallJob, own: Scope): Record<string, Json> {
  const given = job.with.map(({ name, key, value }) => ({ name, place: key.place, value: evaluateValue(value, own) }));
  const { values, findings } = resolveInputs('call', definitions, given, job.place, (value) =>
    evaluateValue(value, own),
  );
  const [wrong] = findings.filter(({ level }) => level === 'error');
  if (wrong !== undefined) throw new Error(`${wrong.what}. ${wrong.why}`);
  return values;
}

function readSecrets(scope: WorkflowScope, job: CallJob, own: Scope): Record<string, string> {
  if (job.secrets === 'inherit') return { ...scope.secrets };
  return Object.fromEntries(job.secrets.map(({ name, value }) => [name, toText(evaluateValue(value, own))]));
}

function calledScope(run: Run, scope: WorkflowScope, jobs: ReadonlyMap<string, JobOutcome>): Scope {
  return {
    contexts: {
      github: githubContext(run),
      inputs: scope.inputs,
      vars: { ...run.ground.settings.vars },
      jobs: Object.fromEntries(jobs),
    },
    functions: {
      success: () => true,
      failure: () => false,
      always: () => true,
      cancelled: () => scope.cancel.aborted,
      hashFiles: () => '',
    },
    where: scope.workflow.place,
  };
}

function readOutputs(
  run: Run,
  scope: WorkflowScope,
  trigger: Trigger,
  jobs: ReadonlyMap<string, JobOutcome>,
): Record<string, string> {
  const expressions = calledScope(run, scope, jobs);
  return Object.fromEntries(
    trigger.outputs.flatMap(({ name, value }) => {
      const text = value === undefined ? '' : toText(evaluateValue(value, expressions));
      return text === '' ? [] : [[name, text]];
    }),
  );
}

/** What a calling job, or a run, has come to. */
export function worst(outcomes: readonly { readonly result: Result }[]): Result {
  const results = new Set(outcomes.map(({ result }) => result));
  const order: readonly Result[] = ['failure', 'cancelled', 'success', 'skipped'];
  return order.find((result) => results.has(result)) ?? 'skipped';
}
