import { writeUtcDate } from './dates.ts';
import type { PhasedRelease } from './state.ts';

export const DAY = 86_400_000;

/** https://developer.apple.com/help/app-store-connect/update-your-app/release-a-version-update-in-phases: the last of 1, 2, 5, 10, 20, 50, 100 %. */
export const LAST_DAY = 7;

/** The same page: a phased release may be paused for 30 days in all, however often. */
export const PAUSE_BUDGET = 30 * DAY;

/** Time that a phased release has been paused, in ms. */
export function pausedTime({ pausedAt, pausedFor, endedAt }: PhasedRelease, now: number): number {
  return pausedFor + (pausedAt === null ? 0 : (endedAt ?? now) - pausedAt);
}

/** Time that it has been running, in ms: since its start, without pauses. */
export function runningTime(phase: PhasedRelease, now: number): number {
  if (phase.startedAt === null) return 0;
  return (phase.endedAt ?? now) - phase.startedAt - pausedTime(phase, now);
}

/** What a caller sees of it beside its state. Pauses are counted in whole days. */
export function describePhase(phase: PhasedRelease, now: number): object {
  const { startedAt } = phase;
  return {
    startDate: startedAt === null ? null : writeUtcDate(startedAt),
    totalPauseDuration: Math.floor(pausedTime(phase, now) / DAY),
    currentDayNumber: startedAt === null ? null : Math.min(LAST_DAY, Math.floor(runningTime(phase, now) / DAY) + 1),
  };
}
