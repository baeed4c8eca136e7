import type { GooglePlay } from './client.ts';
import type { CommitPolicy } from './edits.ts';
import { carryOut } from './moves.ts';
import type { Move, Moved } from './moves.ts';
import { findRelease, idOf, isSameFraction, tellFraction } from './releases.ts';
import type { ReleaseDocument, ReleaseNote, TrackDocument } from './releases.ts';
import { checkFraction, findTrack, replaceRelease } from './rollout.ts';

/** Who gets a new release: a share of the users (above 0 and below 1), everybody, or nobody yet. */
export type Reach = number | 'everybody' | 'draft';

/** How a release comes to a track. */
export interface Start {
  readonly track: string;
  readonly reach: Reach;
  /** Codes of an older release that go on being served, such as those of another form factor. */
  readonly retain?: readonly number[];
  /**
   * Highest version code of a rollout under way, or halted, that this release takes the place of: nobody more gets that one. A
   * rollout that is not named here is an obstacle.
   */
  readonly replacing?: number;
  /** 0 to 5, fixed from then on; by default that of the source, or 0. */
  readonly priority?: number;
  /** By default those of the source, or none. */
  readonly notes?: readonly ReleaseNote[];
}

export interface NewRelease extends Start {
  /** Version codes that were uploaded. */
  readonly versionCodes: readonly number[];
  /** By default Google takes the name of the version. */
  readonly name?: string;
}

export interface Promotion extends Start {
  /** The track that the version comes from. */
  readonly from: string;
  /** The highest version code of the release there. */
  readonly versionCode: number;
}

/**
 * Starts a release of bundles that are uploaded already.
 * @throws as `raiseRollout`; RangeError without a version code.
 */
export async function startRelease(play: GooglePlay, release: NewRelease, policy?: CommitPolicy): Promise<Moved> {
  const { versionCodes, name: label, track } = release;
  const versionCode = Math.max(...versionCodes);
  if (!Number.isSafeInteger(versionCode)) throw new RangeError('A release needs at least one version code.');
  const name = `start ${versionCode} ${tellReach(release.reach)} on ${track}`;
  const source = { versionCodes, ...(label === undefined ? {} : { name: label }) };
  return start(play, release, policy, { name, versionCode, findSource: () => source });
}

/**
 * Brings a release from one track to another, name and notes included. It stays on the track that it comes from.
 * @throws as `raiseRollout`
 */
export async function promoteRelease(play: GooglePlay, promotion: Promotion, policy?: CommitPolicy): Promise<Moved> {
  const { from, versionCode, track, reach } = promotion;
  return start(play, promotion, policy, {
    name: `promote ${versionCode} ${tellReach(reach)} from ${from} to ${track}`,
    versionCode,
    findSource: (tracks) => {
      const source = findTrack(play, tracks, from);
      const release = findRelease(source, versionCode);
      if (release === undefined) return `${source.name} has no release ${versionCode}`;
      const obstacle = sourceObstacles[release.status];
      return obstacle === undefined ? release : `${obstacle} on ${source.name}`;
    },
  });
}

const sourceObstacles: Readonly<Record<string, string>> = {
  draft: 'the release is a draft, which nobody has tested,',
  halted: 'the release was halted',
};

type Source = Pick<ReleaseDocument, 'versionCodes'> & Partial<Pick<ReleaseDocument, 'name' | 'notes' | 'priority'>>;

interface Plan {
  readonly name: string;
  readonly versionCode: number;
  /** What is started, or why it cannot be. */
  readonly findSource: (tracks: readonly TrackDocument[]) => Source | string;
}

async function start(
  play: GooglePlay,
  wish: Start,
  policy: CommitPolicy | undefined,
  { name, versionCode, findSource }: Plan,
): Promise<Moved> {
  const { track: asked, reach, replacing, retain = [] } = wish;
  if (typeof reach === 'number') checkFraction(name, reach);
  const move: Move = {
    name,
    versionCode,
    find: (tracks) => findTrack(play, tracks, asked),
    isDone: (track) => {
      const release = findRelease(track, versionCode);
      return release !== undefined && reaches(release, reach);
    },
    findObstacle: (track, tracks) => {
      const source = findSource(tracks);
      if (typeof source === 'string') return source;
      if (retain.some((code) => code >= versionCode))
        return `a code to retain is not below ${versionCode}, and would stand for the release`;
      const present = findRelease(track, versionCode);
      if (present !== undefined && present.status !== 'draft') return 'the version was started on this track before';
      const running = track.releases.find(
        (release) => isRollout(release) && idOf(release) !== replacing && idOf(release) !== versionCode,
      );
      if (running === undefined) return undefined;
      return `the rollout of ${idOf(running)} would end with it, and it was not said that this one takes its place`;
    },
    make: (track, tracks) => {
      const source = findSource(tracks);
      if (typeof source === 'string') return [];
      const sent = makeRelease(wish, source, findRelease(track, versionCode));
      // A draft beside a rollout leaves it alone.
      return replaceRelease(track, sent, (release) => reach !== 'draft' && isRollout(release));
    },
  };
  return carryOut(play, move, policy);
}

function isRollout({ status }: ReleaseDocument): boolean {
  return status === 'inProgress' || status === 'halted';
}

function reaches({ status, fraction }: ReleaseDocument, reach: Reach): boolean {
  if (reach === 'draft') return status === 'draft';
  if (reach === 'everybody') return status === 'completed';
  return status === 'inProgress' && isSameFraction(fraction, reach);
}

/** A draft of the same version keeps what was written into it, unless this says otherwise. */
function makeRelease(
  { reach, retain = [], ...wish }: Start,
  source: Source,
  draft: ReleaseDocument | undefined,
): Readonly<Record<string, unknown>> {
  const label = source.name ?? draft?.name ?? '';
  const notes = wish.notes ?? source.notes ?? draft?.notes ?? [];
  const priority = wish.priority ?? source.priority ?? draft?.priority ?? 0;
  const statuses = { everybody: 'completed', draft: 'draft' } as const;
  return {
    ...(label === '' ? {} : { name: label }),
    versionCodes: [...new Set([...source.versionCodes, ...retain])].map(String),
    status: typeof reach === 'number' ? 'inProgress' : statuses[reach],
    ...(typeof reach === 'number' ? { userFraction: reach } : {}),
    ...(notes.length === 0 ? {} : { releaseNotes: notes }),
    ...(priority === 0 ? {} : { inAppUpdatePriority: priority }),
  };
}

function tellReach(reach: Reach): string {
  if (typeof reach === 'number') return `at ${tellFraction(reach)}`;
  return reach === 'draft' ? 'as a draft' : 'for everybody';
}
