import type { AppStoreConnect } from './client.ts';
import type { VersionOf } from './phased-release.ts';
import { holds, readReviewSubmissions } from './review-submissions.ts';
import type { ReviewSubmission } from './review-submissions.ts';
import { inReviewStates, readVersion, tellVersion } from './versions.ts';
import type { AppStoreVersion } from './versions.ts';

/** What the moves of a review depend on. */
export interface ReviewState {
  readonly version: AppStoreVersion;
  readonly submissions: readonly ReviewSubmission[];
}

export interface ReviewLimits {
  /** Until Apple says that the version is ready, milliseconds. */
  readonly readyMs?: number;
  /** Until a submission that was cancelled is gone, milliseconds. */
  readonly cancelMs?: number;
}

export const readyMs = 5 * 60_000;
export const cancelMs = 15 * 60_000;
export const pauseMs = 15_000;
/** The state of a submission that was not sent, and of a version in it. */
export const draft = 'READY_FOR_REVIEW';
/** With the reviewers, or back from them with questions. */
export const cancellable: ReadonlySet<string> = new Set(['WAITING_FOR_REVIEW', 'IN_REVIEW', 'UNRESOLVED_ISSUES']);

/** @throws VendorError */
export async function readReview(connect: AppStoreConnect, of: VersionOf): Promise<ReviewState> {
  const submissions = await readReviewSubmissions(connect, of.appId, of.platform);
  // The version last: what no submission holds any more is then seen as what it has become, and not as what it was before.
  return { version: await readVersion(connect, of.versionId), submissions };
}

/** Whether it lies with the reviewers. While it is being taken back the version still says so, and it does not. */
export function isSubmitted({ version, submissions }: ReviewState): boolean {
  const isLeaving = submissions.some((one) => one.state === 'CANCELING' && holds(one, version.id));
  return inReviewStates.has(version.state) && !isLeaving;
}

export function tellReview({ version, submissions }: ReviewState): string {
  const drafts = submissions.map(
    ({ state, items }) => `${state} with ${items.length} ${items.length === 1 ? 'item' : 'items'}`,
  );
  return `${tellVersion(version)}; submissions: ${drafts.length === 0 ? 'none' : drafts.join(', ')}`;
}
