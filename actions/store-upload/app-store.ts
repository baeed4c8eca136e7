import { ConfigurationError, VendorError } from '#kit/errors';
import { describeEnd, type Outcome } from '#kit/exec';
import type { Build } from '#vendors/app-store-connect/builds';
import type { AppStoreConnect } from '#vendors/app-store-connect/client';
import { createPhasedRelease } from '#vendors/app-store-connect/phased-release';
import { findVersion, prepareVersion, setReleaseNotes } from '#vendors/app-store-connect/preparation';
import { attachBuild, setReleaseType } from '#vendors/app-store-connect/release';
import { submitForReview } from '#vendors/app-store-connect/submission';
import {
  editableStates,
  inReviewStates,
  outStates,
  readVersion,
  tellVersion,
  type AppStoreVersion,
} from '#vendors/app-store-connect/versions';
import { tellReason } from './fastlane.ts';
import { messages } from './messages.ts';

/** A version for Apple's reviewers. */
export interface StoreWish {
  readonly connect: AppStoreConnect;
  readonly appId: string;
  /** As the .ipa says it. */
  readonly version: string;
  /** Build number, as the .ipa says it. */
  readonly number: string;
  /** What is new, by language. */
  readonly notes: Readonly<Record<string, string>>;
  readonly releaseType: 'MANUAL' | 'AFTER_APPROVAL';
  readonly phased: boolean;
  readonly submit: boolean;
}

/**
 * Whether the version can be prepared, before a build of it is sent.
 * @returns whether a lane has nothing left to do: it is in a submission, or further, with this very build
 * @throws ConfigurationError (`version-not-open`, `app-store-move-refused`), VendorError
 */
export async function checkVersion({ connect, appId, version, number }: StoreWish): Promise<boolean> {
  const { version: found } = await findVersion(connect, { appId, version });
  if (found === undefined || editableStates.has(found.state)) return false;
  if (found.build?.number === number) return true;
  throw new ConfigurationError(messages['version-not-open'](version, tellVersion(found)));
}

/** Handed in, or about to be: the only states in which a submission is made or gone on with. */
const openForReview: ReadonlySet<string> = new Set([...editableStates, 'READY_FOR_REVIEW', ...inReviewStates]);

/**
 * Prepares the version and puts it before Apple's reviewers. Each step looks first, so that a run that was stopped is gone on
 * with; what can still be set of a version that was submitted is set as asked for.
 * @returns the version as it is then, and what was left out because the app has no users yet
 * @throws ConfigurationError, VendorError
 */
export async function submitToAppStore(
  wish: StoreWish,
  build: Build,
): Promise<{ readonly version: AppStoreVersion; readonly leftOut: readonly string[] }> {
  const { connect, appId, notes, releaseType, phased, submit } = wish;
  const { state: version, isFirst } = await prepareVersion(connect, { appId, version: wish.version });
  const isEditable = editableStates.has(version.state);
  if (!isEditable && version.build?.id !== build.id)
    throw new ConfigurationError(messages['version-not-open'](wish.version, tellVersion(version)));
  if (outStates.has(version.state)) return { version, leftOut: [] };
  const of = { appId, versionId: version.id };
  if (isEditable && !isFirst) await setReleaseNotes(connect, version.id, notes);
  await setReleaseType(connect, version.id, { releaseType });
  if (phased && !isFirst) await createPhasedRelease(connect, of);
  if (isEditable) await attachBuild(connect, version.id, build.id);
  if (submit && openForReview.has(version.state)) await submitForReview(connect, of);
  const leftOut = [
    ...(isFirst && Object.keys(notes).length > 0 ? ['what is new'] : []),
    ...(isFirst && phased ? ['the phased release'] : []),
  ];
  return { version: await readVersion(connect, version.id), leftOut };
}

/**
 * A lane that failed may have left out what cannot be seen from here, such as screenshots. It counts only where it came as far as
 * handing the version in, which is the last thing that Fastlane does.
 * @throws VendorError (`lane-failed`)
 */
export async function checkLane({ connect, appId, version, number }: StoreWish, failed: Outcome): Promise<void> {
  const { version: found } = await findVersion(connect, { appId, version });
  if (found !== undefined && !editableStates.has(found.state) && found.build?.number === number) return;
  const seen = found === undefined ? 'it is not there' : tellVersion(found);
  const note = messages['lane-failed'](version, describeEnd(failed.end), tellReason(failed), seen);
  throw new VendorError(note, { vendor: 'App Store Connect', operation: 'lane', attempts: 1, ambiguous: false });
}
