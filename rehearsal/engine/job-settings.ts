import { evaluateValue, isTruthy, toText } from '#rehearsal/expressions/evaluate';
import type { ExpressionValue, Scope } from '#rehearsal/expressions/evaluate';
import { judgeRunner } from '#rehearsal/workflow/runners';
import type { Frame, Machine, StepSink } from './machine.ts';
import { baseEnv, stepScope } from './machine.ts';
import { textOf } from './step-run.ts';

/** 6 hours: https://docs.github.com/en/actions/reference/limits */
const defaultMinutes = 360;

/** The level of a job's own steps. */
export function jobFrame(machine: Machine): Frame {
  return {
    steps: {},
    inputs: machine.scope.inputs,
    overrides: {},
    github: {},
    origin: machine.scope.origin,
    status: () => machine.status,
    depth: 0,
  };
}

/** Expressions of the job itself. */
export function scopeOf(machine: Machine, frame: Frame): Scope {
  return stepScope(machine, frame, baseEnv(machine, frame), machine.job.place);
}

/**
 * What the job's own keys say, before its first step: environment, defaults, the machine it wants.
 * @returns the limit of the job in minutes
 */
export function prepareJob(machine: Machine, frame: Frame, sink: StepSink): number {
  const { job, scope } = machine;
  for (const env of [scope.workflow.env, job.env]) {
    if (env === undefined) continue;
    const values = evaluateValue(env, scopeOf(machine, frame)) as Readonly<Record<string, never>>;
    for (const [name, value] of Object.entries(values)) machine.env.set(name, toText(value));
  }
  const level = [scope.workflow.defaults, job.defaults];
  for (const defaults of level) {
    if (defaults?.shell !== undefined) machine.defaults.shell = textOf(defaults.shell, scopeOf(machine, frame));
    if (defaults?.workingDirectory !== undefined)
      machine.defaults.workingDirectory = textOf(defaults.workingDirectory, scopeOf(machine, frame));
  }
  refuseOtherMachines(machine, frame);
  const token = Object.entries(machine.site.permissions).map(([name, level]) => `${name}: ${level}`);
  sink.read(`This machine stands in for ${describeLabels(machine, frame)}`);
  sink.read(`The token may: ${token.length === 0 ? 'nothing' : token.join(', ')}`);
  sink.read(`Workspace: ${machine.folders.workspace}`);
  return job.timeoutMinutes === undefined
    ? defaultMinutes
    : Number(textOf(job.timeoutMinutes, scopeOf(machine, frame)));
}

/** Labels that only now are known: those of an expression. */
function refuseOtherMachines(machine: Machine, frame: Frame): void {
  const { group } = machine.job.runsOn;
  const { verdict, why } = judgeRunner(
    {
      labels: labelsOf(machine, frame),
      ...(group === undefined ? {} : { group: textOf(group, scopeOf(machine, frame)) }),
    },
    { platform: process.platform },
  );
  if (verdict === 'refused') throw new Error(`the job cannot be rehearsed on this machine. ${why}`);
}

function labelsOf(machine: Machine, frame: Frame): string[] {
  const { labels } = machine.job.runsOn;
  if (labels === undefined) return [];
  const value = evaluateValue(labels, scopeOf(machine, frame));
  return (Array.isArray(value) ? (value as readonly ExpressionValue[]) : [value]).map(toText);
}

function describeLabels(machine: Machine, frame: Frame): string {
  return labelsOf(machine, frame).join(', ') || 'the runner';
}

/** A value that may hold a secret does not leave the job (actions/runner, JobExtension). */
export function evaluateOutputs(machine: Machine, frame: Frame, sink: StepSink): Record<string, string> {
  const outputs: Record<string, string> = {};
  for (const { name, value } of machine.job.outputs) {
    const text = textOf(value, scopeOf(machine, frame));
    if ([...machine.masks].some((mask) => text.includes(mask)))
      sink.warn(`Skip output '${name}' since it may contain secret.`);
    else if (text !== '') outputs[name] = text;
  }
  return outputs;
}

export function isTolerated(machine: Machine, frame: Frame): boolean {
  const { continueOnError } = machine.job;
  if (continueOnError === undefined) return false;
  const value = evaluateValue(continueOnError, scopeOf(machine, frame));
  return typeof value === 'string' ? value.toLowerCase() === 'true' : isTruthy(value);
}
