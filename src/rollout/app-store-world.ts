import type { Stage } from '#health/verdict';
import type { PlatformDecision, Situation } from './decision.ts';
import { conclude, note, type Draft } from './drafting.ts';
import type { Place } from './entries.ts';
import { noteStoreHalt } from './health-look.ts';
import { isSamePlace } from './places.ts';
import type { AppStorePolicy } from './policy.ts';
import { haltOnly, phaseEvidence, phases } from './presets.ts';
import type { AppStoreSight } from './world.ts';

const dayMs = 86_400_000;

export type AppStoreSituation = Situation & {
  readonly platform: AppStorePolicy;
  readonly sight: AppStoreSight;
};

export type Version = NonNullable<AppStoreSight['version']>;

/** Apple moves by itself, day by day; what it shows is what is. */
export function noteWorld(draft: Draft, sight: AppStoreSight, policy: AppStorePolicy): Draft {
  const { state, situation } = draft;
  const { platform } = state;
  const place = placeOf(sight, policy);
  let next = draft;
  if (place !== null && !isSamePlace(state.place, place)) {
    const { claim } = situation;
    const isOurs = claim !== undefined && isSamePlace(claim.place, place);
    const how = isOurs ? 'move' : isByHand(draft, sight) ? 'drift' : 'seen';
    next = note(next, { kind: 'reached', platform, place, how, by: isOurs ? claim.by : 'store' });
  }
  next = noteResume(next, sight);
  return place !== null && next.state.publishedAt === null ? note(next, { kind: 'published', platform }) : next;
}

/** Apple goes on by itself; that somebody at App Store Connect went on is told by what Apple would not have done. */
function isByHand({ state }: Draft, { version }: AppStoreSight): boolean {
  if (state.place === null || version?.state !== 'READY_FOR_DISTRIBUTION') return false;
  const { phased, releaseType } = version;
  if (phased?.state === 'COMPLETE') return phased.day !== null && phased.day < phases.length;
  return state.place.track === 'testflight' && releaseType === 'MANUAL';
}

/** Where users get it; null before anybody does. */
function placeOf({ version, build }: AppStoreSight, policy: AppStorePolicy): Place | null {
  if (version?.state === 'READY_FOR_DISTRIBUTION') {
    const { phased } = version;
    if (phased === null || phased.state === 'COMPLETE') return { track: 'app-store', share: 1 };
    const share = phases[(phased.day ?? 1) - 1] ?? 1;
    return { track: 'app-store', share };
  }
  if (policy.testFlight !== undefined && build?.isTestable === true) return { track: 'testflight', share: 1 };
  return null;
}

/** Somebody took it up again at App Store Connect: that is a decision of a person, and is not fought. */
function noteResume(draft: Draft, { version }: AppStoreSight): Draft {
  const { platform, halt } = draft.state;
  const isActive = version?.phased?.state === 'ACTIVE';
  return isActive && halt?.isShown === true ? note(draft, { kind: 'resumed', platform, by: 'store' }) : draft;
}

/** A phased release that rests although nobody here let it rest was paused by somebody at App Store Connect. */
export function notePause(draft: Draft, { version }: AppStoreSight): Draft {
  const { platform, halt, pause } = draft.state;
  const phased = version?.phased?.state;
  if (phased === 'ACTIVE') return pause === null ? draft : note(draft, { kind: 'unpaused', platform });
  if (phased !== 'PAUSED' || halt?.isShown === true) return draft;
  if (halt !== null) return note(draft, { kind: 'stopped', platform });
  const { claim } = draft.situation;
  if (pause !== null || claim?.move === 'unpause') return draft;
  if (claim?.move === 'pause') return note(draft, { kind: 'paused', platform, reason: claim.reason ?? '' });
  return noteStoreHalt(draft, 'at App Store Connect');
}

/** A day of Apple's is a stage; its length is Apple's, and nothing raises it. */
export function toStage({ state, situation }: Draft): Stage {
  const { platform } = situation as AppStoreSituation;
  const { place } = state;
  const startedAt = state.publishedAt ?? situation.now;
  const test = platform.testFlight;
  if (place === null || place.track === 'testflight') {
    // A hotfix does not wait for its testers; what they have shown counts all the same.
    const { soak, evidence } = test === undefined || state.isExpedited ? { soak: 0, evidence: haltOnly } : test;
    return { name: 'testflight', startedAt, soak, evidence };
  }
  const isLast = place.share >= 1;
  return {
    name: isLast ? 'app-store 100 %' : `app-store day ${phases.indexOf(place.share) + 1}`,
    startedAt,
    soak: isLast ? platform.watch : dayMs,
    evidence: isLast ? haltOnly : phaseEvidence(platform),
  };
}

/** When Apple takes the next step; null while it takes none. Days of pause do not count. */
export function nextDay(phased: Version['phased']): number | null {
  if (phased?.state !== 'ACTIVE' || phased.startedAt === null) return null;
  return phased.startedAt + (phased.pausedDays + (phased.day ?? 1)) * dayMs;
}

export function supersede(draft: Draft, by: string): PlatformDecision {
  const superseded = note(draft, { kind: 'superseded', platform: draft.state.platform, by });
  return conclude(superseded, { state: 'done', reason: 'superseded', sentence: `${by} has taken its place` });
}
