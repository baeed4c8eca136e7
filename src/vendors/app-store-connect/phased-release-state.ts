import { number, optional, record } from '#kit/shapes';
import { instant, word } from './documents.ts';
import type { Resource } from './documents.ts';

/** How a version that was released comes to the users with automatic updates. */
export interface PhasedRelease {
  readonly id: string;
  /** "INACTIVE" before the release, "ACTIVE", "PAUSED", "COMPLETE" for good. */
  readonly state: string;
  /**
   * 1 to 7, for 1, 2, 5, 10, 20, 50 and 100 % of the users with automatic updates; null before the first. Everybody else
   * may get the version at any time.
   * https://developer.apple.com/help/app-store-connect/update-your-app/release-a-version-update-in-phases
   */
  readonly day: number | null;
  /** Milliseconds since the epoch; null before the release. */
  readonly startedAt: number | null;
  /** How many of the 30 days of pause were used up so far. */
  readonly pausedDays: number;
}

export const phasedReleaseAttributes = record(
  {
    phasedReleaseState: word,
    startDate: optional(instant),
    totalPauseDuration: optional(number('whole', 0, 10_000)),
    currentDayNumber: optional(number('whole', 0, 7)),
  },
  'ignored',
);

export function toPhasedRelease({
  id,
  attributes,
}: Resource<ReturnType<typeof phasedReleaseAttributes>>): PhasedRelease {
  const { phasedReleaseState: state, startDate, totalPauseDuration, currentDayNumber } = attributes;
  return {
    id,
    state,
    day: currentDayNumber === undefined || currentDayNumber === 0 ? null : currentDayNumber,
    startedAt: startDate ?? null,
    pausedDays: totalPauseDuration ?? 0,
  };
}
