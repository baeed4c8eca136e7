import { ConfigurationError, VendorError } from '#kit/errors';
import { describeEnd, type Outcome } from '#kit/exec';
import type { GooglePlay } from '#vendors/google-play/client';
import { isSameFraction, tellTrack, type Track, type TrackRelease } from '#vendors/google-play/releases';
import { findLifecycle, readLifecycle, readTracks } from '#vendors/google-play/tracks';
import { tellReason } from './fastlane.ts';
import { messages } from './messages.ts';

/** What is to be, and where. */
export interface Wish {
  readonly versionCode: number;
  /** As Google Play spells it. */
  readonly track: string;
  /** Undefined for everybody. */
  readonly fraction: number | undefined;
}

/** What Google Play shows of a release. */
export interface Proof {
  readonly track: Track;
  /** Null where Google does not tell. */
  readonly lifecycle: string | null;
}

export interface Seen {
  readonly tracks: readonly Track[];
  readonly versionCodes: readonly number[];
}

/**
 * @param supersede whether a rollout that is under way may end by this
 * @returns the track, where the release is there as asked for
 * @throws ConfigurationError for what would go wrong
 */
export function compareWithStore({ tracks, versionCodes }: Seen, wish: Wish, supersede: boolean): Track | undefined {
  const { versionCode } = wish;
  const track = trackOf(tracks, wish);
  const there = releaseOf(track, versionCode);
  if (there !== undefined) {
    if (isAsWished(there, wish)) return track;
    throw new ConfigurationError(messages['code-on-track-otherwise'](versionCode, tellTrack(track)));
  }
  const elsewhere = tracks.filter((one) => releaseOf(one, versionCode) !== undefined).map(({ name }) => name);
  if (elsewhere.length > 0 || versionCodes.includes(versionCode))
    throw new ConfigurationError(messages['code-used'](versionCode, elsewhere.join(', ') || 'no track'));
  if (track.releases.length === 0 && wish.fraction !== undefined)
    throw new ConfigurationError(messages['first-release-staged'](track.name));
  const running = track.releases.some(({ status }) => status === 'inProgress' || status === 'halted');
  if (running && !supersede) throw new ConfigurationError(messages['rollout-under-way'](track.name, tellTrack(track)));
  return undefined;
}

/** Fastlane commits so that everything in review is sent anew: who else waits there is asked first. */
export async function refuseInReview(play: GooglePlay, tracks: readonly Track[]): Promise<void> {
  const waiting: string[] = [];
  for (const { name, releases } of tracks) {
    if (releases.length === 0) continue;
    const lifecycle = await readLifecycle(play, name);
    for (const { state, versionCodes } of lifecycle.releases)
      if (state === 'IN_REVIEW') waiting.push(`${Math.max(...versionCodes)} on ${name}`);
  }
  if (waiting.length > 0) throw new ConfigurationError(messages['in-review'](waiting.join(', ')));
}

function trackOf(tracks: readonly Track[], { track }: Wish): Track {
  return tracks.find(({ name }) => name === track) ?? { name: track, releases: [] };
}

function releaseOf({ releases }: Track, versionCode: number): TrackRelease | undefined {
  return releases.find(({ versionCodes }) => versionCodes.includes(versionCode));
}

function isAsWished({ status, fraction }: TrackRelease, wish: Wish): boolean {
  if (wish.fraction === undefined) return status === 'completed';
  return status === 'inProgress' && isSameFraction(fraction, wish.fraction);
}

/** Looks for a while: after a commit whose answer was lost the release may show a little later. */
const lookMs = [0, 5_000, 15_000];

/**
 * Whether the release is there, however Fastlane ended. Looking ends the edit that a failed run leaves open.
 * @throws ConfigurationError (`upload-shown-otherwise`), VendorError (`upload-not-shown`)
 */
export async function prove(play: GooglePlay, wish: Wish, outcome: Outcome): Promise<Proof> {
  const end = describeEnd(outcome.end);
  for (const pause of lookMs) {
    if (pause > 0) await play.sleep(pause);
    const track = trackOf(await readTracks(play), wish);
    const release = releaseOf(track, wish.versionCode);
    if (release === undefined) {
      play.log.info(`Google Play: ${tellTrack(track)}`);
      continue;
    }
    if (!isAsWished(release, wish))
      throw new ConfigurationError(messages['upload-shown-otherwise'](wish.versionCode, tellTrack(track), end));
    const lifecycle = await findLifecycle(play, wish.track, wish.versionCode);
    play.log.info(`Google Play: ${tellTrack(track)}; ${lifecycle ?? 'how far it has come is not told'}`);
    if (outcome.end.kind !== 'exited' || outcome.end.code !== 0)
      play.log.info(`Fastlane ended with ${end}, and the release is there all the same`);
    return { track, lifecycle };
  }
  const note = messages['upload-not-shown'](wish.versionCode, wish.track, end, tellReason(outcome));
  throw new VendorError(note, { vendor: 'Google Play', operation: 'upload', attempts: 1, ambiguous: false });
}
