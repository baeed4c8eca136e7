import type { Decision as HealthDecision } from '#health/decision';
import { explainReason } from '#health/sentence';
import { haltBy, keepHalt } from './app-store-halt.ts';
import { carryOrder } from './app-store-orders.ts';
import { rest } from './app-store-rest.ts';
import { decideBefore } from './app-store-review.ts';
import { nextDay, notePause, noteWorld, supersede, toStage, type AppStoreSituation } from './app-store-world.ts';
import type { Move, PlatformDecision } from './decision.ts';
import { beginDraft, conclude, hold, note, type Draft, concludeDone, isOver } from './drafting.ts';
import { judgeHealth, keepMemory, tellHold, withHealth } from './health-look.ts';
import type { AppStoreSight } from './world.ts';

/** The next move of a version at the App Store, and why; pure. */
export function decideAppStore(situation: AppStoreSituation): PlatformDecision {
  const { sight, platform, order } = situation;
  if (isOver(situation.state)) return concludeDone(beginDraft(situation));
  const draft = noteWorld(beginDraft(situation), sight, platform);
  const { isExpedited, platform: name } = draft.state;
  if (sight.version?.state === 'REPLACED_WITH_NEW_VERSION') return supersede(draft, sight.newer ?? 'a newer version');
  if (order?.command === 'expedite')
    return decideOn(isExpedited ? draft : note(draft, { kind: 'expedited', platform: name, by: order.by }), sight);
  const carried = order === undefined ? undefined : carryOrder(draft, sight, { ...order, command: order.command });
  return carried ?? decideOn(draft, sight);
}

/** Whether somebody paused it at App Store Connect can be told only after the gates were asked: a run of ours may have died in between. */
function decideOn(draft: Draft, sight: AppStoreSight): PlatformDecision {
  if (draft.state.halt !== null) return keepHalt(notePause(draft, sight), sight, undefined);
  const begun = draft.state.publishedAt === null ? draft : keepMemory(draft);
  const health = judgeHealth(begun, toStage(begun));
  if (health?.verdict.state === 'halt') return haltBy(begun, sight, health);
  const noted = notePause(begun, sight);
  if (noted.state.halt !== null) return keepHalt(noted, sight, undefined);
  const ending = withHealth(health);
  if (noted.state.hold !== null) return rest(noted, sight, tellHold(noted), { ...ending, isForced: true });
  if (noted.state.place?.track !== 'app-store') return decideBefore(noted, sight, health);
  if (health?.verdict.state !== 'hold' || health.verdict.reason === 'soaking') return goOn(noted, sight, health);
  const needsPerson = health.verdict.reason === 'needs-human' || health.verdict.reason === 'invalid-data';
  const choice = needsPerson ? { choice: 'hold, halt, resume or abandon' } : {};
  const verdict = hold(health.verdict.reason, explainReason(health), choice);
  return rest(noted, sight, verdict, { ...ending, isForced: false });
}

/** Users have it, and nothing speaks against it: what a hold let rest goes on, and what is over is over. */
function goOn(draft: Draft, { version }: AppStoreSight, health: HealthDecision | undefined): PlatformDecision {
  const { state, situation } = draft;
  const { platform, pause, place } = state;
  const ending = withHealth(health);
  const phased = version?.phased;
  const { claim } = situation;
  const isUnpausing = claim?.move === 'unpause';
  if ((pause !== null || isUnpausing) && phased?.state === 'PAUSED' && version !== null) {
    const sentence =
      pause === null ? `${claim?.by ?? ''} resumed it` : `the reason for its rest (${pause.reason}) is gone`;
    const move: Move = { kind: 'unpause', versionId: version.id };
    return conclude(draft, { state: 'promote', reason: 'unpause', sentence }, { ...ending, move });
  }
  if (place !== null && place.share >= 1) {
    const { watch } = situation.platform;
    const due = (state.publishedAt ?? situation.now) + watch;
    if (situation.now < due)
      return conclude(draft, hold('watching', 'everybody may have it, and it is watched', { until: due }), ending);
    return concludeDone(note(draft, { kind: 'completed', platform }), ending);
  }
  const boundary = nextDay(phased ?? null);
  const sentence =
    health === undefined ? 'Apple moves it on day by day' : `Apple moves it on day by day; ${explainReason(health)}`;
  return conclude(draft, hold('phasing', sentence, boundary === null ? {} : { until: boundary }), ending);
}
