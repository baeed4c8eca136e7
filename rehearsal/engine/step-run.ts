import { randomUUID } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { evaluateValue, toText } from '#rehearsal/expressions/evaluate';
import type { Scope } from '#rehearsal/expressions/evaluate';
import { prepareScript } from '#rehearsal/runner/shells';
import type { Scalar } from '#rehearsal/expressions/template';
import type { RunStep } from '#rehearsal/workflow/workflow';
import type { Done, Machine, StepControl } from './machine.ts';
import { runStepProcess } from './step-process.ts';

/** The text of a scalar; empty when it is absent. */
export function textOf(scalar: Scalar | undefined, scope: Scope): string {
  return scalar === undefined ? '' : toText(evaluateValue(scalar, scope));
}

/** A `run` step: a script in a shell. */
export async function runScript(machine: Machine, step: RunStep, control: StepControl): Promise<Done> {
  const { scope, sink, frame, env } = control;
  // Defaults are the job's; steps of a composite action do not see them.
  const defaults = frame.depth === 0 ? machine.defaults : { shell: '', workingDirectory: '' };
  const path = [...machine.path, env['PATH'] ?? machine.least['PATH'] ?? ''].join(delimiter);
  const script = prepareScript(textOf(step.run, scope), textOf(step.shell, scope) || defaults.shell, path);
  const cwd = resolve(
    machine.folders.workspace,
    step.workingDirectory === undefined ? defaults.workingDirectory : textOf(step.workingDirectory, scope),
  );
  if (!existsSync(cwd)) throw new Error(`the working directory ${cwd} does not exist`);
  const file = join(machine.folders.temp, `${randomUUID()}${script.extension}`);
  writeFileSync(file, script.text);
  const result = await runStepProcess(machine, control, { ...script.command(file), cwd });
  if (result.outcome === 'failure' && result.exitCode !== 0)
    sink.fail(`Process completed with exit code ${result.exitCode}.`);
  return result;
}
