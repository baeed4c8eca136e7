import { ConfigurationError } from '#kit/errors';
import type { GooglePlay } from './client.ts';
import type { CommitPolicy } from './edits.ts';
import { googlePlayMessages } from './messages.ts';
import { carryOut } from './moves.ts';
import type { Move, Moved } from './moves.ts';
import { findRelease, idOf, isSameFraction, tellFraction } from './releases.ts';
import type { ReleaseDocument, ReleaseStatus, TrackDocument } from './releases.ts';
import { resolveTrack } from './track-names.ts';

/** One version on one track, phone or watch. */
export interface ReleaseOf {
  /** "production", "closed", "wear:production": see `resolveTrack`. */
  readonly track: string;
  /** The highest version code of the release. */
  readonly versionCode: number;
}

/**
 * Gives a release under way to more users.
 * @param step.from the fraction that the caller saw: another one means that somebody else moved it, and then nothing is done
 * @param step.to above `from` and below 1
 * @throws ConfigurationError (`google-play-fraction-invalid`) before any request, `google-play-move-refused` after a look;
 *   GooglePlayRefusal; VendorError.
 */
export async function raiseRollout(
  play: GooglePlay,
  of: ReleaseOf,
  step: { readonly from: number; readonly to: number },
  policy?: CommitPolicy,
): Promise<Moved> {
  const { from, to } = step;
  const name = `raise ${of.versionCode} to ${tellFraction(to)} on ${of.track}`;
  checkFraction(name, to);
  if (!(to > from)) {
    const note = googlePlayMessages['google-play-fraction-invalid'];
    throw new ConfigurationError(note(name, `the rollout is at ${tellFraction(from)}, and is not lowered but halted`));
  }
  return changeRelease(play, of, policy, {
    name,
    isDone: ({ status, fraction }) => status === 'inProgress' && isSameFraction(fraction, to),
    findObstacle: ({ status, fraction }) => {
      if (status !== 'inProgress') return obstacles[status];
      if (isSameFraction(fraction, from)) return undefined;
      return `somebody else moved it: ${tellFraction(from)} was seen before, and it is at ${tellFraction(fraction ?? 0)}`;
    },
    to: { status: 'inProgress', userFraction: to },
  });
}

/**
 * Nobody more gets the version; who has it keeps it. A release that everybody could get is halted, too, and Google offers the
 * one before again; not on internal tracks, and not the first of a track.
 * https://support.google.com/googleplay/android-developer/answer/16285429
 * @throws as `raiseRollout`
 */
export async function haltRelease(play: GooglePlay, of: ReleaseOf, policy?: CommitPolicy): Promise<Moved> {
  return changeRelease(play, of, policy, {
    name: `halt ${of.versionCode} on ${of.track}`,
    isDone: ({ status }) => status === 'halted',
    findObstacle: ({ status }, { name }) => {
      if (status === 'completed' && /(^|:)(internal|qa)$/.test(name))
        return 'Google halts nothing on an internal track that everybody there can get';
      return status === 'draft' ? obstacles.draft : undefined;
    },
    // The fraction stays what it is, and a release without one gets none.
    to: { status: 'halted' },
  });
}

/**
 * Takes up a halted release, with any fraction.
 * @param fraction above 0 and below 1
 * @throws as `raiseRollout`
 */
export async function resumeRelease(
  play: GooglePlay,
  of: ReleaseOf,
  fraction: number,
  policy?: CommitPolicy,
): Promise<Moved> {
  const name = `resume ${of.versionCode} at ${tellFraction(fraction)} on ${of.track}`;
  checkFraction(name, fraction);
  return changeRelease(play, of, policy, {
    name,
    isDone: ({ status, fraction: share }) => status === 'inProgress' && isSameFraction(share, fraction),
    findObstacle: ({ status, fraction: share }, { releases }) => {
      if (status === 'inProgress') return `it goes on already, at ${tellFraction(share ?? 0)}`;
      if (status !== 'halted') return obstacles[status];
      const other = releases.find((release) => release.status === 'inProgress');
      return other === undefined ? undefined : `the rollout of ${idOf(other)} is under way, and would end with it`;
    },
    to: { status: 'inProgress', userFraction: fraction },
  });
}

/**
 * Gives a release under way to everybody. A halted one has to be resumed first, by somebody who means it.
 * @throws as `raiseRollout`
 */
