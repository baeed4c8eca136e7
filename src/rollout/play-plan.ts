import type { Stage } from '#health/verdict';
import type { Draft } from './drafting.ts';
import type { PlaySituation } from './play-world.ts';
import type { PlayStep } from './policy.ts';

/** The steps of the plan that lie ahead and the one that is reached, by what the world shows: names of stages are not remembered. */
export function planOf({ situation, state }: Draft): readonly PlayStep[] {
  const { platform } = situation as PlaySituation;
  if (!state.isExpedited) return platform.steps;
  const tests = platform.steps.filter(({ isProduction }) => !isProduction);
  return [...tests, ...platform.expedite];
}

/** Index of the last step that is reached; -1 before the first. */
function findIndex(draft: Draft): number {
  const { place } = draft.state;
  if (place === null) return -1;
  const plan = planOf(draft);
  const before = plan.findIndex(({ track }) => track === place.track) - 1;
  const reached = plan.findLastIndex(({ track, reach }) => track === place.track && reach <= place.share + 1e-6);
  return reached === -1 ? before : reached;
}

export function findStep(draft: Draft): PlayStep | undefined {
  return planOf(draft)[findIndex(draft)];
}

export function findNext(draft: Draft): PlayStep | undefined {
  const plan = planOf(draft);
  const next = plan[findIndex(draft) + 1];
  // A hotfix does not wait in the tracks for testing.
  return draft.state.isExpedited
    ? (plan.slice(findIndex(draft) + 1).find(({ isProduction }) => isProduction) ?? next)
    : next;
}

/** A place beside the plan (15 %, by hand) waits as long as the step before it, and asks for the same. */
export function toStage(draft: Draft, step: PlayStep | undefined): Stage {
  const { state, situation } = draft;
  const isLast = findNext(draft) === undefined;
  const { platform } = situation as PlaySituation;
  const isSkipped = state.isExpedited && step?.isProduction !== true;
  return {
    name: step?.name ?? state.place?.track ?? 'upload',
    startedAt: state.publishedAt ?? situation.now,
    soak: isLast ? platform.watch : isSkipped ? 0 : (step?.soak ?? 0),
    evidence: isLast || isSkipped || step === undefined ? { kind: 'halt-only' } : step.evidence,
  };
}
