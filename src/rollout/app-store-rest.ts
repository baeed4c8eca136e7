import type { Decision as HealthDecision } from '#health/decision';
import { formatDuration } from '#kit/duration';
import { nextDay, type AppStoreSituation, type Version } from './app-store-world.ts';
import type { PlatformDecision, Verdict } from './decision.ts';
import { conclude, type Draft } from './drafting.ts';
import type { AppStoreSight } from './world.ts';

/** https://developer.apple.com/help/app-store-connect/update-your-app/release-a-version-update-in-phases */
const pauseBudgetDays = 30;
const pauseWarningDays = 25;
/** For these a phased release always rests: nobody can see what it does. */
const blindReasons = ['stale', 'invalid-data', 'shared-incident'];

/**
 * A hold: Apple would go on all the same. For data that show nothing it is let rest, but no sooner than needed: a day is lost with each
 * pause. Whoever waits longer than the next tick may be late has missed the day.
 */
export function rest(
  draft: Draft,
  { version }: AppStoreSight,
  verdict: Verdict,
  { isForced, ...ending }: { readonly isForced: boolean; readonly health?: HealthDecision },
): PlatformDecision {
  const { situation } = draft;
  const { platform, now, longestGap } = situation as AppStoreSituation;
  const phased = version?.phased ?? null;
  if (phased?.state === 'PAUSED') return conclude(draft, warnOfBudget(verdict, phased), ending);
  const boundary = nextDay(phased);
  if (boundary === null || version === null) return conclude(draft, verdict, ending);
  const isCause = isForced || blindReasons.includes(verdict.reason) || platform.pauseOn.includes(verdict.reason);
  if (!isCause) return conclude(draft, verdict, ending);
  // Apple refuses another pause then.
  if (phased !== null && phased.pausedDays >= pauseBudgetDays)
    return conclude(draft, warnOfBudget(verdict, phased), ending);
  if (!isForced && boundary - now > longestGap)
    return conclude(
      draft,
      {
        ...verdict,
        sentence: `${verdict.sentence}. Apple's next step is in ${formatDuration(boundary - now)}; it is paused before that if this stays`,
      },
      ending,
    );
  return conclude(draft, verdict, { ...ending, move: { kind: 'pause', versionId: version.id } });
}

/** The end of the budget is told days before, with what a person can do. */
export function warnOfBudget(verdict: Verdict, { pausedDays }: NonNullable<Version['phased']>): Verdict {
  if (pausedDays < pauseWarningDays) return verdict;
  const left = Math.max(0, pauseBudgetDays - pausedDays);
  return {
    ...verdict,
    reason: 'pause-budget',
    sentence: `${verdict.sentence}. It was paused for ${pausedDays} of the ${pauseBudgetDays} days that Apple allows; after ${left} more it may go to everybody`,
    choice: 'resume it, release a newer version, or take the app from sale',
  };
}
