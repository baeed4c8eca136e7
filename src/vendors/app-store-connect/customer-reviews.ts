import type { Report } from '#health/report';
import { number, record } from '#kit/shapes';
import { path } from './client.ts';
import type { AppStoreConnect } from './client.ts';
import { instant, many } from './documents.ts';

/** Reviews of one day, UTC, by stars. Those without a text are in no API, and so not in here. */
export interface DayOfReviews {
  /** Milliseconds since the epoch; `end` is exclusive, and no later than when it was asked. */
  readonly start: number;
  readonly end: number;
  /** How many with one star, two, ... five. */
  readonly stars: readonly [number, number, number, number, number];
}

const dayMs = 86_400_000;
/** A review that is written may take a day to be shown. */
const showsWithinMs = dayMs;

const shape = many(
  'customerReviews',
  record({ rating: number('whole', 1, 5), createdDate: instant }, 'ignored'),
  ({ id, attributes: { rating, createdDate } }) => ({ id, rating, createdDate }),
);

/**
 * Counts the reviews of one version, from the day of `since` on, oldest day first; days without any are left out.
 * @param since milliseconds since the epoch
 * @throws VendorError
 */
export async function countReviews(
  connect: AppStoreConnect,
  versionId: string,
  since: number,
): Promise<readonly DayOfReviews[]> {
  const now = connect.clock.now();
  const first = Math.floor(since / dayMs) * dayMs;
  const question = {
    operation: 'read the customer reviews',
    path: path`/v1/appStoreVersions/${versionId}/customerReviews`,
    query: { sort: '-createdDate', 'fields[customerReviews]': 'rating,createdDate' },
  };
  const days = new Map<number, [number, number, number, number, number]>();
  // A review that comes while the pages are read moves the others on: the last of a page is the first of the next.
  const counted = new Set<string>();
  for await (const page of connect.pages(question, shape)) {
    for (const { id, rating, createdDate } of page) {
      if (createdDate < first || createdDate >= now || counted.has(id)) continue;
      counted.add(id);
      const start = Math.floor(createdDate / dayMs) * dayMs;
      const stars = days.get(start) ?? [0, 0, 0, 0, 0];
      stars[rating - 1] = (stars[rating - 1] ?? 0) + 1;
      days.set(start, stars);
    }
    if (page.some(({ createdDate }) => createdDate < first)) break;
  }
  return [...days]
    .sort(([one], [other]) => one - other)
    .map(([start, stars]) => ({ start, end: Math.min(start + dayMs, now), stars }));
}

/**
 * As the health gate takes them: a rating is a unit, one with a single star is a bad one.
 * @param askedAt when they were counted: they are fresh up to a day before, since later ones may not be shown yet
 */
export function toReport(days: readonly DayOfReviews[], askedAt: number): Report {
  const buckets = days.map(({ start, end, stars }) => ({
    start,
    end,
    units: stars.reduce((sum, count) => sum + count, 0),
    bad: stars[0],
  }));
  return { buckets, freshUntil: askedAt - showsWithinMs };
}
