import type { Decision as HealthDecision } from '#health/decision';
import { explainReason } from '#health/sentence';
import { findObstacle } from './conditions.ts';
import type { Move, PlatformDecision, Situation, Verdict } from './decision.ts';
import { conclude, hold, note, type Draft, concludeDone } from './drafting.ts';
import { withHealth } from './health-look.ts';
import { findNext, planOf } from './play-plan.ts';
import { codeOf, shareOf, supersede, type Found, type PlaySituation } from './play-world.ts';
import type { PlayStep } from './policy.ts';
import { isStorePlace } from './state.ts';
import type { ReleaseSight } from './world.ts';

interface Raise {
  /** By a person, who is past soak, evidence, windows and other platforms. */
  readonly isForced: boolean;
  readonly by?: `@${string}`;
  readonly health?: HealthDecision;
  /** To everybody, whatever comes next in the plan. */
  readonly toAll?: boolean;
}

export function decideRaise(draft: Draft, found: Found, raise: Raise): PlatformDecision {
  const { situation } = draft;
  const { platform } = draft.state;
  const ending = withHealth(raise.health);
  const plan = planOf(draft);
  const next = raise.toAll === true ? plan.at(-1) : findNext(draft);
  if (next === undefined || (raise.toAll === true && found.status === 'completed' && found.track === next.track)) {
    return concludeDone(note(draft, { kind: 'completed', platform }), ending);
  }
  const entersStore = next.isProduction && !isStorePlace({ track: found.track, share: 1 });
  if (!raise.isForced) {
    const superseding = situation.managed.find(
      ({ isNewer, state }) => isNewer && state.life === 'open' && state.productionAt !== null,
    );
    if (superseding !== undefined && next.isProduction) return supersede(draft, superseding.tag);
    const obstacle = findObstacle(situation, entersStore);
    if (obstacle !== undefined && 'ask' in obstacle)
      return conclude(draft, hold('asking', 'what it needs is asked'), { ...ending, ask: true });
    if (obstacle !== undefined) return conclude(draft, obstacle.verdict, ending);
    if (situation.isUploading) return conclude(draft, tellUpload(situation), ending);
  }
  const { sight } = situation as PlaySituation;
  if (!sight.looked) return conclude(draft, hold('looking', 'its tracks are read'), { ...ending, look: true });
  const target = sight.tracks.find(({ track }) => track === next.track);
  const blocked = found.track === next.track ? undefined : findBlock(draft, target?.releases ?? [], next, raise);
  if (blocked !== undefined) return conclude(draft, blocked, ending);
  const sentence = raise.by === undefined ? explainRaise(raise.health) : `${raise.by} asked for it`;
  const verdict: Verdict = { state: 'promote', reason: raise.health?.verdict.reason ?? 'by-hand', sentence };
  const move = toMove(found, next, target?.releases ?? []);
  return conclude(draft, verdict, { ...ending, move, to: { track: next.track, share: next.reach } });
}

/** https://developers.google.com/android-publisher/edits: an account's new edit ends its open one. */
export function tellUpload({ platform }: Situation): Verdict {
  const what = platform.store === 'google-play' ? platform.package : platform.name;
  return hold('uploading', `an upload of ${what} is under way, and a look at its tracks would end it`);
}

function explainRaise(health: HealthDecision | undefined): string {
  return health === undefined ? 'nothing is asked of it' : explainReason(health);
}

/** What on the next track stands in the way; a rollout of ours is none, since a newer release takes its place. */
function findBlock(
  { situation, state }: Draft,
  there: readonly ReleaseSight[],
  next: PlayStep,
  { isForced }: Raise,
): Verdict | undefined {
  const code = codeOf(state);
  const running = there.find(({ status }) => status === 'inProgress' || status === 'halted');
  if (running !== undefined && running.versionCode > code)
    return hold('older-than-store', `${running.versionCode} is rolled out on ${next.track}, and it is newer`, {
      choice: 'abandon',
    });
  const isOurs = situation.managed.some(({ state: other }) => codeOf(other) === running?.versionCode);
  if (running !== undefined && !isOurs && !isForced)
    return hold(
      'unmanaged-rollout',
      `the rollout of ${running.versionCode} on ${next.track} was not opened here, and would end with this`,
      {
        choice: 'complete or halt that one, or promote this by hand',
      },
    );
  if (there.length === 0 && next.reach < 1 && !isForced)
    return hold(
      'first-release',
      `it would be the first release on ${next.track}, which Google gives to everybody or to nobody`,
      {
        choice: 'promote by hand: everybody gets it at once',
      },
    );
  return undefined;
}

function toMove(found: Found, next: PlayStep, there: readonly ReleaseSight[]): Move {
  const { versionCode, track } = found;
  if (track === next.track) {
    if (next.reach >= 1) return { kind: 'complete', track, versionCode };
    return { kind: 'raise', track, versionCode, from: shareOf(found), to: next.reach };
  }
  const running = there.find(({ status }) => status === 'inProgress' || status === 'halted');
  return {
    kind: 'promote',
    from: track,
    track: next.track,
    versionCode,
    to: there.length === 0 ? 1 : next.reach,
    ...(running === undefined ? {} : { replacing: running.versionCode }),
  };
}
