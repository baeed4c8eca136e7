import { isDeepStrictEqual } from 'node:util';
import { refuse, type Status } from './refusals.ts';
import { findSame, idOf, liveTrack } from './release-changes.ts';
import type { Artifact, Content, PlayApp, Release, Track } from './state.ts';

/** A release that an edit would bring into a track, or change there. */
interface Candidate {
  readonly app: PlayApp;
  readonly content: Content;
  readonly track: Track;
  readonly release: Release;
}

interface CommitRule {
  readonly source: string;
  readonly broken: (candidate: Candidate) => boolean;
  readonly status: Status;
  readonly message: (candidate: Candidate) => string;
}

/** https://support.google.com/googleplay/android-developer/answer/9859348: 500 characters in each language. */
const LONGEST_NOTES = 500;

const TRAMLINE = 'https://github.com/tramlinehq/tramline (play_developer/error.rb)';
const WATCH = 'https://github.com/r0adkll/upload-google-play/issues/235';

/** What an app takes from an edit, in this order. Validation and commit ask the same. */
const COMMIT_RULES: readonly CommitRule[] = [
  {
    source: `${TRAMLINE}; seen at the commit in https://github.com/Triple-T/gradle-play-publisher/issues/970`,
    broken: ({ app, release }) => app.draft && release.status !== 'draft',
    status: 'INVALID_ARGUMENT',
    message: () => 'Only releases with status draft may be created on draft app.',
  },
  {
    source: 'https://github.com/keymanapp/keyman/issues/5533',
    broken: ({ release }) => longNotes(release) !== undefined,
    status: 'PERMISSION_DENIED',
    message: ({ release }) => {
      const { language = '', text = '' } = longNotes(release) ?? {};
      return `The release created has notes in language ${language} with length ${text.length}, which is too long (max: ${LONGEST_NOTES}).`;
    },
  },
  {
    source: TRAMLINE,
    broken: ({ track, release }) =>
      release.status === 'inProgress' && !track.releases.some(({ status }) => status === 'completed'),
    status: 'INVALID_ARGUMENT',
    message: () => 'The first release on a track cannot be staged.',
  },
  {
    source: WATCH,
    broken: ({ track, ...rest }) => !isWear(track) && artifactsOf(rest).some(({ watch }) => watch),
    status: 'PERMISSION_DENIED',
    message: (candidate) =>
      `The artifact with version code ${artifactsOf(candidate).find(({ watch }) => watch)?.versionCode ?? ''} requires the Wear OS system feature android.hardware.type.watch. To publish this release on the current track, remove this artifact.`,
  },
  {
    source: 'https://developers.google.com/android-publisher/tracks#ff-track-name: a Wear track is for watch artifacts',
    broken: ({ track, ...rest }) => isWear(track) && artifactsOf(rest).some(({ watch }) => !watch),
    status: 'PERMISSION_DENIED',
    message: (candidate) =>
      `The artifact with version code ${artifactsOf(candidate).find(({ watch }) => !watch)?.versionCode ?? ''} does not require the Wear OS system feature android.hardware.type.watch. To publish this release on the current track, remove this artifact.`,
  },
  {
    source: TRAMLINE,
    broken: ({ app, track, release }) => idOf(release) < highestCompleted(app, track, release),
    status: 'PERMISSION_DENIED',
    message: () =>
      'You cannot rollout this release because it does not allow any existing users to upgrade to the newly added APKs.',
  },
];

/** Refuses an edit that the app does not take. */
export function checkEdit(app: PlayApp, content: Content): void {
  for (const track of content.tracks) {
    for (const release of changedReleases(app, track)) {
      const candidate = { app, content, track, release };
      const rule = COMMIT_RULES.find(({ broken }) => broken(candidate));
      if (rule !== undefined) throw refuse(rule.status, rule.message(candidate));
    }
  }
}

/** Releases of an edited track that are not in the app as they stand. */
function changedReleases(app: PlayApp, track: Track): Release[] {
  const live = liveTrack(app, track.name)?.releases ?? [];
  return track.releases.filter((release) => !live.some((one) => isDeepStrictEqual(one, release)));
}

function longNotes({ releaseNotes = [] }: Release): { language: string; text: string } | undefined {
  return releaseNotes.find(({ text }) => text.length > LONGEST_NOTES);
}

function isWear(track: Track): boolean {
  return track.name.startsWith('wear:');
}

function artifactsOf({ content, release }: Pick<Candidate, 'content' | 'release'>): Artifact[] {
  return content.artifacts.filter(({ versionCode }) => release.versionCodes.includes(versionCode));
}

/** Of what users have completely; 0 for none. A draft reaches nobody, and a release that was there before may come back. */
function highestCompleted(app: PlayApp, { name, history }: Track, release: Release): number {
  if (release.status === 'draft') return 0;
  const live = liveTrack(app, name);
  if (findSame([...(live?.releases ?? []), ...(live?.history ?? []), ...history], release) !== undefined) return 0;
  const completed = (live?.releases ?? []).filter(({ status }) => status === 'completed');
  return Math.max(0, ...completed.map(idOf));
}
