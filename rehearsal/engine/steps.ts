import { evaluateCondition, evaluateValue, isTruthy, toText } from '#rehearsal/expressions/evaluate';
import type { Step } from '#rehearsal/workflow/workflow';
import type { Done, Frame, JobStatus, Machine, StepControl, StepSink } from './machine.ts';
import { baseEnv, stepScope } from './machine.ts';
import type { Result, StepReport } from './result.ts';
import { createStepRecord } from './step-record.ts';
import type { StepRecord } from './step-record.ts';
import { runScript, textOf } from './step-run.ts';
import { runAction } from './step-uses.ts';
import { startTimeLimit } from './time-limit.ts';

export interface StepsOptions {
  /** Before the number of a step, so that keys are unique in the job. */
  readonly keyPrefix: string;
  /** Of the step around, or of the job. */
  readonly signal: AbortSignal;
  /** Of a composite step: what its steps say is its own too. */
  readonly parent?: StepSink;
  /** Called when a step has made its level fail or be cancelled. */
  readonly onEnd: (outcome: JobStatus) => void;
}

export type RunSteps = (
  machine: Machine,
  frame: Frame,
  steps: readonly Step[],
  options: StepsOptions,
) => Promise<StepReport[]>;

/** Runs steps one after the other; each asks its own condition. */
export const runSteps: RunSteps = async (machine, frame, steps, options) => {
  const reports: StepReport[] = [];
  const names = new Map<string, number>();
  for (const [index, step] of steps.entries()) {
    const contextName = step.id?.text ?? generateName(step, names);
    const report = await runStep(machine, frame, step, contextName, `${options.keyPrefix}${index}`, options);
    reports.push(report);
    if (report.conclusion === 'failure') options.onEnd('failure');
    else if (report.conclusion === 'cancelled' && frame.status() === 'success') options.onEnd('cancelled');
  }
  return reports;
};

/** What GITHUB_ACTION holds for a step without an id: `__run`, `__run_2`, `__actions_checkout`. */
function generateName(step: Step, taken: Map<string, number>): string {
  const what = step.kind === 'run' ? 'run' : (step.uses.text.split('@')[0] ?? '').replaceAll(/[^\w]+/g, '_');
  const count = (taken.get(what) ?? 0) + 1;
  taken.set(what, count);
  return `__${what}${count === 1 ? '' : `_${count}`}`;
}

async function runStep(
  machine: Machine,
  frame: Frame,
  step: Step,
  contextName: string,
  key: string,
  options: StepsOptions,
): Promise<StepReport> {
  const record = createStepRecord(machine, { phase: 'main', parent: options.parent, id: step.id?.text });
  let env = baseEnv(machine, frame);
  const scope = (): StepControl['scope'] => stepScope(machine, frame, env, step.place, { action: contextName });
  const finish = (outcome: Result, conclusion: Result, done?: Done): StepReport => {
    if (step.id !== undefined) frame.steps[step.id.text] = { outputs: done?.outputs ?? {}, outcome, conclusion };
    return record.finish(outcome, conclusion, done);
  };
  try {
    if (step.env !== undefined)
      for (const [name, value] of Object.entries(evaluateValue(step.env, scope()) as Record<string, never>))
        env = { ...env, [name]: toText(value) };
    record.rename(displayName(step, scope(), machine.masks));
    if (!evaluateCondition(step.if?.text, scope())) return finish('skipped', 'skipped');
  } catch (error) {
    record.rename(displayName(step, undefined, machine.masks));
    record.sink.fail(describe(error));
    return finish('failure', 'failure');
  }
  record.start();
  const done = await work(machine, frame, step, key, env, record, options, scope);
  const tolerated = done.outcome === 'failure' && isTolerated(step, scope, record.sink);
  return finish(done.outcome, tolerated ? 'success' : done.outcome, done);
}

async function work(
  machine: Machine,
  frame: Frame,
  step: Step,
  key: string,
  env: Readonly<Record<string, string>>,
  record: StepRecord,
  options: StepsOptions,
  scope: () => StepControl['scope'],
): Promise<Done> {
  const { sink } = record;
  const stop = new AbortController();
  const cancelled = listenForCancel(machine, options.signal, stop, () => evaluateCondition(step.if?.text, scope()));
  let minutes = 0;
  try {
    minutes = Number(textOf(step.timeoutMinutes, scope()));
  } catch (error) {
    sink.fail(`An error occurred when attempting to determine the step timeout. ${describe(error)}`);
  }
  const limit = startTimeLimit(machine.run.ground, minutes, stop);
  const control: StepControl = { key, frame, env, scope: scope(), sink, signal: stop.signal };
  try {
    const worked =
      step.kind === 'run'
        ? await runScript(machine, step, control)
        : await runAction(machine, step, record.name(), control, runSteps);
    machine.states.set(key, new Map([...record.legacyState(), ...(machine.states.get(key) ?? [])]));
    const done = { ...worked, outputs: { ...record.legacyOutputs(), ...worked.outputs } };
    if (limit.passed()) {
      sink.fail(`The action '${record.name()}' has timed out after ${minutes} minutes.`);
      return { ...done, outcome: 'failure' };
    }
    if (done.outcome === 'cancelled') sink.fail('The operation was canceled.');
    return record.failed() && done.outcome === 'success' ? { ...done, outcome: 'failure' } : done;
  } catch (error) {
    sink.fail(describe(error));
    return { outcome: 'failure', outputs: {}, summary: '' };
  } finally {
    limit.end();
    cancelled();
  }
}

/**
 * When the job is cancelled, the running step's condition is asked again: what would still run goes on. A step that begins after
 * the cancel is not ended by it (actions/runner, StepsRunner).
 * @returns how to stop listening
 */
export function listenForCancel(
  machine: Machine,
  signal: AbortSignal,
  stop: AbortController,
  stillHolds: () => boolean,
): () => void {
  if (signal.aborted) return () => undefined;
  const onAbort = (): void => {
    machine.status = 'cancelled';
    let holds = false;
    try {
      holds = stillHolds();
    } catch {
      // A condition that cannot be evaluated any more holds no step back from ending.
    }
    if (!holds) stop.abort();
  };
  signal.addEventListener('abort', onAbort, { once: true });
  return () => {
    signal.removeEventListener('abort', onAbort);
  };
}

function isTolerated(step: Step, scope: () => StepControl['scope'], sink: StepSink): boolean {
  if (step.continueOnError === undefined) return false;
  try {
    const value = evaluateValue(step.continueOnError, scope());
    return typeof value === 'string' ? value.toLowerCase() === 'true' : isTruthy(value);
  } catch (error) {
    sink.fail(describe(error));
    return false;
  }
}

/** As GitHub names a step that has no name: by its first line, or by what it uses. */
function displayName(step: Step, scope: StepControl['scope'] | undefined, masks: ReadonlySet<string>): string {
  const given = step.name;
  const text = ((): string => {
    if (given !== undefined && scope !== undefined) return textOf(given, scope);
    if (given?.kind === 'text') return given.text;
    if (step.kind === 'uses') return `Run ${step.uses.text}`;
    const script = scope === undefined ? '' : textOf(step.run, scope);
    return `Run ${script.trim().split('\n', 1).join()}`;
  })();
  return [...masks].reduce((masked, mask) => masked.replaceAll(mask, '***'), text);
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
