/** What a user has written of the app. Stars without a text are kept, and shown by no API. */
export interface CustomerReview {
  readonly id: string;
  readonly authorName: string;
  readonly text: string;
  /** 1 to 5. */
  readonly stars: number;
  /** ms since the epoch; moves when the user edits the review. */
  readonly lastModified: number;
  readonly language?: string;
  /** The version that was installed, where it is known. */
  readonly versionCode?: number;
  readonly versionName?: string;
  readonly androidOsVersion?: number;
  readonly device?: string;
  /** The text by language, where it was translated. */
  readonly translations?: Readonly<Record<string, string>>;
  readonly reply?: Reply;
}

export interface Reply {
  readonly text: string;
  readonly lastModified: number;
}

/** A review as the driver gives it: of a user of the production version, by default now. */
export interface ReviewInput extends Partial<Omit<CustomerReview, 'lastModified' | 'reply'>> {
  /** The same id again is an edit of the same review. */
  readonly id: string;
  readonly stars: number;
  /** ISO 8601. */
  readonly at?: string;
}

/** Adds a review, or edits the one with its id; a reply stays. */
export function putReview(reviews: CustomerReview[], input: ReviewInput, now: number): void {
  const { at, authorName = 'A Google user', text = '', ...rest } = input;
  if (!Number.isInteger(rest.stars) || rest.stars < 1 || rest.stars > 5) {
    throw new RangeError(`A review has 1 to 5 stars, not ${rest.stars}.`);
  }
  const lastModified = at === undefined ? now : Date.parse(at);
  if (Number.isNaN(lastModified)) throw new TypeError(`${at ?? ''} is no instant: reviews take ISO 8601.`);
  const index = reviews.findIndex(({ id }) => id === rest.id);
  const reply = reviews[index]?.reply;
  const review = { ...rest, authorName, text, lastModified, ...(reply === undefined ? {} : { reply }) };
  reviews.splice(index < 0 ? reviews.length : index, 1, review);
}
