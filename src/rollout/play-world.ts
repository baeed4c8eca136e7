import type { PlatformDecision, Situation } from './decision.ts';
import { conclude, note, type Draft } from './drafting.ts';
import type { Place } from './entries.ts';
import { noteStoreHalt } from './health-look.ts';
import { isSamePlace } from './places.ts';
import type { PlayPolicy } from './policy.ts';
import type { PlaySight, ReleaseSight } from './world.ts';

export type PlaySituation = Situation & {
  readonly platform: PlayPolicy;
  readonly sight: PlaySight;
};

/** The release on the track where it is nearest to the users of the store. */
export interface Found extends ReleaseSight {
  readonly track: string;
  readonly neighbours: readonly ReleaseSight[];
}

/**
 * Why tracks have to be read in an edit, which ends every other edit of the account; undefined when what can be asked without one
 * fits to what is known.
 */
export function findReasonToLook({ state, sight, order, claim, isUploading, now }: PlaySituation): string | undefined {
  if (sight.looked) return undefined;
  const { place, halt, lookedAt, reachedAt, joinedAt } = state;
  if (place === null) return 'where the release stands is not known';
  if (claim !== undefined) return 'a move was begun, and its end is not known';
  if (order !== undefined && !quietOrders.has(order.command)) return 'somebody asked for a move';
  const found = findFurthest(sight, codeOf(state));
  if (found?.track !== place.track) return `the release is not on ${place.track}, where it was`;
  const newer = found.neighbours.find(({ versionCode }) => versionCode > found.versionCode);
  if (newer !== undefined) return `${newer.versionCode} is on ${found.track}, too`;
  if (halt !== null && !halt.isShown) return 'a halt is due';
  const age = now - Math.max(lookedAt ?? joinedAt, reachedAt ?? 0);
  return age >= lookEveryMs && !isUploading ? 'nobody has looked for six hours' : undefined;
}

/** They change nothing at the store. */
const quietOrders: ReadonlySet<string> = new Set(['hold', 'abandon']);
/** How long a change by hand in the Play Console may go unseen while nothing is due. */
const lookEveryMs = 6 * 3_600_000;

export function codeOf({ artifact }: Situation['state']): number {
  return artifact.store === 'google-play' ? artifact.versionCode : -1;
}

/** On the track that is nearest to the users of the store. */
export function findFurthest({ tracks }: PlaySight, versionCode: number): Found | undefined {
  for (const { track, releases } of tracks.toReversed()) {
    const own = releases.find((release) => release.versionCode === versionCode);
    if (own === undefined) continue;
    return { ...own, track, neighbours: releases.filter((release) => release !== own) };
  }
  return undefined;
}

/** Compares what an edit showed with what is known: moves of ours that were not written down, and those of others. */
export function noteWorld(draft: Draft, found: Found): Draft {
  const { state, situation } = draft;
  const { platform } = state;
  const place: Place = { track: found.track, share: shareOf(found) };
  let next = draft;
  if (!isSamePlace(state.place, place)) {
    const { claim } = situation;
    const isOurs = claim !== undefined && isSamePlace(claim.place, place);
    const how = isOurs ? 'move' : state.place === null ? 'seen' : 'drift';
    next = note(next, { kind: 'reached', platform, place, how, by: isOurs ? claim.by : 'store' });
  }
  return notePublication(noteResume(next, found), found);
}

/** A halt that the store shows, of ours or of somebody there. */
export function noteHalt(draft: Draft, { status }: Found): Draft {
  const { platform, halt } = draft.state;
  if (status !== 'halted' || halt?.isShown === true) return draft;
  // A resume that was decided and is not there yet is no new halt.
  if (halt === null && draft.situation.claim?.move === 'resume') return draft;
  if (halt === null) return noteStoreHalt(draft, 'at Google Play');
  return note(draft, { kind: 'stopped', platform });
}

/** Somebody took it up again at the store: that is a decision of a person, and is not fought. */
function noteResume(draft: Draft, { status }: Found): Draft {
  const { platform, halt } = draft.state;
  return halt?.isShown === true && status !== 'halted'
    ? note(draft, { kind: 'resumed', platform, by: 'store' })
    : draft;
}

export function notePublication(draft: Draft, { lifecycle, status }: Found): Draft {
  const { platform, publishedAt, halt } = draft.state;
  // Google calls a halted release published, too: it could be resumed.
  const isWithUsers = lifecycle === 'PUBLISHED' && status !== 'halted' && halt === null;
  return isWithUsers && publishedAt === null ? note(draft, { kind: 'published', platform }) : draft;
}

/** A halted release without a fraction was with everybody. */
export function shareOf({ status, fraction }: ReleaseSight): number {
  return status === 'draft' ? 0 : (fraction ?? 1);
}

export function supersede(draft: Draft, by: string): PlatformDecision {
  const noted = note(draft, { kind: 'superseded', platform: draft.state.platform, by });
  return conclude(noted, { state: 'done', reason: 'superseded', sentence: `${by} has taken its place` });
}
