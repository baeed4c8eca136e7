import type { Decision as HealthDecision } from '#health/decision';
import type { Move, PlatformDecision } from './decision.ts';
import { conclude, type Draft } from './drafting.ts';
import { noteGateHalt, tellHalt, withHealth } from './health-look.ts';
import { noteHalt, type Found } from './play-world.ts';

/** A gate halts it. */
export function haltBy(draft: Draft, found: Found, health: HealthDecision): PlatformDecision {
  return keepHalt(noteHalt(noteGateHalt(draft, health), found), found, health);
}

/** A halt that stands: the move where the store does not show it yet. */
export function keepHalt(draft: Draft, found: Found, health: HealthDecision | undefined): PlatformDecision {
  const { halt } = draft.state;
  const verdict = tellHalt(draft);
  const ending = withHealth(health);
  if (halt?.isShown === true) return conclude(draft, verdict, ending);
  const move = toHalt(found);
  if (move !== undefined) return conclude(draft, verdict, { ...ending, move });
  const where = `on ${found.track} Google halts nothing that everybody there has; it goes no further`;
  return conclude(draft, { ...verdict, sentence: `${verdict.sentence}; ${where}` }, ending);
}

function toHalt({ track, status, versionCode, lifecycle }: Found): Move | undefined {
  if (status === 'draft' || lifecycle === 'DRAFT') return undefined;
  const isInternal = /(^|:)(internal|qa)$/.test(track);
  if (isInternal && status !== 'inProgress') return undefined;
  return { kind: 'halt', track, versionCode };
}
