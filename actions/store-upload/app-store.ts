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
import {
  compareListing,
  leaveOutNews,
  writeListing,
  writePromotions,
  type Listing,
  type ListingChange,
} from './listing.ts';
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
  /** Texts and screenshots; undefined leaves them as they are. */
  readonly listing: Listing | undefined;
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

/**
 * What of texts and screenshots would be written, before a build is sent.
 * @throws ConfigurationError (`listing-unfit`), VendorError
 */
export async function checkListing({ connect, appId, version, listing }: StoreWish): Promise<readonly ListingChange[]> {
  if (listing === undefined) return [];
  const { base, isFirst } = await findVersion(connect, { appId, version });
  if (base === undefined) return [{ where: 'everything', what: 'the app has no version yet' }];
  const wanted = isFirst ? leaveOutNews(listing) : listing;
  return compareListing(connect, { appId, versionId: base.id }, wanted, outStates.has(base.state));
}

/** Handed in, or about to be: the only states in which a submission is made or gone on with. */
const openForReview: ReadonlySet<string> = new Set([...editableStates, 'READY_FOR_REVIEW', ...inReviewStates]);

/** What became of a version. */
export interface Submitted {
  readonly version: AppStoreVersion;
  /** What was asked for, and left out because the app has no users yet. */
  readonly leftOut: readonly string[];
  /** What was written of texts and screenshots. */
  readonly listed: readonly ListingChange[];
  /** What of them differs, and cannot be written any more. */
  readonly tooLate: readonly ListingChange[];
}

/**
 * Prepares the version and puts it before Apple's reviewers. Each step looks first, so that a run that was stopped is gone on
 * with; what can still be set of a version that was submitted is set as asked for.
 * @throws ConfigurationError, VendorError
 */
export async function submitToAppStore(wish: StoreWish, build: Build): Promise<Submitted> {
  const { connect, appId, notes, releaseType, phased, submit } = wish;
  const { state: version, isFirst } = await prepareVersion(connect, { appId, version: wish.version });
  const isEditable = editableStates.has(version.state);
  if (!isEditable && version.build?.id !== build.id)
    throw new ConfigurationError(messages['version-not-open'](wish.version, tellVersion(version)));
  const of = { appId, versionId: version.id };
  const listed = await list(wish, version, isFirst);
  if (outStates.has(version.state)) return { version, leftOut: [], ...listed };
  if (isEditable && !isFirst) await setReleaseNotes(connect, version.id, notes);
  await setReleaseType(connect, version.id, { releaseType });
  if (phased && !isFirst) await createPhasedRelease(connect, of);
  if (isEditable) await attachBuild(connect, version.id, build.id);
  if (submit && openForReview.has(version.state)) await submitForReview(connect, of);
  const leftOut = [
    ...(isFirst && (Object.keys(notes).length > 0 || hasNews(wish.listing)) ? ['what is new'] : []),
    ...(isFirst && phased ? ['the phased release'] : []),
  ];
  return { version: await readVersion(connect, version.id), leftOut, ...listed };
}

function hasNews(listing: Listing | undefined): boolean {
  return Object.values(listing?.version ?? {}).some(({ whatsNew }) => whatsNew !== undefined);
}

/** Texts and screenshots. Of a version that was submitted only the promotional texts can be written, and the rest is told. */
async function list(
  { connect, appId, listing }: StoreWish,
  { id: versionId, state }: AppStoreVersion,
  isFirst: boolean,
): Promise<Pick<Submitted, 'listed' | 'tooLate'>> {
  if (listing === undefined) return { listed: [], tooLate: [] };
  const wanted = isFirst ? leaveOutNews(listing) : listing;
  const of = { appId, versionId };
  if (editableStates.has(state)) return { listed: await writeListing(connect, of, wanted), tooLate: [] };
  const listed = state === 'REPLACED_WITH_NEW_VERSION' ? [] : await writePromotions(connect, of, wanted);
  return { listed, tooLate: await compareListing(connect, of, wanted, false) };
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
