import { finishBetaReview, startBetaReview } from './beta-review.ts';
import { finishProcessing } from './builds.ts';
import { endPauseBudget, endPhase } from './phased-releases.ts';
import { finishDistribution, startDistribution } from './release.ts';
import { completeSubmission, endCancellation, finishAdding, finishReview, startReview } from './review.ts';
import { finishScreenshot } from './screenshots.ts';
import type { AscState, Timer, TimerKind } from './state.ts';
import { finishUpload } from './uploads.ts';

/** What happens by itself when its time has come. `at` is that time, which a clock that jumps may have left behind. */
const HAPPENINGS: Readonly<Record<TimerKind, (state: AscState, id: string, at: number) => void>> = {
  'build-processed': finishProcessing,
  'upload-processed': finishUpload,
  'screenshot-processed': finishScreenshot,
  'version-added': finishAdding,
  'review-begins': startReview,
  'review-ends': finishReview,
  'submission-completes': completeSubmission,
  'cancellation-ends': endCancellation,
  'release-date': startDistribution,
  distributed: finishDistribution,
  'phase-ends': endPhase,
  'pause-budget-ends': endPauseBudget,
  'beta-review-begins': startBetaReview,
  'beta-review-ends': finishBetaReview,
};

export function isDue(state: AscState, now: number): boolean {
  return state.timers.some(({ at }) => at <= now);
}

/** Lets everything happen that is due, in the order of its time. */
export function settle(state: AscState, now: number): void {
  for (let next = findNext(state, now); next !== undefined; next = findNext(state, now)) {
    const { kind, id, at } = next;
    state.timers = state.timers.filter((timer) => timer !== next);
    HAPPENINGS[kind](state, id, at);
  }
}

function findNext(state: AscState, now: number): Timer | undefined {
  return state.timers
    .filter(({ at }) => at <= now)
    .reduce<Timer | undefined>(
      (first, timer) => (first === undefined || timer.at < first.at ? timer : first),
      undefined,
    );
}
