import { ConfigurationError } from '#kit/errors';
import type { Build } from '#vendors/app-store-connect/builds';
import type { AppStoreConnect } from '#vendors/app-store-connect/client';
import { createPhasedRelease } from '#vendors/app-store-connect/phased-release';
import { findVersion, prepareVersion, setReleaseNotes } from '#vendors/app-store-connect/preparation';
import { attachBuild, setReleaseType } from '#vendors/app-store-connect/release';
import { submitForReview } from '#vendors/app-store-connect/submission';
import { editableStates, readVersion, tellVersion, type AppStoreVersion } from '#vendors/app-store-connect/versions';
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
 * @returns whether nothing is left to do: it was submitted, or is further, with this very build
 * @throws ConfigurationError (`version-not-open`, `app-store-move-refused`), VendorError
 */
export async function checkVersion({ connect, appId, version, number }: StoreWish): Promise<boolean> {
  const { version: found } = await findVersion(connect, { appId, version });
  if (found === undefined || editableStates.has(found.state)) return false;
  if (found.build?.number === number) return true;
  throw new ConfigurationError(messages['version-not-open'](version, tellVersion(found)));
}

/**
 * Prepares the version and puts it before Apple's reviewers. Each step looks first, so that a run that was stopped is gone on with.
 * @returns the version as it is then, and what was left out because the app has no users yet
 * @throws ConfigurationError, VendorError
 */
export async function submitToAppStore(
  wish: StoreWish,
  build: Build,
): Promise<{ readonly version: AppStoreVersion; readonly leftOut: readonly string[] }> {
  const { connect, appId, notes, releaseType, phased, submit } = wish;
  const { state: version } = await prepareVersion(connect, { appId, version: wish.version });
  // Submitted, approved or out with this very build: nothing is left to do.
  if (!editableStates.has(version.state) && version.build?.id === build.id) return { version, leftOut: [] };
  if (!editableStates.has(version.state))
    throw new ConfigurationError(messages['version-not-open'](wish.version, tellVersion(version)));
  const { isFirst } = await findVersion(connect, { appId, version: wish.version });
  const of = { appId, versionId: version.id };
  if (!isFirst) await setReleaseNotes(connect, version.id, notes);
  await setReleaseType(connect, version.id, { releaseType });
  if (phased && !isFirst) await createPhasedRelease(connect, of);
  await attachBuild(connect, version.id, build.id);
  if (submit) await submitForReview(connect, of);
  const leftOut = [
    ...(isFirst && Object.keys(notes).length > 0 ? ['what is new'] : []),
    ...(isFirst && phased ? ['the phased release'] : []),
  ];
  return { version: await readVersion(connect, version.id), leftOut };
}
