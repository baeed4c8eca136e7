import type { KnownReview, ReviewMemory } from '#vendors/play-vitals/review-memory';

/** What a memory knows beyond an earlier one: a ledger writes each review down once, and not again with every look. */
export function newReviews({ reviews: earlier }: ReviewMemory, { lookedAt, reviews }: ReviewMemory): ReviewMemory {
  const known = byKey(earlier);
  return { lookedAt, reviews: reviews.filter((one) => known.get(keyOf(one))?.stars !== one.stars) };
}

/** The opposite: what was known, and what `newReviews` has told since. */
export function addReviews({ reviews: known }: ReviewMemory, { lookedAt, reviews }: ReviewMemory): ReviewMemory {
  return { lookedAt, reviews: [...new Map([...byKey(known), ...byKey(reviews)]).values()] };
}

/** An author has one review for each version. */
function keyOf({ id, versionCode }: KnownReview): string {
  return `${versionCode} ${id}`;
}

function byKey(reviews: readonly KnownReview[]): ReadonlyMap<string, KnownReview> {
  return new Map(reviews.map((one) => [keyOf(one), one]));
}
