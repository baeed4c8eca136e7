import { formatDuration } from '#kit/duration';
import { VendorError } from '#kit/errors';
import { path } from './client.ts';
import type { AppStoreConnect, Command } from './client.ts';
import { appStoreMessages } from './messages.ts';
import { carryOut, refuseMove, waitFor } from './moves.ts';
import type { Moved } from './moves.ts';
import type { VersionOf } from './phased-release.ts';
import { AppStoreRefusal } from './refusals.ts';
import { holds, holdsVersion, readReviewSubmissions } from './review-submissions.ts';
import type { ReviewSubmission } from './review-submissions.ts';
import { editableStates, inReviewStates, readVersion, tellVersion } from './versions.ts';
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

const readyMs = 5 * 60_000;
const cancelMs = 15 * 60_000;
const pauseMs = 15_000;
const submitting = 'submit for review';
const draft = 'READY_FOR_REVIEW';
/** With the reviewers, or back from them with questions. */
const cancellable: ReadonlySet<string> = new Set(['WAITING_FOR_REVIEW', 'IN_REVIEW', 'UNRESOLVED_ISSUES']);

/** @throws VendorError */
export async function readReview(connect: AppStoreConnect, of: VersionOf): Promise<ReviewState> {
  const version = await readVersion(connect, of.versionId);
  return { version, submissions: await readReviewSubmissions(connect, of.appId, of.platform) };
}

/**
 * Puts the version before Apple's reviewers: a submission, the version in it, and away. A draft of an earlier run is
 * continued and not made a second time. When Apple refuses, the version is taken out of the draft again, since in it
 * nobody could edit what Apple asks for.
 * @throws ConfigurationError (`app-store-move-refused`); AppStoreRefusal with what is missing; VendorError.
 */
export async function submitForReview(
  connect: AppStoreConnect,
  of: VersionOf,
  limits: ReviewLimits = {},
): Promise<Moved<ReviewState>> {
  const common = {
    tell: tellReview,
    look: async (): Promise<ReviewState> => readReview(connect, of),
    findObstacle: (state: ReviewState) => findObstacle(state, of.versionId),
  };
  const seen = await common.look();
  if (isSubmitted(seen)) return { did: 'unchanged', state: seen };
  const obstacle = common.findObstacle(seen);
  if (obstacle !== undefined) throw refuseMove(submitting, tellReview(seen), obstacle);
  const free = await waitUntilCancelled(connect, of, limits.cancelMs ?? cancelMs, seen);
  const created = await carryOut(
    connect,
    {
      ...common,
      name: 'create a review submission',
      isDone: (state) => isSubmitted(state) || findDraft(state, of.versionId) !== undefined,
      act: async () => connect.command(createSubmission(of)),
    },
    free,
  );
  // From here on this one and no other, whatever a late answer of Apple's shows.
  const id = findDraft(created.state, of.versionId)?.id ?? '';
  await carryOut(
    connect,
    {
      ...common,
      name: 'put the version into the review submission',
      isDone: (state) => isSubmitted(state) || findHolder(state, of.versionId) !== undefined,
      act: async () => connect.command(addItem(id, of.versionId)),
    },
    created.state,
  );
  const ready = await waitUntilReady(connect, of, limits.readyMs ?? readyMs);
  try {
    const { state } = await carryOut(
      connect,
      {
        ...common,
        name: submitting,
        isDone: isSubmitted,
        act: async () => connect.command(changeSubmission(id, { submitted: true }, submitting)),
      },
      ready,
    );
    return { did: 'moved', state };
  } catch (error) {
    // Of the submission itself, and not of a look at it.
    if (error instanceof AppStoreRefusal && error.details.operation === submitting) await withdraw(connect, of);
    throw error;
  }
}

/**
 * Takes the version back from the reviewers, or out of a draft, and waits until it can be edited again.
 * @throws VendorError, `app-store-not-shown` when Apple goes on cancelling.
 */
export async function cancelSubmission(
  connect: AppStoreConnect,
  of: VersionOf,
  limits: ReviewLimits = {},
): Promise<Moved<ReviewState>> {
  return carryOut(connect, {
    name: 'cancel the review submission',
    look: async () => readReview(connect, of),
    isDone: ({ version, submissions }) =>
      !inReviewStates.has(version.state) && !submissions.some((one) => holds(one, of.versionId)),
    findObstacle: (state) => {
      const ours = state.submissions.find((one) => holds(one, of.versionId));
      if (ours === undefined) return 'no submission holds the version, although it is in review';
      return ours.state === 'COMPLETING' ? 'the review is over: the submission is being completed' : undefined;
    },
    tell: tellReview,
    act: async ({ submissions }) => {
      const ours = submissions.find((one) => holds(one, of.versionId));
      if (ours?.state === draft) await takeOut(connect, ours, of.versionId);
      else if (ours !== undefined && cancellable.has(ours.state))
        await connect.command(changeSubmission(ours.id, { canceled: true }, 'cancel the review submission'));
    },
    showWithinMs: limits.cancelMs ?? cancelMs,
    pauseMs,
  });
}

