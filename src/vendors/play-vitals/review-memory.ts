import type { Report, Tally } from '#health/report';
import type { Review } from './reviews.ts';

/** Reviews of the versions of a rollout, as far as they are known: plain data, for the ledger. */
export interface ReviewMemory {
  /** Of the last look, milliseconds since the epoch; null before the first. */
  readonly lookedAt: number | null;
  /** One for each author and version. */
  readonly reviews: readonly KnownReview[];
}

export interface KnownReview {
  readonly id: string;
  readonly versionCode: number;
  /** As of the last look at which it was there. */
  readonly stars: number;
  /** When it was first known; it stays when the review is edited. */
  readonly at: number;
}

export const noReviews: ReviewMemory = { lookedAt: null, reviews: [] };

/**
 * Adds what a look has shown. Google lists the last week, so what is no longer there is kept: it became old, or was taken back,
 * and nobody can tell. An edit changes the stars and not the day, since data that move from day to day look like data that
 * are lost. An edit under another version counts for that one, too: it says what its author thinks of it.
 * @param versionCodes those that matter; others are not kept
 */
export function rememberReviews(
  { reviews: known }: ReviewMemory,
  seen: readonly Review[],
  { versionCodes, now }: { readonly versionCodes: readonly number[]; readonly now: number },
): ReviewMemory {
  const keyOf = (id: string, code: number): string => `${code} ${id}`;
  const reviews = new Map(known.map((one) => [keyOf(one.id, one.versionCode), one]));
  for (const { id, versionCode, stars, modifiedAt } of seen) {
    if (versionCode === null || !versionCodes.includes(versionCode)) continue;
    const key = keyOf(id, versionCode);
    // Google's clock may be ahead of ours.
    const at = reviews.get(key)?.at ?? Math.min(modifiedAt, now - 1);
    reviews.set(key, { id, versionCode, stars, at });
  }
  return { lookedAt: now, reviews: [...reviews.values()] };
}

const dayMs = 86_400_000;
/** How late a review is shown is not documented: later ones of this time may be missing still. */
const showsWithinMs = dayMs;

export interface ReviewWindow {
  readonly versionCodes: readonly number[];
  readonly previous: readonly number[];
  /** Days (UTC) before the one of this instant are left out; milliseconds since the epoch. */
  readonly since: number;
}

/** As the health gate takes them: a review is a unit, one with a single star is a bad one; by day, days without any left out. */
export function toReport(
  { reviews, lookedAt }: { readonly reviews: readonly KnownReview[]; readonly lookedAt: number },
  { versionCodes, previous, since }: ReviewWindow,
): Report {
  const dayOf = (at: number): number => Math.floor(at / dayMs) * dayMs;
  const first = dayOf(since);
  const tallyDay = (start: number, codes: readonly number[]): Tally => {
    const own = reviews.filter(({ at, versionCode }) => dayOf(at) === start && codes.includes(versionCode));
    return { units: own.length, bad: own.filter(({ stars }) => stars === 1).length };
  };
  const days = [...new Set(reviews.map(({ at }) => dayOf(at)))].filter((start) => start >= first);
  const buckets = days
    .toSorted((one, other) => one - other)
    .flatMap((start) => {
      const own = tallyDay(start, versionCodes);
      if (own.units === 0) return [];
      const before = tallyDay(start, previous);
      const bucket = { start, end: Math.min(start + dayMs, lookedAt), ...own };
      return [before.units === 0 ? bucket : { ...bucket, previous: before }];
    });
  return { buckets, freshUntil: lookedAt - showsWithinMs };
}
