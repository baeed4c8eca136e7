import type { Bucket, Report, Tally } from '#health/report';
import { VendorError } from '#kit/errors';
import { kitMessages } from '#kit/messages';
import { list, number, optional, record, text } from '#kit/shapes';
import type { Shape } from '#kit/shapes';
import { path } from './client.ts';
import type { GooglePlay } from './client.ts';
import { vendor } from './refusals.ts';
import { integer } from './releases.ts';

/** What one user says of one version: who edits a review on a later version says something of that one, too. */
export interface ReviewRecord {
  readonly id: string;
  /** Null where Google does not know which version it is about. */
  readonly versionCode: number | null;
  /** 1 to 5, as of the last edit. */
  readonly stars: number;
  /** When it was first said of this version, milliseconds since the epoch: an edit moves Google's time, and would move it to another day. */
  readonly at: number;
}

/**
 * All reviews that were ever read, as plain data to be kept: Google shows those of the last week only. Records of versions that
 * nobody asks for any more may be left out.
 */
export interface ReviewMemory {
  /** Up to when they were read, milliseconds since the epoch. */
  readonly readUntil: number;
  readonly records: readonly ReviewRecord[];
}

export interface ReadReviews {
  readonly memory: ReviewMemory;
  /** A time of which Google shows nothing any more, since nobody asked for longer than a week: what was said then is not known. */
  readonly missed: { readonly from: number; readonly to: number } | null;
}

const dayMs = 86_400_000;
/** "Only reviews from last week": https://developers.google.com/android-publisher/reply-to-reviews */
const shownForMs = 7 * dayMs;
/** A review that is written may take a day to be shown, and is then older than the last look. */
const showsWithinMs = dayMs;
/** The most that a page has. */
const pageSize = '100';
const mostPages = 200;

const timestamp: Shape<number> = (value, where) => {
  const read = record({ seconds: integer, nanos: optional(number('whole', 0, 999_999_999)) }, 'ignored')(value, where);
  return read.seconds * 1_000 + Math.floor((read.nanos ?? 0) / 1_000_000);
};
const userComment = record(
  { lastModified: timestamp, starRating: number('whole', 1, 5), appVersionCode: optional(integer) },
  'ignored',
);
const reviewShape = record(
  { reviewId: text(500), comments: list(record({ userComment: optional(userComment) }, 'ignored')) },
  'ignored',
);
const pageShape = record(
  {
    reviews: optional(list(reviewShape)),
    tokenPagination: optional(record({ nextPageToken: optional(text(10_000)) }, 'ignored')),
  },
  'ignored',
);

/**
 * Reads what users have written since the last time, newest first. Stars without a text are in no API, so a share of them is the
 * share among **written** reviews of the production version. The account needs "Reply to reviews" to see them.
 * https://developers.google.com/android-publisher/api-ref/rest/v3/reviews/list
 * @param since for the first time, where there is no memory; milliseconds since the epoch
 * @throws ConfigurationError, GooglePlayRefusal, VendorError
 */
export async function readReviews(play: GooglePlay, memory: ReviewMemory | null, since: number): Promise<ReadReviews> {
  const startedAt = play.clock.now();
  const from = memory === null ? since : memory.readUntil - showsWithinMs;
  const read = new Map<string, ReviewRecord>();
  for await (const page of pages(play)) {
    for (const review of page) {
      // A review that comes while the pages are read moves the others on, and the newest word is the one that counts.
      if (review.at >= from && !read.has(review.id)) read.set(review.id, review);
    }
    if (page.some(({ at }) => at < from)) break;
  }
  const horizon = startedAt - shownForMs;
  const missedFrom = memory?.readUntil ?? since;
  return {
    memory: { readUntil: startedAt, records: merge(memory?.records ?? [], [...read.values()]) },
    missed: missedFrom < horizon ? { from: missedFrom, to: horizon } : null,
  };
}

async function* pages(play: GooglePlay): AsyncGenerator<readonly ReviewRecord[], undefined> {
  const operation = 'read the reviews';
  let token: string | undefined;
  for (let page = 1; page <= mostPages; page += 1) {
    const query = { maxResults: pageSize, ...(token === undefined ? {} : { token }) };
    const found = await play.read({ operation, path: path`/reviews`, query }, (value, where) => {
      const { reviews = [], tokenPagination } = pageShape(value, where);
      return { records: reviews.map(toRecord), next: tokenPagination?.nextPageToken };
    });
    yield found.records;
    token = found.next === '' ? undefined : found.next;
    if (token === undefined) return;
  }
  const note = kitMessages['vendor-unreadable'](vendor, operation, `the list goes on after ${mostPages} pages`);
  throw new VendorError(note, { vendor, operation, attempts: 1, ambiguous: false });
}

function toRecord({ reviewId, comments }: ReturnType<typeof reviewShape>): ReviewRecord {
  // The other kind of comment is the developer's answer.
  const said = comments.find((comment) => comment.userComment !== undefined)?.userComment;
  if (said === undefined) throw new SyntaxError(`the review ${reviewId} has no comment of its user`);
  return { id: reviewId, versionCode: said.appVersionCode ?? null, stars: said.starRating, at: said.lastModified };
}

function merge(known: readonly ReviewRecord[], read: readonly ReviewRecord[]): readonly ReviewRecord[] {
  const records = new Map(known.map((one) => [keyOf(one), one]));
  for (const review of read) {
    const before = records.get(keyOf(review));
    records.set(keyOf(review), { ...review, at: before?.at ?? review.at });
    // By now it is known which version it is about.
    if (review.versionCode !== null) records.delete(keyOf({ ...review, versionCode: null }));
  }
  return [...records.values()].toSorted((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
}

function keyOf({ id, versionCode }: Pick<ReviewRecord, 'id' | 'versionCode'>): string {
  return `${versionCode ?? ''} ${id}`;
}

/**
 * As a gate takes them: a review is a unit (`rating`), one with a single star is a bad one, and a bucket is a day of UTC. How many
 * are enough is the gate's to say. They are fresh up to a day before they were read, since later ones may not be shown yet.
 */
export function countReviews(memory: ReviewMemory, versionCode: number, previous?: number): Report {
  const own = tallyByDay(memory.records, versionCode);
  const before = previous === undefined ? new Map<number, Tally>() : tallyByDay(memory.records, previous);
  const buckets = [...own].map(([start, tally]): Bucket => {
    const other = before.get(start);
    const end = Math.min(start + dayMs, Math.max(memory.readUntil, start + 1));
    return { start, end, ...tally, ...(other === undefined ? {} : { previous: other }) };
  });
  return {
    buckets: buckets.toSorted((one, other) => one.start - other.start),
    freshUntil: memory.readUntil - showsWithinMs,
  };
}

function tallyByDay(records: readonly ReviewRecord[], versionCode: number): ReadonlyMap<number, Tally> {
  const days = new Map<number, { units: number; bad: number }>();
  for (const { at, stars } of records.filter((one) => one.versionCode === versionCode)) {
    const start = Math.floor(at / dayMs) * dayMs;
    const day = days.get(start) ?? { units: 0, bad: 0 };
    days.set(start, { units: day.units + 1, bad: day.bad + (stars === 1 ? 1 : 0) });
  }
  return days;
}

/** How many reviews of the time tell no version, and so count for none: the more, the less the share of the others says. */
export function countUnattributed({ records }: ReviewMemory, since: number): number {
  return records.filter(({ versionCode, at }) => versionCode === null && at >= since).length;
}
