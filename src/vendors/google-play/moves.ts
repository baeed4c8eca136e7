import { formatDuration } from '#kit/duration';
import { ConfigurationError, VendorError } from '#kit/errors';
import type { GooglePlay } from './client.ts';
import { committing, readInEdit, withEdit } from './edits.ts';
import type { CommitPolicy } from './edits.ts';
import { googlePlayMessages } from './messages.ts';
import { findRefusal, vendor } from './refusals.ts';
import { tellTrack, toTrack } from './releases.ts';
import type { Track, TrackDocument } from './releases.ts';
import { findLifecycle } from './tracks.ts';

/** What became of a move, and the track that was read back. */
export interface Moved {
  /** `unchanged`: what was asked for was there already. */
  readonly did: 'moved' | 'unchanged';
  /** The track as it was when it was first looked at. */
  readonly before: Track;
  /** As it is to be for users, read back. */
  readonly after: Track;
  /** How far the version has come: a commit is not a publication. Null where Google did not tell. */
  readonly lifecycle: string | null;
  /** True when a person has to send the change for review in the Play Console before users see anything of it. */
  readonly waitsForPerson: boolean;
}

export interface Move {
  /** As messages say it: "raise 42 to 10 % on production". */
  readonly name: string;
  /** The version that is moved, by its highest version code. */
  readonly versionCode: number;
  /** The track that is changed. @throws ConfigurationError when there is none. */
  readonly find: (tracks: readonly TrackDocument[]) => TrackDocument;
  readonly isDone: (track: TrackDocument) => boolean;
  /** Why the move cannot be made in this state; undefined when it can. */
  readonly findObstacle: (track: TrackDocument, tracks: readonly TrackDocument[]) => string | undefined;
  /** What the track shall hold, as Google takes it. */
  readonly make: (
    track: TrackDocument,
    tracks: readonly TrackDocument[],
  ) => readonly Readonly<Record<string, unknown>>[];
}

type Turn =
  | { readonly kind: 'done'; readonly seen: TrackDocument }
  | { readonly kind: 'committed'; readonly seen: TrackDocument; readonly sentForReview: boolean }
  | { readonly kind: 'failed'; readonly seen: TrackDocument | undefined; readonly failure: unknown };

const mostAttempts = 4;
/** Before looking again; each time so many times longer, so that two who end each other's edits do not meet for ever. */
const pauseMs = 5_000;
const pauseGrowth = 3;
/** Between two looks at whether a commit shows, and for how long: each look opens an edit. */
const showPauseMs = 15_000;
const showWithinMs = 60_000;

/**
 * Opens an edit, looks in it, changes the track and commits; then reads back in another edit, since an answer is never taken for
 * the deed. An edit that was ended from outside is made anew, and a commit whose answer leaves open whether it took effect is
 * looked after before anything is sent again: both come to looking once more, and at most four times.
 * @throws ConfigurationError (`google-play-move-refused` before anything is changed, or what Google refuses);
 *   GooglePlayRefusal; VendorError.
 */
export async function carryOut(play: GooglePlay, move: Move, policy: CommitPolicy = {}): Promise<Moved> {
  let before: TrackDocument | undefined;
  let perhapsCommitted = false;
  for (let attempt = 1; ; attempt += 1) {
    const turn = await takeTurn(play, move, policy);
    if (turn.kind === 'done') {
      // Who finds it done after a commit of his own with an open end has done it.
      const did = perhapsCommitted ? 'moved' : 'unchanged';
      return report(play, move, { did, before: before ?? turn.seen, after: turn.seen }, policy);
    }
    if (turn.kind === 'committed') {
      const seen = { did: 'moved', before: before ?? turn.seen, after: await readBack(play, move, turn.seen) } as const;
      return report(play, move, seen, policy, turn.sentForReview);
    }
    before ??= turn.seen;
    const { failure } = turn;
    const isOpenEnd = failure instanceof VendorError && failure.details.ambiguous;
    const isEnded = findRefusal(failure)?.kind === 'edit-gone';
    // A refusal may come of an earlier commit that took effect late, and only a look can tell.
    const isWorthALook = isOpenEnd || isEnded || (perhapsCommitted && findRefusal(failure) !== undefined);
    if (!isWorthALook || attempt === mostAttempts) throw failure;
    if (isOpenEnd && failure.details.operation === committing) perhapsCommitted = true;
    play.log.info(`${vendor}: "${move.name}" is looked at again, since it ended with: ${describe(failure)}`);
    await play.sleep(pauseMs * pauseGrowth ** (attempt - 1));
  }
}

