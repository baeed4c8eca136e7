import { list, number, record, text } from '#kit/shapes';
import { unreadable } from './client.ts';
import type { PlayVitals } from './client.ts';
import { int64, optional } from './documents.ts';

/** A review with a text; stars alone are in no API. */
export interface Review {
  readonly id: string;
  /** The version that its author had when it was written or edited; null where Google does not know. */
  readonly versionCode: number | null;
  /** 1 to 5. */
  readonly stars: number;
  /** When it was written or last edited, milliseconds since the epoch. */
  readonly modifiedAt: number;
}

/** How many a page may have is not documented; a shorter one is as good. */
const pageSize = '100';
const mostPages = 100;

const comment = record(
  {
    starRating: number('whole', 1, 5),
    lastModified: record({ seconds: int64, nanos: optional(number('whole', 0, 999_999_999)) }, 'ignored'),
    appVersionCode: optional(int64),
  },
  'ignored',
);
const shape = record(
  {
    reviews: optional(
      list(
        record(
          {
            reviewId: text(1_000, /./, 'an id'),
            comments: list(record({ userComment: optional(comment) }, 'ignored')),
          },
          'ignored',
        ),
      ),
    ),
    tokenPagination: optional(record({ nextPageToken: optional(text(10_000)) }, 'ignored')),
  },
  'ignored',
);
type Comment = ReturnType<typeof comment>;

/**
 * The reviews of the last week; Google lists no others. Only of production.
 * https://developers.google.com/android-publisher/reply-to-reviews
 * @throws VitalsRefusal; VendorError, also for more than 100 pages: a list that was cut is not the list.
 */
export async function readReviews(play: PlayVitals): Promise<readonly Review[]> {
  const operation = 'read the reviews';
  // A review that comes while the pages are read moves the others on: the last of a page may be the first of the next.
  const reviews = new Map<string, Review>();
  let token: string | undefined;
  for (let page = 1; page <= mostPages; page += 1) {
    const query = { maxResults: pageSize, ...(token === undefined ? {} : { token }) };
    const found = await play.read({ operation, api: 'publisher', path: '/reviews', query }, shape);
    for (const { reviewId, comments } of found.reviews ?? []) {
      const newest = findNewest(comments.flatMap(({ userComment }) => userComment ?? []));
      // An answer of the developer is no review.
      if (newest === undefined) throw unreadable(operation, `the review ${reviewId} has no comment of its author`);
      reviews.set(reviewId, toReview(reviewId, newest));
    }
    token = found.tokenPagination?.nextPageToken;
    if (token === undefined || token === '') return [...reviews.values()];
  }
  throw unreadable(operation, `the list goes on after ${mostPages} pages`);
}

function findNewest(comments: readonly Comment[]): Comment | undefined {
  return comments.toSorted((one, other) => timeOf(other) - timeOf(one))[0];
}

function timeOf({ lastModified: { seconds, nanos = 0 } }: Comment): number {
  return seconds * 1_000 + Math.floor(nanos / 1_000_000);
}

function toReview(id: string, comment: Comment): Review {
  return { id, versionCode: comment.appVersionCode ?? null, stars: comment.starRating, modifiedAt: timeOf(comment) };
}
