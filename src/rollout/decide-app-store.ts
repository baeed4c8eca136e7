import type { Decision as HealthDecision } from '#health/decision';
import { explainEvidence, explainReason } from '#health/sentence';
import { haltBy, keepHalt } from './app-store-halt.ts';
import { carryOrder } from './app-store-orders.ts';
import { rest } from './app-store-rest.ts';
import { decideBefore } from './app-store-review.ts';
import { nextDay, notePause, noteWorld, supersede, toStage, type AppStoreSituation } from './app-store-world.ts';
import type { Move, PlatformDecision } from './decision.ts';
import { beginDraft, conclude, hold, note, type Draft, type Ending, concludeDone, isOver } from './drafting.ts';
import { judgeHealth, keepMemory, tellHold, withHealth } from './health-look.ts';
import type { AppStoreSight } from './world.ts';

/** The next move of a version at the App Store, and why; pure. */
export function decideAppStore(situation: AppStoreSituation): PlatformDecision {
  const { sight, platform, order } = situation;
  if (isOver(situation.state)) return concludeDone(beginDraft(situation));
  const draft = noteWorld(beginDraft(situation), sight, platform);
  const { isExpedited, platform: name } = draft.state;
  const superseding = findSuperseding(draft, sight);
  if (superseding !== undefined) return supersede(draft, superseding);
  if (order?.command === 'expedite')
    return decideOn(isExpedited ? draft : note(draft, { kind: 'expedited', platform: name, by: order.by }), sight);
  const carried = order === undefined ? undefined : carryOrder(draft, sight, { ...order, command: order.command });
  return carried ?? decideOn(draft, sight);
}

/** Whoever has the store after this one: Apple itself says so of a version that was out. One that was not is never released below it. */
function findSuperseding({ state, situation }: Draft, { version, newer }: AppStoreSight): string | undefined {
  if (version?.state === 'REPLACED_WITH_NEW_VERSION') return newer ?? 'a newer version';
  if (newer !== null) return newer;
  if (state.place?.track === 'app-store') return undefined;
  return situation.managed.find(({ isNewer, state: other }) => isNewer && other.productionAt !== null)?.tag;
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
  const { pause, place } = noted.state;
  if (noted.situation.claim?.move === 'unpause' && pause === null && sight.version?.phased?.state === 'PAUSED')
    return unpause(noted, sight.version.id, `${noted.situation.claim.by} resumed it`, ending);
  if (noted.state.hold !== null) return rest(noted, sight, tellHold(noted), { ...ending, isForced: true });
  if (place?.track !== 'app-store') return decideBefore(noted, sight, health);
  if (sight.version?.state !== 'READY_FOR_DISTRIBUTION') return tellGone(noted, sight, ending);
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
  const phased = version?.phased ?? null;
  if (pause !== null && phased?.state === 'PAUSED' && version !== null)
    return unpause(draft, version.id, `the reason for its rest (${pause.reason}) is gone`, ending);
  if (place !== null && place.share >= 1) {
    const { watch } = situation.platform;
    const due = (state.publishedAt ?? situation.now) + watch;
    if (situation.now < due)
      return conclude(draft, hold('watching', 'everybody may have it, and it is watched', { until: due }), ending);
    return concludeDone(note(draft, { kind: 'completed', platform }), ending);
  }
  const boundary = nextDay(phased);
  const until = boundary === null || boundary <= situation.now ? {} : { until: boundary };
  const told = health === undefined ? '' : `; ${explainEvidence(health)}`;
  const asked = situation.order?.command === 'promote' ? '; "complete" gives it to everybody at once' : '';
  return conclude(draft, hold('phasing', `Apple moves it on day by day${told}${asked}`, until), ending);
}

function unpause(draft: Draft, versionId: string, sentence: string, ending: Ending): PlatformDecision {
  const move: Move = { kind: 'unpause', versionId };
  return conclude(draft, { state: 'promote', reason: 'unpause', sentence }, { ...ending, move });
}

/** Users had it, and the store does not say so any more. */
function tellGone(draft: Draft, { version }: AppStoreSight, ending: Ending): PlatformDecision {
  const what =
    version === null ? 'App Store Connect does not know it any more' : `App Store Connect calls it ${version.state}`;
  return conclude(
    draft,
    hold('gone', `users had it, and ${what}`, { choice: 'look at App Store Connect, or abandon it' }),
    ending,
  );
}
