import type { Decision as HealthDecision } from '#health/decision';
import { notePause, type Version } from './app-store-world.ts';
import { warnOfBudget } from './app-store-rest.ts';
import type { PlatformDecision, Verdict } from './decision.ts';
import { conclude, type Draft } from './drafting.ts';
import { noteGateHalt, tellHalt, withHealth } from './health-look.ts';
import type { AppStoreSight } from './world.ts';

/** A gate halts it. */
export function haltBy(draft: Draft, sight: AppStoreSight, health: HealthDecision): PlatformDecision {
  return keepHalt(notePause(noteGateHalt(draft, health), sight), sight, health);
}

/** A halt that stands: a phased release is paused, and nothing else can be stopped. */
export function keepHalt(
  draft: Draft,
  { version }: AppStoreSight,
  health: HealthDecision | undefined,
): PlatformDecision {
  const told = tellHalt(draft);
  const ending = withHealth(health);
  const phased = version?.phased ?? null;
  if (phased?.state === 'PAUSED') return conclude(draft, warnOfBudget(told, phased), ending);
  if (phased?.state === 'ACTIVE' && version !== null)
    return conclude(draft, warnOfBudget(told, phased), { ...ending, move: { kind: 'pause', versionId: version.id } });
  const { sentence } = told;
  if (draft.state.place?.track !== 'app-store') return conclude(draft, tellUnreleased(told, version), ending);
  const choice = 'release a newer version, or take the app from sale at App Store Connect';
  return conclude(
    draft,
    { ...told, sentence: `${sentence}; everybody can have it, and Apple takes nothing back`, choice },
    ending,
  );
}

/** Nobody of the store has it. Where Apple gives it to users by itself once it has approved it, only a person can prevent that. */
function tellUnreleased(told: Verdict, version: Version | null): Verdict {
  const { sentence, choice = '' } = told;
  const isUnderWay = version !== null && onTheirWay.has(version.state);
  const isApproved = version?.state === 'PROCESSING_FOR_DISTRIBUTION' || version?.state === 'PENDING_APPLE_RELEASE';
  if (!isUnderWay || (version.releaseType === 'MANUAL' && !isApproved))
    return { ...told, sentence: `${sentence}; no user of the store has it, and it is not released` };
  const next =
    version.phased === null
      ? 'Apple gives it to everybody by itself, and takes nothing back'
      : 'Apple begins to give it to users by itself, and it is paused as soon as it shows';
  const prevent =
    version.state === 'PROCESSING_FOR_DISTRIBUTION'
      ? 'take the app from sale at App Store Connect'
      : 'take it out of review or set its release to manual at App Store Connect';
  return {
    ...told,
    sentence: `${sentence}; no user of the store has it yet, but ${next}`,
    choice: `${prevent}, ${choice}`,
  };
}

/** From these a version comes to its users without anybody here. */
const onTheirWay: ReadonlySet<string> = new Set([
  'WAITING_FOR_REVIEW',
  'IN_REVIEW',
  'ACCEPTED',
  'PENDING_APPLE_RELEASE',
  'PROCESSING_FOR_DISTRIBUTION',
]);
