import { evaluateExpression, evaluateValue, isTruthy, toText } from '#rehearsal/expressions/evaluate';
import type { Step, UsesStep } from '#rehearsal/workflow/workflow';
import { findAction } from './actions.ts';
import type { Done, Frame, JobStatus, Machine, StepControl } from './machine.ts';
import { baseEnv, stepScope } from './machine.ts';
import type { StepReport } from './result.ts';
import { readActionInputs, runJavaScript } from './step-javascript.ts';
import { createStepRecord } from './step-record.ts';
import { textOf } from './step-run.ts';
import { listenForCancel } from './steps.ts';
import { registerPost } from './step-uses.ts';

type OnEnd = (outcome: JobStatus) => void;

/**
 * The `pre` of all actions runs before the first step, also of those within composite actions. Actions of the workspace have none:
 * it is still empty then. (actions/runner, ActionManager)
 */
export async function runPres(machine: Machine, frame: Frame, onEnd: OnEnd): Promise<StepReport[]> {
  const reports: StepReport[] = [];
  await visit(machine.job.steps, frame, '');
  return reports;

  async function visit(steps: readonly Step[], level: Frame, prefix: string): Promise<void> {
    for (const [index, step] of steps.entries()) {
      if (step.kind !== 'uses') continue;
      const key = `${prefix}${index}`;
      const target = findAction(machine.run.ground, step.uses.text, level.origin, machine.folders.workspace);
      if (target.kind !== 'action' || target.local) continue;
      const { action, folder, origin } = target;
      if (action.kind === 'composite') {
        await visit(action.steps, { ...level, origin, depth: level.depth + 1 }, `${key}.`);
        continue;
      }
      if (action.pre === undefined) continue;
      reports.push(
        await runPhase(machine, { ...level, depth: 0 }, key, `Pre ${nameOf(machine, level, step)}`, 'pre', {
          condition: action.preIf?.text ?? 'always()',
          env: step,
          onEnd,
          run: (control) => {
            const inputs = readActionInputs(action.inputs, step, control);
            registerPost(machine, { action, folder }, nameOf(machine, level, step), inputs, control);
            return runJavaScript(machine, { action, folder }, 'pre', inputs, control);
          },
        }),
      );
    }
  }
}

/** From the last that was registered to the first. */
export async function runPosts(machine: Machine, onEnd: OnEnd): Promise<StepReport[]> {
  const reports: StepReport[] = [];
  for (const post of [...machine.posts].reverse()) {
    const { condition, run, key, name } = post;
    // What a post asks is how the job stands, also within a composite action.
    const frame: Frame = { ...post.frame, depth: 0, status: () => machine.status };
    reports.push(await runPhase(machine, frame, key, name, 'post', { condition, onEnd, run }));
  }
  return reports;
}

interface PhaseWork {
  readonly condition: string;
  /** Whose `env:` counts. */
  readonly env?: UsesStep;
  readonly onEnd: OnEnd;
  readonly run: (control: StepControl) => Promise<Done>;
}

async function runPhase(
  machine: Machine,
  frame: Frame,
  key: string,
  name: string,
  phase: 'pre' | 'post',
  { condition, env: step, onEnd, run }: PhaseWork,
): Promise<StepReport> {
  const record = createStepRecord(machine, { phase, name });
  const where = machine.job.place;
  let env = baseEnv(machine, frame);
  const scope = (): StepControl['scope'] => stepScope(machine, frame, env, where);
  const stop = new AbortController();
  // Unlike `if:` these imply no success(): an action's post is there to clean up.
  const holds = (): boolean => isTruthy(evaluateExpression(condition, scope()));
  const done = listenForCancel(machine, machine.cancel, stop, holds);
  try {
    if (!holds()) return record.finish('skipped', 'skipped');
    record.start();
    if (step?.env !== undefined)
      for (const [variable, value] of Object.entries(evaluateValue(step.env, scope()) as Record<string, never>))
        env = { ...env, [variable]: toText(value) };
    const result = await run({ key, frame, env, scope: scope(), sink: record.sink, signal: stop.signal });
    if (result.outcome !== 'success') onEnd(result.outcome);
    return record.finish(result.outcome, result.outcome, result);
  } catch (error) {
    record.sink.fail(error instanceof Error ? error.message : String(error));
    onEnd('failure');
    return record.finish('failure', 'failure');
  } finally {
    done();
  }
}

function nameOf(machine: Machine, frame: Frame, step: UsesStep): string {
  const scope = stepScope(machine, frame, baseEnv(machine, frame), step.place);
  return step.name === undefined ? `Run ${step.uses.text}` : textOf(step.name, scope);
}
