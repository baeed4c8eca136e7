import { ConfigurationError, ForeseenError } from '#kit/errors';
import type { AppStorePolicy, PlatformPolicy, PlayPolicy } from '#rollout/policy';
import type { ReleaseId } from '#rollout/entries';
import type { PlatformState } from '#rollout/state';
import type { AppStoreSight, PlaySight, ReleaseSight, Sight } from '#rollout/world';
import type { AppStoreVersion } from '#vendors/app-store-connect/versions';
import type { GooglePlay } from '#vendors/google-play/client';
import { messages } from './messages.ts';
import type { Stores } from './stores.ts';

/** States of a build in TestFlight in which testers can have it: https://developer.apple.com/documentation/appstoreconnectapi/internalbetastate */
const testable: ReadonlySet<string> = new Set(['IN_BETA_TESTING', 'READY_FOR_BETA_TESTING']);

/** What stands in for the store where it cannot be read, with the failure, which ends the run at its end. */
export interface Observed {
  readonly sight: Sight;
  readonly failure?: ForeseenError;
}

/**
 * Looks at the store of a platform, one or two requests where nothing is due.
 * @param inEdit at Google Play, where fractions are told only inside an edit, which ends every other edit of the account
 */
export async function observe(
  stores: Stores,
  platform: PlatformPolicy,
  release: ReleaseId,
  state: PlatformState,
  inEdit: boolean,
): Promise<Observed> {
  try {
    if (platform.store === 'app-store') return { sight: await observeAppStore(stores, platform, release, state) };
    const play = await stores.play(platform.package);
    return { sight: await (inEdit ? lookInEdit(play, platform, state) : lookOutside(play, state)) };
  } catch (error) {
    if (!(error instanceof ForeseenError) || error.fault === 'cancelled') throw error;
    return { sight: { error: error.notes[0].text }, failure: error };
  }
}

/** Without an edit: how far the release has come on its track. */
async function lookOutside(play: GooglePlay, { place }: PlatformState): Promise<PlaySight> {
  if (place === null) return { store: 'google-play', looked: false, tracks: [] };
  const [{ readLifecycle }, { findRefusal }] = await Promise.all([
    import('#vendors/google-play/tracks'),
    import('#vendors/google-play/refusals'),
  ]);
  try {
    const { releases } = await readLifecycle(play, place.track);
    const sights = releases.map(({ versionCodes, state }) => ({
      versionCode: Math.max(...versionCodes),
      lifecycle: state,
      status: null,
      fraction: null,
    }));
    return { store: 'google-play', looked: false, tracks: [{ track: place.track, releases: sights }] };
  } catch (error) {
    // A name of the policy's own ("closed") is told by the list of tracks, which is read in an edit.
    if (findRefusal(error)?.kind !== 'track-not-found') throw error;
    return { store: 'google-play', looked: false, tracks: [] };
  }
}

async function lookInEdit(
  play: GooglePlay,
  { steps, package: name }: PlayPolicy,
  { artifact }: PlatformState,
): Promise<PlaySight> {
  const [{ readTracks, readLifecycle }, { resolveTrack }, { idOf }] = await Promise.all([
    import('#vendors/google-play/tracks'),
    import('#vendors/google-play/track-names'),
    import('#vendors/google-play/releases'),
  ]);
  const found = await readTracks(play);
  const there = found.map((track) => track.name);
  const code = artifact.store === 'google-play' ? artifact.versionCode : -1;
  const tracks = [...new Set(steps.map(({ track }) => track))].map((track) => {
    const real = resolveTrack(track, there, name);
    const releases = found.find((one) => one.name === real)?.releases ?? [];
    return { track, real, releases: releases.filter(({ versionCodes }) => versionCodes.length > 0) };
  });
  // How far it came is told by track, and matters on the one that is nearest to the users of the store.
  const furthest = tracks.findLast(({ releases }) => releases.some((release) => idOf(release) === code));
  const lifecycles = furthest === undefined ? [] : (await readLifecycle(play, furthest.real)).releases;
  return {
    store: 'google-play',
    looked: true,
    tracks: tracks.map(({ track, releases }) => ({
      track,
      releases: releases.map((release): ReleaseSight => {
        const id = idOf(release);
        const told =
          track === furthest?.track
            ? lifecycles.find(({ versionCodes }) => Math.max(...versionCodes) === id)
            : undefined;
        return { versionCode: id, lifecycle: told?.state ?? null, status: release.status, fraction: release.fraction };
      }),
    })),
  };
}

async function observeAppStore(
  stores: Stores,
  policy: AppStorePolicy,
  { version }: ReleaseId,
  { artifact, place }: PlatformState,
): Promise<AppStoreSight> {
  const [connect, appId] = [await stores.connect(), await stores.appId(policy)];
  const { readVersions } = await import('#vendors/app-store-connect/versions');
  const { isSameVersion, findBuilds } = await import('#vendors/app-store-connect/builds');
  const number = artifact.store === 'app-store' ? artifact.build : '';
  const versions = await readVersions(connect, appId);
  const own = versions.find((one) => isSameVersion(one.version, version));
  const isOurs = own !== undefined && (own.build === null || own.build.number === number);
  if (own !== undefined && !isOurs && isOut(own))
    throw new ConfigurationError(messages['app-store-other-build'](version, own.build?.number ?? '', number));
  const asksBuild = policy.testFlight !== undefined && place?.track !== 'app-store';
  const [build] = asksBuild ? await findBuilds(connect, { appId, version, number }) : [];
  const newer = versions.find(
    (one) => isOut(one) && one.state === 'READY_FOR_DISTRIBUTION' && own !== undefined && one.createdAt > own.createdAt,
  );
  return {
    store: 'app-store',
    version:
      own === undefined || !isOurs
        ? null
        : {
            id: own.id,
            state: own.state,
            releaseType: own.releaseType,
            phased: own.phasedRelease,
            build: own.build?.number ?? null,
          },
    build:
      build === undefined
        ? null
        : {
            id: build.id,
            isTestable:
              build.processing === 'VALID' &&
              !build.expired &&
              [build.internalState, build.externalState].some((word) => word !== null && testable.has(word)),
            state: build.expired
              ? 'expired'
              : build.processing === 'VALID'
                ? (build.internalState ?? 'VALID')
                : build.processing,
          },
    newer: newer === undefined ? null : newer.version,
  };
}

function isOut({ state }: AppStoreVersion): boolean {
  return state === 'READY_FOR_DISTRIBUTION' || state === 'REPLACED_WITH_NEW_VERSION';
}
