import type { Decision as HealthDecision } from '#health/decision';
import { notePause } from './app-store-world.ts';
import { warnOfBudget } from './app-store-rest.ts';
import type { PlatformDecision } from './decision.ts';
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
    return conclude(draft, told, { ...ending, move: { kind: 'pause', versionId: version.id } });
  const { sentence } = told;
  if (draft.state.place?.track !== 'app-store') {
    const rest = 'no user of the store has it, and it is not released';
    return conclude(draft, { ...told, sentence: `${sentence}; ${rest}` }, ending);
  }
  const choice = 'release a newer version, or take the app from sale at App Store Connect';
  return conclude(
    draft,
    { ...told, sentence: `${sentence}; everybody can have it, and Apple takes nothing back`, choice },
    ending,
  );
}
