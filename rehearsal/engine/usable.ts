import type { PlannedWorkflow } from '#rehearsal/workflow/start-up';
import type { Step } from '#rehearsal/workflow/workflow';
import type { OriginRepository } from './actions.ts';
import { findAction } from './actions.ts';
import type { Finding } from './result.ts';
import type { Ground, Origin } from './run-state.ts';

/**
 * Actions of others that nothing stands in for, in all workflows of a run and in the composite actions that they use: found before
 * the first step, not after an hour.
 */
export function checkActions(ground: Ground, plan: PlannedWorkflow, wanted?: ReadonlySet<string>): Finding[] {
  const { origin } = plan.origin.repository as OriginRepository;
  const own = plan.jobs
    .filter(({ job }) => wanted === undefined || wanted.has(job.id))
    .flatMap(({ job, called }) => [
      ...(job.kind === 'steps' ? checkSteps(ground, job.steps, origin, new Set()) : []),
      ...(called === undefined ? [] : checkActions(ground, called)),
    ]);
  const seen = new Map(own.map((finding) => [JSON.stringify(finding), finding]));
  return [...seen.values()];
}

function checkSteps(ground: Ground, steps: readonly Step[], origin: Origin, seen: Set<string>): Finding[] {
  return steps.flatMap((step) => {
    if (step.kind !== 'uses') return [];
    // What `./` leads to is known only when the workspace is filled; that it will be what is here now is likely enough to look.
    const target = findAction(ground, step.uses.text, origin, ground.root);
    if (target.kind === 'refused')
      return step.uses.text.startsWith('./') ? [] : [{ ...step.uses.place, message: target.reason }];
    if (target.kind === 'stand-in' || target.action.kind !== 'composite' || seen.has(target.folder)) return [];
    seen.add(target.folder);
    return checkSteps(ground, target.action.steps, target.origin, seen);
  });
}