async function takeTurn(play: GooglePlay, move: Move, policy: CommitPolicy): Promise<Turn> {
  let seen: TrackDocument | undefined;
  try {
    return await withEdit(play, async (edit): Promise<Turn> => {
      const tracks = await edit.readTracks();
      seen = move.find(tracks);
      if (move.isDone(seen)) return { kind: 'done', seen };
      const obstacle = move.findObstacle(seen, tracks);
      if (obstacle !== undefined) throw refuseMove(move.name, seen, obstacle);
      await edit.putTrack(seen.name, move.make(seen, tracks));
      return { kind: 'committed', seen, sentForReview: await edit.commit(policy) };
    });
  } catch (failure) {
    if (!(failure instanceof VendorError) && findRefusal(failure) === undefined) throw failure;
    return { kind: 'failed', seen, failure };
  }
}

/**
 * Google may show a commit late: then the track is as it was before. Any other state is somebody else's doing, and no wait brings
 * ours back.
 * @throws VendorError (`google-play-not-shown`, `google-play-overtaken`, `google-play-not-proven`).
 */
async function readBack(play: GooglePlay, move: Move, before: TrackDocument): Promise<TrackDocument> {
  const { name } = move;
  const endsAt = play.clock.now() + showWithinMs;
  for (;;) {
    const seen = await lookAfter(play, move);
    if (move.isDone(seen)) return seen;
    const told = tellTrack(seen);
    const isOvertaken = signOf(seen) !== signOf(before);
    if (isOvertaken || endsAt - play.clock.now() < showPauseMs) {
      const note = isOvertaken
        ? googlePlayMessages['google-play-overtaken'](name, told)
        : googlePlayMessages['google-play-not-shown'](name, formatDuration(showWithinMs), told);
      throw new VendorError(note, { vendor, operation: name, attempts: 1, ambiguous: true });
    }
    play.log.info(`${vendor}: waiting for "${name}" to show (${told})`);
    await play.sleep(showPauseMs);
  }
}

/** What a track holds, in whatever order it is told. */
function signOf({ releases }: TrackDocument): string {
  return releases
    .map(({ versionCodes, status, fraction }) => `${versionCodes.toSorted().join('+')} ${status} ${fraction ?? ''}`)
    .toSorted()
    .join();
}

async function lookAfter(play: GooglePlay, move: Move): Promise<TrackDocument> {
  try {
    return await readInEdit(play, async (edit) => move.find(await edit.readTracks()));
  } catch (error) {
    if (!(error instanceof VendorError) && findRefusal(error) === undefined) throw error;
    // Whoever reads only of the look would take the move for not made.
    const note = googlePlayMessages['google-play-not-proven'](move.name, describe(error));
    throw new VendorError(note, { vendor, operation: move.name, attempts: 1, ambiguous: true }, { cause: error });
  }
}

async function report(
  play: GooglePlay,
  move: Move,
  { did, before, after }: { did: Moved['did']; before: TrackDocument; after: TrackDocument },
  policy: CommitPolicy,
  sentForReview = policy.review !== 'by-hand',
): Promise<Moved> {
  const lifecycle = await findLifecycle(play, after.name, move.versionCode);
  const waitsForPerson = lifecycle === 'NOT_SENT_FOR_REVIEW' || (did === 'moved' && !sentForReview);
  return { did, before: toTrack(before), after: toTrack(after), lifecycle, waitsForPerson };
}

function refuseMove(name: string, seen: TrackDocument, why: string): ConfigurationError {
  return new ConfigurationError(googlePlayMessages['google-play-move-refused'](name, tellTrack(seen), why));
}

function describe(failure: unknown): string {
  return Error.isError(failure) ? failure.message : String(failure);
}
