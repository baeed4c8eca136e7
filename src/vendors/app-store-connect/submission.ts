import { formatDuration } from '#kit/duration';
import { VendorError } from '#kit/errors';
import type { AppStoreConnect } from './client.ts';
import { appStoreMessages } from './messages.ts';
import { carryOut, refuseMove, waitFor } from './moves.ts';
import type { Moved } from './moves.ts';
import type { VersionOf } from './phased-release.ts';
import { AppStoreRefusal } from './refusals.ts';
import { addItem, changeSubmission, createSubmission, takeOut } from './review-commands.ts';
import { cancelMs, cancellable, draft, isSubmitted, pauseMs, readReview, readyMs, tellReview } from './review-state.ts';
import type { ReviewLimits, ReviewState } from './review-state.ts';
import { holds, holdsVersion, readReviewSubmissions } from './review-submissions.ts';
import type { ReviewSubmission } from './review-submissions.ts';
import { editableStates, inReviewStates } from './versions.ts';

const submitting = 'submit for review';
/** Submissions of other versions that keep nobody from submitting: not sent, or about to be gone. */
const passing: ReadonlySet<string> = new Set([draft, 'CANCELING']);

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

function findObstacle({ version, submissions }: ReviewState, versionId: string): string | undefined {
  const ours = submissions.find((one) => holds(one, versionId));
  if (ours?.state === 'UNRESOLVED_ISSUES' && version.state === 'ACCEPTED')
    return 'the version is accepted, and other items of its submission are not: mend those or take them out in App Store Connect, or cancel the submission';
  if (ours?.state === 'UNRESOLVED_ISSUES')
    return 'its submission came back from review with questions; cancel that one first, and mend what was found';
  if (ours !== undefined && cancellable.has(ours.state) && editableStates.has(version.state))
    return 'an earlier submission still holds the version; cancel that one first';
  const other = submissions.find((one) => one !== ours && holdsVersion(one) && !passing.has(one.state));
  if (other !== undefined) return 'another version of the app is in review';
  if (ours?.state === draft && ours.items.length > 1)
    return 'the version lies in a draft together with other items, which would be submitted with it';
  if (version.build === null) return 'the version has no build';
  // What it will be then is not known yet: it is waited for first.
  if (ours?.state === 'CANCELING') return undefined;
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
  const isDone = ({ version, submissions }: ReviewState): boolean =>
    !submissions.some((one) => one.state === 'CANCELING' && holdsVersion(one)) &&
    // Apple may show the end of the submission before that of the version's review.
    (!inReviewStates.has(version.state) || submissions.some((one) => holds(one, version.id)));
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