function isSubmitted({ version }: ReviewState): boolean {
  return inReviewStates.has(version.state);
}

function findObstacle({ version, submissions }: ReviewState, versionId: string): string | undefined {
  const ours = submissions.find((one) => holds(one, versionId));
  if (ours?.state === 'UNRESOLVED_ISSUES')
    return 'its submission came back from review with questions; cancel that one first, and mend what was found';
  const other = submissions.find((one) => one !== ours && holdsVersion(one) && one.state !== draft);
  if (other !== undefined) return 'another version of the app is in review';
  if (ours?.state === draft && ours.items.length > 1)
    return 'the version lies in a draft together with other items, which would be submitted with it';
  if (version.build === null) return 'the version has no build';
  return editableStates.has(version.state) || version.state === draft ? undefined : 'the version is past its review';
}

/** The draft that the version is in, or an empty one that it can be put into. */
function findDraft(state: ReviewState, versionId: string): ReviewSubmission | undefined {
  const empty = state.submissions.find((one) => one.state === draft && one.items.length === 0);
  return findHolder(state, versionId) ?? empty;
}

function findHolder({ submissions }: ReviewState, versionId: string): ReviewSubmission | undefined {
  return submissions.find((one) => one.state === draft && holds(one, versionId));
}

async function waitUntilCancelled(
  connect: AppStoreConnect,
  of: VersionOf,
  limitMs: number,
  seen: ReviewState,
): Promise<ReviewState> {
  const name = 'the end of a cancelled submission';
  const isDone = ({ submissions }: ReviewState): boolean =>
    !submissions.some((one) => one.state === 'CANCELING' && holdsVersion(one));
  if (isDone(seen)) return seen;
  return waitFor(connect, {
    name,
    isDone,
    look: async () => readReview(connect, of),
    tell: tellReview,
    limitMs,
    pauseMs,
    giveUp: (last) => appStoreMessages['app-store-wait-ended'](name, formatDuration(limitMs), last),
  });
}

async function waitUntilReady(connect: AppStoreConnect, of: VersionOf, limitMs: number): Promise<ReviewState> {
  const name = 'the version to be ready for review';
  return waitFor(connect, {
    name,
    look: async () => readReview(connect, of),
    isDone: (state) => state.version.state === draft || isSubmitted(state),
    tell: tellReview,
    limitMs,
    pauseMs,
    giveUp: (seen) => appStoreMessages['app-store-wait-ended'](name, formatDuration(limitMs), seen),
  });
}

/** After a refusal, so that the person who reads of it can mend it. What fails here is done by the next run. */
async function withdraw(connect: AppStoreConnect, { appId, versionId, platform }: VersionOf): Promise<void> {
  try {
    const submissions = await readReviewSubmissions(connect, appId, platform);
    const ours = submissions.find((one) => one.state === draft && holds(one, versionId));
    if (ours !== undefined) await takeOut(connect, ours, versionId);
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    connect.log.info(`The version stays in its draft for review, since taking it out failed: ${error.message}`);
  }
}

async function takeOut(connect: AppStoreConnect, { items }: ReviewSubmission, versionId: string): Promise<void> {
  for (const { id } of items.filter((item) => item.versionId === versionId)) {
    await connect.command({
      operation: 'take the version out of the review submission',
      method: 'DELETE',
      path: path`/v1/reviewSubmissionItems/${id}`,
    });
  }
}

function createSubmission({ appId, platform = 'IOS' }: VersionOf): Command {
  return {
    operation: 'create a review submission',
    method: 'POST',
    path: path`/v1/reviewSubmissions`,
    data: {
      type: 'reviewSubmissions',
      attributes: { platform },
      relationships: { app: { data: { type: 'apps', id: appId } } },
    },
  };
}

function addItem(submissionId: string, versionId: string): Command {
  return {
    operation: 'put the version into the review submission',
    method: 'POST',
    path: path`/v1/reviewSubmissionItems`,
    data: {
      type: 'reviewSubmissionItems',
      relationships: {
        reviewSubmission: { data: { type: 'reviewSubmissions', id: submissionId } },
        appStoreVersion: { data: { type: 'appStoreVersions', id: versionId } },
      },
    },
  };
}

function changeSubmission(
  id: string,
  attributes: { readonly submitted: true } | { readonly canceled: true },
  operation: string,
): Command {
  return {
    operation,
    method: 'PATCH',
    path: path`/v1/reviewSubmissions/${id}`,
    data: { type: 'reviewSubmissions', id, attributes },
  };
}

function tellReview({ version, submissions }: ReviewState): string {
  const drafts = submissions.map(
    ({ state, items }) => `${state} with ${items.length} ${items.length === 1 ? 'item' : 'items'}`,
  );
  return `${tellVersion(version)}; submissions: ${drafts.length === 0 ? 'none' : drafts.join(', ')}`;
}
