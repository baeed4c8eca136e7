import type { Answer } from '../../base/routes.ts';
import type { CustomerReview, Reply } from '../customer-reviews.ts';
import { refuse } from '../refusals.ts';
import { APP, DOCS, inApp, type AppCall, type PlayRoute } from '../routing.ts';

const REVIEWS = `${APP}/reviews`;
const PAGE = 'https://developers.google.com/android-publisher/reply-to-reviews';
const NEEDS = { permission: 'CAN_REPLY_TO_REVIEWS' } as const;

const WEEK = 7 * 86_400_000;

/** Reviews on a page where the caller does not say, and the most that it gets. Not documented: docs/unverified.md. */
const SIZES = { standard: 10, most: 100 };

/** https://developers.google.com/android-publisher/api-ref/rest/v3/reviews/reply: "more than approximately 350 characters will be rejected". */
const LONGEST_REPLY = 350;

export const REVIEW_ROUTES: readonly PlayRoute[] = [
  {
    operation: 'reviews.reply',
    method: 'POST',
    path: `${REVIEWS}/{reviewId}:reply`,
    needs: NEEDS,
    source: `${DOCS}/reviews/reply`,
    handler: inApp(reply),
  },
  {
    operation: 'reviews.get',
    method: 'GET',
    path: `${REVIEWS}/{reviewId}`,
    needs: NEEDS,
    source: `${DOCS}/reviews/get`,
    handler: inApp((call) => ({ status: 200, body: render(requireReview(call), call.query['translationLanguage']) })),
  },
  {
    operation: 'reviews.list',
    method: 'GET',
    path: REVIEWS,
    needs: NEEDS,
    source: `${DOCS}/reviews/list; newest first, only those with a text: ${PAGE}`,
    handler: inApp(list),
  },
];

/** Of the last week only, as https://developers.google.com/android-publisher/api-ref/rest/v3/reviews/list says of version 2. */
function list({ app, query, now }: AppCall): Answer {
  const reviews = app.reviews
    .filter(({ text, lastModified }) => text !== '' && lastModified > now - WEEK)
    .sort((a, b) => b.lastModified - a.lastModified || (a.id < b.id ? -1 : 1));
  const size = Math.min(readCount(query, 'maxResults') || SIZES.standard, SIZES.most);
  const start = query['token'] === undefined ? readCount(query, 'startIndex') : readToken(query['token'], reviews);
  const page = reviews.slice(start, start + size);
  const last = page.at(-1);
  const more = start + size < reviews.length && last !== undefined;
  return {
    status: 200,
    body: {
      ...(page.length === 0 ? {} : { reviews: page.map((review) => render(review, query['translationLanguage'])) }),
      pageInfo: { totalResults: reviews.length, resultPerPage: page.length, startIndex: start },
      ...(more ? { tokenPagination: { nextPageToken: writeToken(last) } } : {}),
    },
  };
}

function reply(call: AppCall): Answer {
  const { app, body, now } = call;
  const review = requireReview(call);
  const { replyText } = body;
  const text = typeof replyText === 'string' ? replyText.replace(/<[^>]*>/g, '') : '';
  if (text === '') throw refuse('INVALID_ARGUMENT', 'The reply text is required.');
  if (text.length > LONGEST_REPLY) {
    throw refuse('INVALID_ARGUMENT', `The reply is too long: ${text.length} characters (max: ${LONGEST_REPLY}).`);
  }
  const given: Reply = { text, lastModified: now };
  app.reviews = app.reviews.map((one) => (one.id === review.id ? { ...one, reply: given } : one));
  return { status: 200, body: { result: { replyText: text, lastEdited: renderTime(now) } } };
}

function requireReview({ app, params }: AppCall): CustomerReview {
  const review = app.reviews.find(({ id, text }) => id === params['reviewId'] && text !== '');
  if (review === undefined) throw refuse('NOT_FOUND', `Review not found: ${params['reviewId'] ?? ''}.`);
  return review;
}

function render(review: CustomerReview, language = ''): Record<string, unknown> {
  const { id, authorName, text, stars, lastModified, androidOsVersion, device } = review;
  const translation = review.translations?.[language];
  const userComment = {
    text: translation ?? text,
    lastModified: renderTime(lastModified),
    starRating: stars,
    reviewerLanguage: review.language,
    device,
    androidOsVersion,
    appVersionCode: review.versionCode,
    appVersionName: review.versionName,
    originalText: translation === undefined ? undefined : text,
  };
  const answer = review.reply;
  const developerComment =
    answer === undefined
      ? []
      : [{ developerComment: { text: answer.text, lastModified: renderTime(answer.lastModified) } }];
  return { reviewId: id, authorName, comments: [{ userComment }, ...developerComment] };
}

/** google.protobuf.Timestamp as the Publishing API writes it: an int64 is a text, zeros are left out. */
function renderTime(at: number): Record<string, unknown> {
  const nanos = (at % 1_000) * 1_000_000;
  return { seconds: `${Math.floor(at / 1_000)}`, ...(nanos === 0 ? {} : { nanos }) };
}

function readCount(query: AppCall['query'], name: string): number {
  const count = Number(query[name] ?? 0);
  if (!Number.isInteger(count) || count < 0)
    throw refuse('INVALID_ARGUMENT', `Invalid value at '${name}': ${query[name] ?? ''}`);
  return count;
}

/** A token remembers the last review that was shown, so that newer ones do not shift the pages. */
function writeToken({ id, lastModified }: CustomerReview): string {
  return Buffer.from(JSON.stringify([lastModified, id])).toString('base64url');
}

function readToken(token: string, reviews: readonly CustomerReview[]): number {
  const [, at = '', id = ''] = /^\[(\d+),"(.*)"\]$/.exec(Buffer.from(token, 'base64url').toString()) ?? [];
  if (at === '') throw refuse('INVALID_ARGUMENT', 'Invalid token.');
  const isAfter = (one: CustomerReview): boolean =>
    one.lastModified < Number(at) || (one.lastModified === Number(at) && one.id > id);
  const index = reviews.findIndex(isAfter);
  return index < 0 ? reviews.length : index;
}