export async function completeRollout(play: GooglePlay, of: ReleaseOf, policy?: CommitPolicy): Promise<Moved> {
  return changeRelease(play, of, policy, {
    name: `complete ${of.versionCode} on ${of.track}`,
    isDone: ({ status }) => status === 'completed',
    findObstacle: ({ status }) => (status === 'inProgress' ? undefined : obstacles[status]),
    to: { status: 'completed' },
  });
}

const obstacles: Readonly<Record<ReleaseStatus, string>> = {
  draft: 'the release is a draft, which nobody gets yet',
  inProgress: 'the release is under way',
  halted: 'the release was halted, and only a resume takes it up again',
  completed: 'the release is out to everybody already',
};

interface Change {
  readonly name: string;
  readonly isDone: (release: ReleaseDocument) => boolean;
  readonly findObstacle: (release: ReleaseDocument, track: TrackDocument) => string | undefined;
  readonly to: { readonly status: ReleaseStatus; readonly userFraction?: number };
}

async function changeRelease(
  play: GooglePlay,
  { track: asked, versionCode }: ReleaseOf,
  policy: CommitPolicy | undefined,
  { name, isDone, findObstacle, to }: Change,
): Promise<Moved> {
  const move: Move = {
    name,
    versionCode,
    find: (tracks) => findTrack(play, tracks, asked),
    isDone: (track) => {
      const release = findRelease(track, versionCode);
      return release !== undefined && isDone(release);
    },
    findObstacle: (track) => {
      const release = findRelease(track, versionCode);
      return release === undefined ? explainAbsence(track, versionCode) : findObstacle(release, track);
    },
    make: (track) => {
      const release = findRelease(track, versionCode);
      return release === undefined ? [] : replaceRelease(track, changeSent(release, to));
    },
  };
  return carryOut(play, move, policy);
}

/** @throws ConfigurationError for a name that no track has. */
export function findTrack(play: GooglePlay, tracks: readonly TrackDocument[], asked: string): TrackDocument {
  const there = tracks.map(({ name }) => name);
  const name = resolveTrack(asked, there, play.packageName);
  return tracks.find((track) => track.name === name) ?? { name, releases: [] };
}

/** Who retains a version code does not stand for it: raising a release must not raise the one that came after it. */
function explainAbsence({ releases }: TrackDocument, versionCode: number): string {
  const retaining = releases.find(({ versionCodes }) => versionCodes.includes(versionCode));
  return retaining === undefined
    ? `no release on this track has the version code ${versionCode}`
    : `${versionCode} is only retained here, by the release ${idOf(retaining)}`;
}

/** The release as Google gave it, in another status. */
function changeSent(
  { sent, fraction }: ReleaseDocument,
  { status, userFraction }: Change['to'],
): Readonly<Record<string, unknown>> {
  const share = userFraction ?? (status === 'halted' ? (fraction ?? undefined) : undefined);
  // "Only allowed to be set for inProgress releases in the production track".
  const left = status === 'inProgress' ? ['userFraction'] : ['userFraction', 'countryTargeting'];
  const kept = Object.fromEntries(Object.entries(sent).filter(([name]) => !left.includes(name)));
  return { ...kept, status, ...(share === undefined ? {} : { userFraction: share }) };
}

/**
 * What a track shall hold when one release of it changes, or comes in: the others as they were read, since what is not named may
 * be dropped, but for the one that it takes the place of. A track has one release of each status, drafts aside.
 * https://github.com/fastlane/fastlane/issues/28995
 */
export function replaceRelease(
  { releases }: TrackDocument,
  sent: Readonly<Record<string, unknown>>,
  isDropped: (release: ReleaseDocument) => boolean = () => false,
): readonly Readonly<Record<string, unknown>>[] {
  const codes = readCodes(sent);
  const kept = releases.filter(
    (release) =>
      idOf(release) !== Math.max(...codes) &&
      !isDropped(release) &&
      (release.status === 'draft' || release.status !== sent['status']),
  );
  return [sent, ...kept.map((release) => release.sent)];
}

function readCodes(sent: Readonly<Record<string, unknown>>): readonly number[] {
  const { versionCodes } = sent;
  return Array.isArray(versionCodes) ? versionCodes.map(Number) : [];
}

/** @throws ConfigurationError (`google-play-fraction-invalid`), before anything is sent. */
export function checkFraction(name: string, fraction: number): void {
  if (fraction > 0 && fraction < 1) return;
  const note = googlePlayMessages['google-play-fraction-invalid'];
  throw new ConfigurationError(note(name, `${tellFraction(fraction)} is no fraction of a staged rollout`));
}
