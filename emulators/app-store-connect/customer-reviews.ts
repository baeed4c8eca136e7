import { writeDate } from './dates.ts';
import { nextId, type AscState, type CustomerReview } from './state.ts';

export interface ReviewSeed {
  /** 1 to 5. */
  readonly rating: number;
  readonly title?: string;
  readonly body?: string;
  readonly nickname?: string;
  /** Three letters. Default USA. */
  readonly territory?: string;
  /** The version that it is about; none for an older one that the emulator does not have. */
  readonly versionId?: string;
  /** When it was written, ISO 8601. Default: now. */
  readonly createdDate?: string;
}

/** A user writes a review. Ratings without a text are told by no address of the API, so there is no way to add one. */
export function addReview(state: AscState, appId: string, seed: ReviewSeed, now: number): CustomerReview {
  const { rating, title = 'A title', body = 'Some words.', nickname = 'somebody', territory = 'USA' } = seed;
  if (![1, 2, 3, 4, 5].includes(rating)) throw new RangeError(`A review has 1 to 5 stars, not ${rating}.`);
  const written = seed.createdDate === undefined ? now : Date.parse(seed.createdDate);
  const review: CustomerReview = {
    id: nextId(state),
    attributes: {
      rating,
      title,
      body,
      reviewerNickname: nickname,
      createdDate: writeDate(written),
      territory,
    },
    to: { app: appId, appStoreVersion: seed.versionId ?? null },
    shownAt: written + state.settings.reviewsShownAfter,
  };
  state.tables.customerReviews[review.id] = review;
  return review;
}
