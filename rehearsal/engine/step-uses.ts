import { evaluateValue, toText } from '#rehearsal/expressions/evaluate';
import type { CompositeAction, JavaScriptAction } from '#rehearsal/workflow/action';
import type { UsesStep } from '#rehearsal/workflow/workflow';
import { findAction } from './actions.ts';
import type { Target } from './actions.ts';
import type { Done, Frame, JobStatus, Machine, StepControl } from './machine.ts';
import { stepScope } from './machine.ts';
import { readActionInputs, runJavaScript } from './step-javascript.ts';
import { runStandIn } from './step-stand-in.ts';
import type { RunSteps } from './steps.ts';

/** Composite actions within composite actions (actions/runner, Constants.CompositeActionsMaxDepth). */
const deepest = 9;

/** A `uses` step: one of ours, one of the caller's, or a stand-in. */
export async function runAction(
  machine: Machine,
  step: UsesStep,
  name: string,
  control: StepControl,
  runSteps: RunSteps,
): Promise<Done> {
  const target = findAction(machine.run.ground, step.uses.text, control.frame.origin, machine.folders.workspace);
  if (target.kind === 'refused') throw new Error(target.reason);
  if (target.kind === 'stand-in') return runStandIn(machine, target, step, name, control);
  const inputs = readActionInputs(target.action.inputs, step, control);
  if (target.action.kind === 'composite')
    return runComposite(machine, target.action, target, inputs, control, runSteps);
  const found = { action: target.action, folder: target.folder };
  const within = withAction(machine, target, control);
  registerPost(machine, found, name, inputs, within);
  return runJavaScript(machine, found, 'main', inputs, within);
}

/** Members of `github` that tell an action where it is. */
function placeOf({ folder, origin, local }: Extract<Target, { kind: 'action' }>): Record<string, string> {
  const repository = local ? '' : origin.repository;
  return { action_path: folder, action_repository: repository, action_ref: local ? '' : origin.ref };
}

function withAction(machine: Machine, target: Extract<Target, { kind: 'action' }>, control: StepControl): StepControl {
  const frame = { ...control.frame, github: { ...control.frame.github, ...placeOf(target) } };
  const github = control.scope.contexts['github'] as { readonly action?: string };
  const extra = github.action === undefined ? {} : { action: github.action };
  return { ...control, frame, scope: stepScope(machine, frame, control.env, control.scope.where, extra) };
}

/** An action's post is bound to run once its pre or main has begun, whatever becomes of them. */
export function registerPost(
  machine: Machine,
  found: { readonly action: JavaScriptAction; readonly folder: string },
  name: string,
  inputs: Readonly<Record<string, string>>,
  control: StepControl,
): void {
  if (found.action.post === undefined || machine.posts.some(({ key }) => key === control.key)) return;
  machine.posts.push({
    name: `Post ${name}`,
    key: control.key,
    condition: found.action.postIf?.text ?? 'always()',
    frame: control.frame,
    run: (later) => runJavaScript(machine, found, 'post', inputs, { ...later, scope: control.scope }),
  });
}

async function runComposite(
  machine: Machine,
  action: CompositeAction,
  target: Extract<Target, { kind: 'action' }>,
  inputs: Readonly<Record<string, string>>,
  control: StepControl,
  runSteps: RunSteps,
): Promise<Done> {
  const outer = control.frame;
  if (outer.depth >= deepest) throw new Error(`composite actions are nested more than ${deepest} deep`);
  const state: { status: JobStatus } = { status: 'success' };
  const own = Object.fromEntries(
    Object.entries(control.env).filter(([name, value]) => machine.env.get(name) !== value),
  );
  const frame: Frame = {
    steps: {},
    inputs,
    overrides: { ...outer.overrides, ...own },
    github: { ...outer.github, ...placeOf(target) },
    origin: target.origin,
    status: () => state.status,
    depth: outer.depth + 1,
  };
  const reports = await runSteps(machine, frame, action.steps, {
    keyPrefix: `${control.key}.`,
    signal: control.signal,
    parent: control.sink,
    onEnd: (outcome) => {
      state.status = outcome;
    },
  });
  const scope = stepScope(machine, frame, control.env, control.scope.where);
  const outputs: Record<string, string> = {};
  for (const { name, value } of action.outputs)
    if (value !== undefined) outputs[name] = toText(evaluateValue(value, scope));
  const summary = reports
    .map((report) => report.summary)
    .filter((text) => text !== '')
    .join('\n');
  return {
    outcome: control.signal.aborted && state.status !== 'failure' ? 'cancelled' : state.status,
    outputs,
    summary,
    children: reports,
  };
}
