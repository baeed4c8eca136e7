import { refuse } from './refusals.ts';
import { lifecycleOf } from './review.ts';
import type { PlayApp, Release, Track } from './state.ts';

/** Highest version code: by it a release is the same one from update to update, also when codes to retain are added. */
export function idOf(release: Release): number {
  return Math.max(...release.versionCodes);
}

export function findSame(releases: readonly Release[], release: Release): Release | undefined {
  return releases.find((candidate) => idOf(candidate) === idOf(release));
}

interface Change {
  readonly track: Track;
  readonly from: Release;
  readonly to: Release;
}

interface ChangeRule {
  readonly source: string;
  readonly broken: (change: Change) => boolean;
  readonly message: string;
}

const HALT_PAGE = 'https://support.google.com/googleplay/android-developer/answer/16285429';

/** How a release may change. Where Google's words are not known, docs/unverified.md says so. */
const CHANGE_RULES: readonly ChangeRule[] = [
  {
    source: 'https://github.com/tramlinehq/tramline (play_developer/error.rb)',
    broken: ({ from, to }) => from.status === 'completed' && to.status === 'inProgress',
    message: 'Fully released can not be staged.',
  },
  {
    source: 'https://developers.google.com/android-publisher/tracks: a draft becomes a release, never the reverse',
    broken: ({ from, to }) => from.status !== 'draft' && to.status === 'draft',
    message: 'A release that has been rolled out cannot become a draft.',
  },
  {
    source: 'not documented: a fraction is raised, and halted instead of lowered',
    broken: ({ from, to }) =>
      from.status === 'inProgress' && to.status === 'inProgress' && (to.userFraction ?? 1) < (from.userFraction ?? 0),
    message: 'User fraction must not be decreased.',
  },
  {
    source: `${HALT_PAGE}: on any track except internal`,
    broken: ({ track, from, to }) => isHaltOfCompleted(from, to) && /(^|:)internal$/.test(track.name),
    message: 'A fully rolled out release on the internal track cannot be halted.',
  },
  {
    source: `${HALT_PAGE}: not the first release of a track`,
    broken: ({ track, from, to }) => isHaltOfCompleted(from, to) && track.history.length === 0,
    message: 'The first release on a track cannot be halted.',
  },
  {
    source:
      'https://developers.google.com/android-publisher/api-ref/rest/v3/edits.tracks#Release: inAppUpdatePriority is fixed once rolled out',
    broken: ({ from, to }) =>
      from.status !== 'draft' &&
      to.inAppUpdatePriority !== undefined &&
      to.inAppUpdatePriority !== (from.inAppUpdatePriority ?? 0),
    message: 'In-app update priority cannot be changed once the release is rolled out.',
  },
];

function isHaltOfCompleted(from: Release, to: Release): boolean {
  return from.status === 'completed' && to.status === 'halted';
}

/**
 * Puts releases into a track of an edit. The body says what is desired of the live track, whatever the edit held before, but for
 * two things that stay in place without being named: the completed release, unless another is completed, and a rollout, as long
 * as only drafts are sent.
 */
export function putReleases(app: PlayApp, track: Track, incoming: readonly Release[], now: number): void {
  const live = liveTrack(app, track.name) ?? { ...track, releases: [], history: [] };
  const next = incoming.map((release) => {
    const from = findSame(live.releases, release);
    return from === undefined ? release : change({ track: live, from, to: release });
  });
  const unnamed = live.releases.filter((release) => findSame(next, release) === undefined);
  const kept = unnamed.filter((release) => stays(release, next));
  const gone = unnamed.filter((release) => !stays(release, next) && isServedCompletely(app, release, now));
  const isHalted = next.some((release) => {
    const from = findSame(live.releases, release);
    return from !== undefined && isHaltOfCompleted(from, release);
  });
  // The previous fully rolled out release takes the place of a halted one.
  const back = isHalted ? live.history.slice(-1).filter((release) => findSame(next, release) === undefined) : [];
  track.releases = [...next, ...back, ...kept];
  track.history = [...live.history.slice(0, isHalted ? -1 : undefined), ...gone];
}

export function liveTrack(app: PlayApp, name: string): Track | undefined {
  return app.content.tracks.find((track) => track.name === name);
}

function isServedCompletely(app: PlayApp, release: Release, now: number): boolean {
  return release.status === 'completed' && lifecycleOf(app, release, now) === 'PUBLISHED';
}

function change({ track, from, to }: Change): Release {
  const rule = CHANGE_RULES.find(({ broken }) => broken({ track, from, to }));
  if (rule !== undefined) throw refuse('INVALID_ARGUMENT', rule.message);
  const priority = to.inAppUpdatePriority ?? from.inAppUpdatePriority;
  return {
    ...to,
    ...(priority === undefined ? {} : { inAppUpdatePriority: priority }),
    ...(from.batch === undefined ? {} : { batch: from.batch }),
  };
}

function stays(release: Release, next: readonly Release[]): boolean {
  if (release.status === 'completed') return !next.some(({ status }) => status === 'completed');
  return release.status !== 'draft' && next.every(({ status }) => status === 'draft');
}
