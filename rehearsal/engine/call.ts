import { evaluateValue, toText } from '#rehearsal/expressions/evaluate';
import type { ExpressionValue, Scope } from '#rehearsal/expressions/evaluate';
import { loadWorkflow } from '#rehearsal/workflow/load';
import { resolveUses } from '#rehearsal/workflow/uses';
import type { CallJob, InputDefinition, Trigger } from '#rehearsal/workflow/workflow';
import { openFolder, suiteOrigin } from './actions.ts';
import { githubContext } from './contexts.ts';
import { enterGroup } from './groups.ts';
import type { JobOutcome } from './jobs.ts';
import { runJobs } from './jobs.ts';
import type { Json } from './matrix.ts';
import type { Result } from './result.ts';
import type { Ground, Origin, Run, WorkflowScope } from './run-state.ts';

export interface CallOptions {
  /** Expressions of the calling job. */
  readonly own: Scope;
  readonly name: string;
  readonly key: string;
  readonly permissions: Readonly<Record<string, string>>;
  readonly cancel: AbortSignal;
}

/** Where a `uses:` of a job leads. */
export interface CalledFile {
  readonly origin: Origin;
  readonly path: string;
}

/** @throws Error for a workflow that is not on this machine */
export function findWorkflow(ground: Ground, uses: string, origin: Origin): CalledFile {
  const target = resolveUses(uses);
  if (target.kind === 'local' || target.kind === 'self') return { origin, path: target.path };
  if (target.kind === 'remote' && target.isSuite) return { origin: suiteOrigin(ground, target.ref), path: target.path };
  if (target.kind === 'remote' && `${target.owner}/${target.repository}` === ground.repository)
    return { origin: { ...origin, repository: ground.repository, root: ground.root, ref: target.ref }, path: target.path };
  throw new Error(`the workflow ${uses} is not on this machine; only those of this repository and of the suite are`);
}

/** A job that calls a workflow: its jobs run in the place of this one. */
export async function callWorkflow(run: Run, scope: WorkflowScope, job: CallJob, options: CallOptions): Promise<JobOutcome> {
  const { origin, path } = findWorkflow(run.ground, job.uses.text, scope.origin);
  const loaded = loadWorkflow(openFolder(origin.root), path);
  if ('problems' in loaded)
    throw new Error(loaded.problems.map((one) => `${one.file}:${one.line}:${one.column}: ${one.what}`).join('\n'));
  const { workflow } = loaded;
  const trigger = workflow.on.find(({ event }) => event === 'workflow_call');
  if (trigger === undefined) throw new Error(`${path} is not called by others: it has no "on: workflow_call"`);
  const called: WorkflowScope = {
    workflow,
    origin,
    inputs: readInputs(trigger.inputs, job, options.own),
    secrets: readSecrets(scope, job, options.own),
    granted: options.permissions,
    path: [...scope.path, options.key.split('/').at(-1) ?? job.id],
    names: [options.name],
    cancel: options.cancel,
  };
  const leave = await enterGroup(run.ground.concurrency, workflow.concurrency, calledScope(run, called, new Map()), {
    cancel: () => undefined,
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

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#onworkflow_callinputs */
function readInputs(definitions: readonly InputDefinition[], job: CallJob, own: Scope): Record<string, Json> {
  const given = new Map(job.with.map(({ name, value }) => [name.toLowerCase(), value]));
  return Object.fromEntries(
    definitions.map((definition) => {
      const value = given.get(definition.name.toLowerCase()) ?? definition.default;
      return [definition.name, convertInput(definition, value === undefined ? null : evaluateValue(value, own))];
    }),
  );
}

/** A value as its type; the empty one of the type when there is none. */
export function convertInput({ name, type }: InputDefinition, value: ExpressionValue): Json {
  if (type === 'boolean') {
    if (value === null || value === '') return false;
    if (typeof value === 'boolean') return value;
    if (value === 'true' || value === 'false') return value === 'true';
    throw new Error(`the input "${name}" is a boolean; it got ${JSON.stringify(value)}`);
  }
  if (type === 'number') {
    const number = Number(value ?? 0);
    if (Number.isNaN(number)) throw new Error(`the input "${name}" is a number; it got ${JSON.stringify(value)}`);
    return number;
  }
  return value === null ? '' : toText(value);
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

