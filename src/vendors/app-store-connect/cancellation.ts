import type { AppStoreConnect } from './client.ts';
import { carryOut } from './moves.ts';
import type { Moved } from './moves.ts';
import type { VersionOf } from './phased-release.ts';
import { changeSubmission, takeOut } from './review-commands.ts';
import { cancelMs, cancellable, draft, pauseMs, readReview, tellReview } from './review-state.ts';
import type { ReviewLimits, ReviewState } from './review-state.ts';
import { holds } from './review-submissions.ts';
import type { ReviewSubmission } from './review-submissions.ts';
import { approvedStates, editableStates, inSubmissionStates, releasedStates } from './versions.ts';

/**
 * How far the version is from its users, for whoever wants it stopped:
 * - `stopped`: it gets to nobody without being submitted (again);
 * - `approved`: the review was over before, and it waits for its release: nobody may ask for that, or release it;
 * - `held`: approved, and Apple releases it by itself at its date: set the release type to MANUAL;
 * - `released`: on its way to users, or with them: pause the phased release, or bring out a newer version;
 * - `replaced`: a newer version has taken its place;
 * - `unknown`: a state that this client does not know.
 */
export type Standing = 'stopped' | 'approved' | 'held' | 'released' | 'replaced' | 'unknown';

export interface Cancelled extends Moved<ReviewState> {
  /** `did` is "moved" only where this is `stopped`. "unchanged" alone does not say that the version is stopped: this does. */
  readonly standing: Standing;
}

/**
 * Takes the version back from the reviewers, or out of a draft, and waits until it can be edited again. Apple takes back
 * whole submissions: what else lies in it comes back along. A review that is over cannot be taken back; that is no error, and `standing`
 * tells it.
 * @throws ConfigurationError (`app-store-move-refused`); VendorError, `app-store-not-shown` when Apple goes on cancelling.
 */
export async function cancelSubmission(
  connect: AppStoreConnect,
  of: VersionOf,
  limits: ReviewLimits = {},
): Promise<Cancelled> {
  let sent = false;
  const { did, state } = await carryOut(connect, {
    name: cancelling,
    look: async () => readReview(connect, of),
    // One that is being completed has been reviewed, and there is nothing in it to take back.
    isDone: ({ version, submissions }) =>
      !inSubmissionStates.has(version.state) &&
      !submissions.some((one) => holds(one, of.versionId) && one.state !== 'COMPLETING'),
    findObstacle: (seen) => {
      const ours = findHolder(seen, of.versionId);
      if (ours?.state === 'COMPLETING') return 'the review is over: the submission is being completed';
      // Apple may show the version's part later than the submission's.
      return ours === undefined && !sent ? 'no submission holds the version, although its state says so' : undefined;
    },
    tell: tellReview,
    act: async (seen) => {
      const ours = findHolder(seen, of.versionId);
      sent = true;
      if (ours?.state === draft) await takeOut(connect, ours, of.versionId);
      else if (ours !== undefined && cancellable.has(ours.state)) await takeBack(connect, ours);
    },
    showWithinMs: limits.cancelMs ?? cancelMs,
    pauseMs,
  });
  const standing = readStanding(state.version.state);
  // Where the review ended first, what was sent has stopped nothing.
  return { did: standing === 'stopped' ? did : 'unchanged', state, standing };
}

const cancelling = 'cancel the review submission';

async function takeBack(connect: AppStoreConnect, { id, items }: ReviewSubmission): Promise<void> {
  const others = items.filter(({ versionId }) => versionId === null).length;
  if (others > 0)
    connect.log.info(
      `The submission holds ${others} other ${others === 1 ? 'item' : 'items'}, taken back along with the version.`,
    );
  await connect.command(changeSubmission(id, { canceled: true }, cancelling));
}

function findHolder({ submissions }: ReviewState, versionId: string): ReviewSubmission | undefined {
  return submissions.find((one) => holds(one, versionId));
}

function readStanding(state: string): Standing {
  if (editableStates.has(state)) return 'stopped';
  if (state === 'PENDING_APPLE_RELEASE') return 'held';
  if (approvedStates.has(state)) return 'approved';
  if (releasedStates.has(state)) return 'released';
  return state === 'REPLACED_WITH_NEW_VERSION' ? 'replaced' : 'unknown';
}
