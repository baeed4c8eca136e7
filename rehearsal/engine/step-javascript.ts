import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { evaluateValue, toText } from '#rehearsal/expressions/evaluate';
import type { JavaScriptAction } from '#rehearsal/workflow/action';
import type { InputDefinition, UsesStep } from '#rehearsal/workflow/workflow';
import type { Done, Machine, StepControl } from './machine.ts';
import { runStepProcess } from './step-process.ts';

/** An action that was found on this machine. */
export interface FoundAction<Action> {
  readonly action: Action;
  /** Absolute: where `action.yml` is. */
  readonly folder: string;
}

export type ActionPhase = 'pre' | 'main' | 'post';

/** One phase of a JavaScript action, in a process of its own on the virtual clock, that reaches no host but this machine. */
export async function runJavaScript(
  machine: Machine,
  { action, folder }: FoundAction<JavaScriptAction>,
  phase: ActionPhase,
  inputs: Readonly<Record<string, string>>,
  control: StepControl,
): Promise<Done> {
  const script = action[phase];
  if (script === undefined) return { outcome: 'success', outputs: {}, summary: '' };
  const { ground } = machine.run;
  const participant = `${machine.key} ${control.key} ${phase}`;
  const clock = new URLSearchParams({ clock: ground.clockUrl, file: ground.clockFile, participant });
  const imports = [`${preload('clock')}?${clock.toString()}`, preload('network')];
  const path = join(folder, script);
  const state = machine.states.get(control.key) ?? new Map<string, string>();
  return runStepProcess(machine, control, {
    file: machine.site.node,
    args: [...imports.map((each) => `--import=${each}`), path],
    action: { script: path, imports },
    cwd: machine.folders.workspace,
    participant,
    env: {
      ...machine.run.endpoints,
      ...inputVariables(inputs),
      ...Object.fromEntries([...state].map(([name, value]) => [`STATE_${name}`, value])),
    },
  });
}

function preload(name: string): string {
  return pathToFileURL(join(import.meta.dirname, '..', name, 'preload.mjs')).href;
}

function inputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
  );
}

/** The inputs of an action: what `with:` gives, and the defaults of the manifest for the rest. Names have no case. */
export function readActionInputs(
  defined: readonly InputDefinition[],
  step: UsesStep,
  control: StepControl,
): Record<string, string> {
  const given = step.with === undefined ? {} : (evaluateValue(step.with, control.scope) as Record<string, never>);
  const names = new Map(defined.map(({ name }) => [name.toLowerCase(), name]));
  const unexpected = Object.keys(given).filter((name) => !names.has(name.toLowerCase()));
  if (unexpected.length > 0) {
    const valid = defined.map(({ name }) => `'${name}'`).join(', ');
    control.sink.warn(
      `Unexpected input(s) ${unexpected.map((name) => `'${name}'`).join(', ')}, valid inputs are [${valid}]`,
    );
  }
  for (const { name, deprecationMessage } of defined)
    if (
      deprecationMessage !== undefined &&
      Object.keys(given).some((each) => each.toLowerCase() === name.toLowerCase())
    )
      control.sink.warn(`Input '${name}' has been deprecated with message: ${deprecationMessage}`);
  const inputs: Record<string, string> = {};
  for (const definition of defined) {
    if (definition.default !== undefined)
      inputs[definition.name] = toText(evaluateValue(definition.default, control.scope));
    else inputs[definition.name] = '';
  }
  for (const [name, value] of Object.entries(given)) inputs[names.get(name.toLowerCase()) ?? name] = toText(value);
  return inputs;
}
