import { VendorError } from '#kit/errors';
import { number, record, text } from '#kit/shapes';
import { authorShape, recogniseAuthor } from './authors.ts';
import type { Author } from './authors.ts';
import { orMissing } from './client.ts';
import type { GitHub } from './client.ts';
import { compareRuns, composeBody, readMarker } from './markers.ts';
import type { RunOrder } from './markers.ts';

export interface StickyComment {
  /** Number of the pull request or issue. */
  readonly number: number;
  /** Tells our comments apart: letters, digits and ". _ - /". */
  readonly key: string;
  /** Which run says it: a comment of a newer one is left alone. */
  readonly run: RunOrder;
  /** Markdown, in the order of importance. Those that do not fit any more are left out whole, from the end. */
  readonly blocks: readonly string[];
}

export interface Upserted {
  /** `outdated`: a newer run has spoken already, so nothing was written. */
  readonly did: 'created' | 'updated' | 'unchanged' | 'outdated';
  readonly url: string;
}

/** An issue takes no more than 2,500 comments (openshift/release#20821). */
const mostPages = 25;
/** Every write is followed by a look at what came of it; so many are enough for three that went wrong. */
const mostLooks = 5;

interface Comment {
  readonly id: number;
  readonly body: string;
  readonly url: string;
  /** Of the run that wrote it, by its marker. */
  readonly run: RunOrder;
}

const commentShape = record(
  {
    id: number('whole', 1, Number.MAX_SAFE_INTEGER),
    html_url: text(1_000, /^https:\/\//, 'an address'),
    body: text(Number.MAX_SAFE_INTEGER),
    user: authorShape,
  },
  'ignored',
);

/**
 * Writes the one comment of this key: changes it where there is one, makes it where there is none, and writes nothing
 * where nothing would change. It is ours when its first line is our marker and its author is the token's: a person can
 * quote a marker, but not write as a bot.
 *
 * GitHub has no compare-and-swap for comments, so every write is followed by a look. Two runs at once may each find none
 * and make one: the oldest stays, with what the newest run says, and the others go. What a killed run leaves behind, the
 * next one tidies. One order remains that no look can mend: the older run looks, the newer one writes and looks, the older
 * one writes. A workflow excludes it by letting one run at a time speak to a pull request (`concurrency`).
 * @throws VendorError
 */
export async function upsertComment(github: GitHub, comment: StickyComment): Promise<Upserted> {
  const isOurs = await recogniseAuthor(github);
  const body = composeBody(comment);
  let created: Comment | undefined;
  let tried: 'created' | 'updated' | undefined;
  let wrote = false;
  let failure: VendorError | undefined;
  for (let look = 1; look <= mostLooks; look += 1) {
    const ours = await listOurs(github, comment, isOurs);
    // A list may be older than what was just made.
    if (created !== undefined && ours.every(({ id }) => id !== created?.id)) ours.push(created);
    const [oldest, ...others] = ours.toSorted((a, b) => a.id - b.id);
    // What has been written is not compared letter by letter: should GitHub store a text otherwise, that is its own.
    const isSaid = (one: Comment): boolean =>
      one.body.trim() === body.trim() || (wrote && compareRuns(one.run, comment.run) === 0);
    try {
      if (oldest === undefined) {
        tried = 'created';
        created = await createComment(github, comment, body);
        wrote = true;
      } else if (ours.some(({ run }) => compareRuns(run, comment.run) > 0)) {
        // The newer run tidies the rest; what this one has made is its own to take back.
        for (const { id, run } of others) if (compareRuns(run, comment.run) === 0) await deleteComment(github, id);
        return { did: 'outdated', url: oldest.url };
      } else if (isSaid(oldest)) {
        for (const { id } of others) await deleteComment(github, id);
        return { did: tried ?? 'unchanged', url: oldest.url };
      } else {
        tried ??= 'updated';
        await updateComment(github, oldest.id, body);
        created = undefined;
        wrote = true;
      }
    } catch (error) {
      // It may have happened all the same: look before anything is repeated.
      if (!(error instanceof VendorError) || !error.details.ambiguous) throw error;
      failure = error;
    }
  }
  throw failure ?? new Error(`the comment of #${comment.number} changed each time that it was looked at`);
}

async function listOurs(
  github: GitHub,
  { number: issue, key }: StickyComment,
  isOurs: (author: Author) => boolean,
): Promise<Comment[]> {
  const question = {
    operation: 'list the comments',
    route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
    parameters: { issue_number: issue },
  } as const;
  const ours: Comment[] = [];
  for await (const page of github.pages(question, commentShape, mostPages)) {
    for (const { id, body, html_url: url, user } of page) {
      const marker = readMarker(body);
      if (marker?.key === key && isOurs(user)) ours.push({ id, body, url, run: marker.run });
    }
  }
  return ours;
}

async function createComment(github: GitHub, { number: issue, run }: StickyComment, body: string): Promise<Comment> {
  const question = {
    operation: 'write the comment',
    route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
    parameters: { issue_number: issue, body },
  } as const;
  const { id, html_url: url } = await github.read(question, commentShape);
  return { id, url, body, run };
}

/** Not there any more is no error: whoever looks again sees it. */
async function updateComment(github: GitHub, id: number, body: string): Promise<void> {
  const question = {
    operation: 'change the comment',
    route: 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
    parameters: { comment_id: id, body },
    repeatable: true,
  } as const;
  await orMissing(github.read(question, commentShape));
}

async function deleteComment(github: GitHub, id: number): Promise<void> {
  const sent = github.send({
    operation: 'delete the second comment',
    route: 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}',
    parameters: { comment_id: id },
    repeatable: true,
  });
  // Gone already, by the other run or by the attempt before.
  await orMissing(sent);
}
