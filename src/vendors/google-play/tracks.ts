import { VendorError } from '#kit/errors';
import { list, optional, record, text } from '#kit/shapes';
import { path } from './client.ts';
import type { GooglePlay } from './client.ts';
import { readInEdit } from './edits.ts';
import { findRefusal } from './refusals.ts';
import { integer, toTrack } from './releases.ts';
import type { Track } from './releases.ts';
import { listSpellings } from './track-names.ts';
import { readBundles } from './uploads.ts';

/** What has become of a release on its way to users. */
export interface ReleaseLifecycle {
  readonly name: string;
  readonly versionCodes: readonly number[];
  /**
   * "DRAFT", "NOT_SENT_FOR_REVIEW", "IN_REVIEW", "APPROVED_NOT_PUBLISHED", "NOT_APPROVED", "PUBLISHED" (with all users, some,
   * or halted). A word that Google adds later comes as it is.
   * https://developers.google.com/android-publisher/api-ref/rest/v3/applications.tracks.releases
   */
  readonly state: string;
}

export interface TrackLifecycle {
  /** As Google spells it. */
  readonly track: string;
  /** At most 20, without those that nobody gets any more. */
  readonly releases: readonly ReleaseLifecycle[];
}

const prefix = 'RELEASE_LIFECYCLE_STATE_';
const summaryShape = record(
  {
    releaseName: optional(text(1_000)),
    releaseLifecycleState: text(100),
    activeArtifacts: optional(list(record({ versionCode: integer }, 'ignored'))),
  },
  'ignored',
);
const shape = record({ releases: optional(list(summaryShape)) }, 'ignored');

/**
 * Where the releases of a track stand between commit and users. It costs nothing: no edit is opened, and nobody's work is
 * disturbed. It knows no fractions, nor whether a release is halted: that is `readTracks`.
 * @param asked a name of a track, in any spelling that can be told without the list of tracks
 * @throws ConfigurationError, GooglePlayRefusal, VendorError.
 */
export async function readLifecycle(play: GooglePlay, asked: string): Promise<TrackLifecycle> {
  const names = listSpellings(asked);
  for (const [index, track] of names.entries()) {
    try {
      const question = { operation: 'read the releases', path: path`/tracks/${track}/releases` };
      const { releases = [] } = await play.read(question, shape);
      return { track, releases: releases.map(toLifecycle) };
    } catch (error) {
      if (findRefusal(error)?.kind !== 'track-not-found' || index === names.length - 1) throw error;
    }
  }
  throw new RangeError('A track has a name.');
}

/**
 * All tracks with the releases, statuses and fractions that the app is to have; whether users have them already is
 * `readLifecycle`. **It has a price**: fractions are told only inside an edit, and opening one ends any other edit that this
 * account has open for the app. Ask when something is to be decided, and never while an upload of the same account runs; an
 * account of its own for looks disturbs nobody. The edit is closed again.
 * @throws ConfigurationError, GooglePlayRefusal, VendorError.
 */
export async function readTracks(play: GooglePlay): Promise<readonly Track[]> {
  return readInEdit(play, async (edit) => (await edit.readTracks()).map(toTrack));
}

/**
 * The same, and the version codes that cannot be uploaded any more: those of the bundles that the app has, on a track or on
 * none. A code that is missing may be used all the same, since Google need not list what is old.
 * @throws as `readTracks`
 */
export async function readTracksAndCodes(
  play: GooglePlay,
): Promise<{ readonly tracks: readonly Track[]; readonly versionCodes: readonly number[] }> {
  return readInEdit(play, async (edit) => ({
    tracks: (await edit.readTracks()).map(toTrack),
    versionCodes: (await readBundles(play, edit)).map(({ versionCode }) => versionCode),
  }));
}

/** What is known of one version in a track, null where Google does not tell: a release that was made may be on its way. */
export async function findLifecycle(play: GooglePlay, track: string, versionCode: number): Promise<string | null> {
  try {
    const { releases } = await readLifecycle(play, track);
    return releases.find(({ versionCodes }) => Math.max(...versionCodes) === versionCode)?.state ?? null;
  } catch (error) {
    // The move that this is asked after is made, and stays made.
    if (findRefusal(error) === undefined && !(error instanceof VendorError)) throw error;
    return null;
  }
}

function toLifecycle({ releaseName, releaseLifecycleState, activeArtifacts }: ReturnType<typeof summaryShape>): {
  name: string;
  versionCodes: readonly number[];
  state: string;
} {
  return {
    name: releaseName ?? '',
    versionCodes: (activeArtifacts ?? []).map(({ versionCode }) => versionCode),
    state: releaseLifecycleState.startsWith(prefix)
      ? releaseLifecycleState.slice(prefix.length)
      : releaseLifecycleState,
  };
}
