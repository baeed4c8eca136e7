import { VendorError } from '#kit/errors';
import { record, text } from '#kit/shapes';
import { path } from './client.ts';
import type { GooglePlay } from './client.ts';
import { findRefusal } from './refusals.ts';
import { tracksShape } from './releases.ts';
import type { TrackDocument } from './releases.ts';

/** How a change goes to Google's reviewers. */
export interface CommitPolicy {
  /**
   * Where something of the app is in review: `refuse` (the default) leaves it there and fails, `restart` takes it out and sends
   * everything anew, at the end of the queue.
   */
  readonly inReview?: 'refuse' | 'restart';
  /**
   * Who sends the change for review: Google by itself (`automatic`, the default), a person in the Play Console (`by-hand`), or
   * whichever of the two Google asks for (`as-asked`). What became of it stands in the result.
   */
  readonly review?: 'automatic' | 'by-hand' | 'as-asked';
}

/** A copy of the app that nobody sees until it is committed. */
export interface Edit {
  readonly id: string;
  readTracks(): Promise<readonly TrackDocument[]>;
  /** Says what the track shall hold. */
  putTrack(name: string, releases: readonly Readonly<Record<string, unknown>>[]): Promise<void>;
  /**
   * Once. The answer is not proof, so nothing of it is read.
   * @returns whether Google sends the change for review by itself
   * @throws VendorError, `ambiguous` when it may have taken effect.
   */
  commit(policy: CommitPolicy): Promise<boolean>;
}

export const committing = 'commit the edit';
const mostEdits = 3;
const pauseMs = 5_000;
const editShape = record({ id: text(200, /^[\w.-]+$/, 'an id') }, 'ignored');

/**
 * Opens an edit, which ends any other edit that this account has open for the app, and closes it again unless it was
 * committed. What is uploaded into an edit is lost with it.
 * https://developers.google.com/android-publisher/edits, https://developers.google.com/android-publisher/concurrency-considerations
 */
export async function withEdit<T>(play: GooglePlay, use: (edit: Edit) => Promise<T>): Promise<T> {
  const opened = await play.command({
    operation: 'open an edit',
    method: 'POST',
    path: '/edits',
    // A second one ends the first, and that is all.
    repeatable: true,
  });
  const { id } = opened.read(editShape);
  const state = { isOpen: true };
  const edit: Edit = {
    id,
    readTracks: async () => play.read({ operation: 'read the tracks', path: path`/edits/${id}/tracks` }, tracksShape),
    putTrack: async (name, releases) => {
      await play.command({
        operation: 'change the track',
        method: 'PUT',
        path: path`/edits/${id}/tracks/${name}`,
        body: { track: name, releases },
        // Nothing but the edit changes, and to the same.
        repeatable: true,
      });
    },
    commit: async (policy) =>
      commit(play, id, policy, () => {
        state.isOpen = false;
      }),
  };
  try {
    return await use(edit);
  } finally {
    if (state.isOpen) await close(play, id);
  }
}

/**
 * The same, with a new edit when one was ended from outside. For what only reads: whoever changes something has to look again.
 * @throws GooglePlayRefusal (`google-play-edit-gone`) when that happens time and again.
 */
export async function readInEdit<T>(play: GooglePlay, read: (edit: Edit) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await withEdit(play, read);
    } catch (error) {
      if (findRefusal(error)?.kind !== 'edit-gone' || attempt === mostEdits) throw error;
      play.log.info(`Google Play: the edit was ended from outside; attempt ${attempt + 1} of ${mostEdits}`);
      // Who comes back at once ends the edit of the one that ended his.
      await play.sleep(pauseMs * attempt);
    }
  }
}

async function commit(play: GooglePlay, id: string, policy: CommitPolicy, onEnd: () => void): Promise<boolean> {
  const { inReview = 'refuse', review = 'automatic' } = policy;
  const send = async (byHand: boolean): Promise<void> => {
    const changesInReviewBehavior = inReview === 'refuse' ? 'ERROR_IF_IN_REVIEW' : 'CANCEL_IN_REVIEW_AND_SUBMIT';
    try {
      await play.command({
        operation: committing,
        method: 'POST',
        path: path`/edits/${id}:commit`,
        // Where Google sends by itself the parameter has to be left out: it refuses even a needless one.
        query: { changesInReviewBehavior, ...(byHand ? { changesNotSentForReview: 'true' } : {}) },
        repeatable: false,
      });
      onEnd();
    } catch (error) {
      // Deleting an edit whose commit is under way would decide what nobody knows.
      if (error instanceof VendorError && error.details.ambiguous) onEnd();
      throw error;
    }
  };
  try {
    await send(review === 'by-hand');
    return review !== 'by-hand';
  } catch (error) {
    if (review !== 'as-asked' || findRefusal(error)?.kind !== 'review-by-hand') throw error;
    play.log.info('Google Play sends no change of this app for review by itself: committing for a person to send it');
    await send(true);
    return false;
  }
}

/** An edit that stays open does no harm but to the account's next one, which ends it. */
async function close(play: GooglePlay, id: string): Promise<void> {
  try {
    await play.command({ operation: 'close the edit', method: 'DELETE', path: path`/edits/${id}`, repeatable: true });
  } catch (error) {
    if (findRefusal(error) === undefined && !(error instanceof VendorError)) throw error;
    play.log.info(`Google Play: the edit ${id} was not closed, and ends by itself`);
  }
}
