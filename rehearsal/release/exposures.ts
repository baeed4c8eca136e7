import { describePhase } from '#emulators/app-store-connect/phase-days';
import { findAll, type AscState, type PhasedRelease } from '#emulators/app-store-connect/state';
import { lifecycleOf, stillServing } from '#emulators/google-play/review';
import type { PlayApp, Track } from '#emulators/google-play/state';
import { phases } from '#rollout/presets';
import type { Exposure } from '#rehearsal/world/population';
import { codeOf, releases, roles, type Kind } from './app.ts';

/** What Google Play gives to whom at this moment, from the emulator's state: what is in review reaches nobody. */
export function readPlayExposure(play: PlayApp, kind: Kind, now: number): Exposure {
  const prefix = kind === 'wear' ? 'wear:' : '';
  const own = play.content.tracks.filter(({ name }) => name.startsWith('wear:') === (prefix !== ''));
  const production = own.find(({ name }) => name === `${prefix}production`);
  const served = production === undefined ? undefined : readTrack(play, kind, production, now);
  return {
    everybody: served?.everybody ?? 0,
    ...(served?.rollout === undefined ? {} : { rollout: served.rollout }),
    tracks: Object.fromEntries(
      own
        .filter((track) => track !== production)
        .map((track) => [track.name, readTrack(play, kind, track, now).everybody]),
    ),
  };
}

function readTrack(
  play: PlayApp,
  kind: Kind,
  track: Track,
  now: number,
): { readonly everybody: number; readonly rollout?: { readonly version: number; readonly share: number } } {
  const numberOf = (codes: readonly number[]): number =>
    roles.findLastIndex((role) => codes.includes(codeOf(role, kind)));
  const published = track.releases.filter((release) => lifecycleOf(play, release, now) === 'PUBLISHED');
  const serving = [...published, ...stillServing(play, track, now)];
  const completed = serving
    .filter(({ status }) => status === 'completed')
    .map(({ versionCodes }) => numberOf(versionCodes));
  const before = track.history.map(({ versionCodes }) => numberOf(versionCodes));
  const everybody = Math.max(0, ...(completed.length > 0 ? completed : before));
  const [running] = serving
    .filter(({ status }) => status === 'inProgress')
    .map(({ versionCodes, userFraction = 0 }) => ({ version: numberOf(versionCodes), share: userFraction }))
    .toSorted((one, other) => other.version - one.version);
  return { everybody, ...(running === undefined || running.version < 0 ? {} : { rollout: running }) };
}

/** What the App Store gives to whom: a phase to the front of the line, and a version that is out to whoever asks for it. */
export function readAppStoreExposure(state: AscState, now: number): Exposure {
  const numberOf = (version: string): number => roles.findIndex((role) => releases[role].version === version);
  const out = findAll(
    state,
    'appStoreVersions',
    ({ attributes }) => attributes.appVersionState === 'READY_FOR_DISTRIBUTION',
  )[0];
  const version = out === undefined ? 0 : Math.max(0, numberOf(out.attributes.versionString));
  const phase = findAll(state, 'appStoreVersionPhasedReleases', ({ to }) => to.appStoreVersion === out?.id)[0];
  const builds = findAll(
    state,
    'builds',
    ({ attributes }) => attributes.processingState === 'VALID' && !attributes.expired,
  ).map(({ attributes }) => roles.findIndex((role) => releases[role].build === attributes.version));
  const tracks = { testflight: Math.max(0, ...builds) };
  if (phase === undefined || phase.attributes.phasedReleaseState === 'COMPLETE') return { everybody: version, tracks };
  const replaced = findAll(
    state,
    'appStoreVersions',
    ({ attributes }) => attributes.appVersionState === 'REPLACED_WITH_NEW_VERSION',
  ).map(({ attributes }) => numberOf(attributes.versionString));
  return {
    // Who has waited for a phase that ended with the next version waits on.
    everybody: Math.max(0, Math.min(version - 1, ...replaced)),
    rollout: { version, share: shareOf(phase, now) },
    byHand: version,
    tracks,
  };
}

/** While it is paused nobody gets it by itself. */
function shareOf(phase: PhasedRelease, now: number): number {
  if (phase.attributes.phasedReleaseState === 'PAUSED') return 0;
  const { currentDayNumber } = describePhase(phase, now) as { readonly currentDayNumber: number | null };
  return currentDayNumber === null ? 0 : (phases[currentDayNumber - 1] ?? 1);
}
