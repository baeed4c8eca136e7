import type { PlatformDecision } from './decision.ts';
import { beginDraft, conclude, hold, note, type Draft, concludeDone, isOver } from './drafting.ts';
import { holdBy, judgeHealth, keepMemory, tellHold, withHealth } from './health-look.ts';
import { haltBy, keepHalt } from './play-halt.ts';
import { carryOrder, resumeAgain } from './play-orders.ts';
import { findStep, toStage } from './play-plan.ts';
import { decideRaise, tellUpload } from './play-raise.ts';
import { tellReview } from './play-review.ts';
import {
  codeOf,
  findFurthest,
  findReasonToLook,
  noteHalt,
  notePublication,
  noteWorld,
  supersede,
  type Found,
  type PlaySituation,
} from './play-world.ts';
import { isStorePlace, type PlatformState } from './state.ts';
import type { PlaySight } from './world.ts';

/** The next move of a release at Google Play, and why; pure. */
export function decidePlay(situation: PlaySituation): PlatformDecision {
  const { sight, state } = situation;
  const draft = beginDraft(situation);
  if (isOver(state)) return concludeDone(draft);
  const reason = findReasonToLook(situation);
  if (reason !== undefined && mayWait(situation)) return conclude(draft, tellUpload(situation));
  if (reason !== undefined) return conclude(draft, hold('looking', reason), { look: true });
  const found = findFurthest(sight, codeOf(state));
  if (found === undefined) return decideAbsent(draft, sight);
  const successor = findSuccessor(state, sight);
  // It may stand in a track for testing still, which a hotfix has passed by.
  const hasLeft = state.place !== null && isStorePlace(state.place) && !isStorePlace({ track: found.track, share: 1 });
  if (successor !== undefined && hasLeft) return supersede(draft, successor);
  const superseding = found.neighbours.find(
    ({ versionCode, status }) => versionCode > found.versionCode && status !== 'draft' && status !== null,
  );
  if (superseding !== undefined && isStorePlace({ track: found.track, share: 1 }))
    return supersede(draft, `version code ${superseding.versionCode}`);
  return decidePresent(sight.looked ? noteWorld(draft, found) : notePublication(draft, found), found);
}

/** A look would end an upload that is under way. It waits, unless somebody asked or a halt is due. */
function mayWait({ isUploading, order, state, claim }: PlaySituation): boolean {
  return isUploading && order === undefined && state.halt === null && claim === undefined;
}

/** What stands where users of the store, or testers, had the release last. */
function findSuccessor(state: PlatformState, { tracks }: PlaySight): string | undefined {
  const newer = tracks
    .find(({ track }) => track === state.place?.track)
    ?.releases.find(({ versionCode, status }) => versionCode > codeOf(state) && status !== 'draft');
  return newer === undefined ? undefined : `version code ${newer.versionCode}`;
}

function decideAbsent(draft: Draft, sight: PlaySight): PlatformDecision {
  const { state, situation } = draft;
  const code = codeOf(state);
  const successor = findSuccessor(state, sight);
  if (successor !== undefined) return supersede(draft, successor);
  if (state.place === null)
    return conclude(draft, hold('not-uploaded', `version code ${code} is on none of the tracks of the plan`));
  const { version } = situation.release;
  return conclude(
    draft,
    hold('gone', `version code ${code} is no longer on ${state.place.track}, and nothing newer is`, {
      choice: `upload ${version} again, or abandon it`,
    }),
  );
}

function decidePresent(draft: Draft, found: Found): PlatformDecision {
  const { situation } = draft;
  const { platform } = draft.state;
  const { order } = situation;
  if (order?.command === 'expedite') {
    const isKnown = draft.state.isExpedited;
    return decideByHealth(isKnown ? draft : note(draft, { kind: 'expedited', platform, by: order.by }), found);
  }
  if (order !== undefined) return carryOrder(draft, found, { ...order, command: order.command });
  return decideByHealth(draft, found);
}

/** Whether somebody halted it at the store can be told only after the gates were asked: a run of ours may have died before it wrote that down. */
function decideByHealth(draft: Draft, found: Found): PlatformDecision {
  if (draft.state.halt !== null) return keepHalt(noteHalt(draft, found), found, undefined);
  const begun = draft.state.publishedAt === null ? draft : keepMemory(draft);
  const health = judgeHealth(begun, toStage(begun, findStep(begun)));
  if (health?.verdict.state === 'halt') return haltBy(begun, found, health);
  const noted = noteHalt(begun, found);
  if (noted.state.halt !== null) return keepHalt(noted, found, undefined);
  if (found.status === 'halted') return resumeAgain(noted, found);
  const isPublished = noted.state.publishedAt !== null && found.lifecycle === 'PUBLISHED';
  if (!isPublished) return conclude(noted, tellReview(noted, found), withHealth(health));
  if (noted.state.hold !== null) return conclude(noted, tellHold(noted), withHealth(health));
  if (health?.verdict.state !== 'promote') return conclude(noted, holdBy(noted, health), withHealth(health));
  return decideRaise(noted, found, { isForced: false, ...withHealth(health) });
}
