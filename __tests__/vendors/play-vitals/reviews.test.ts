import { describe, expect, test } from '@jest/globals';
import type { ReviewInput } from '#emulators/google-play/customer-reviews';
import { findDefect } from '#health/report';
import type { PlayVitals } from '#vendors/play-vitals/client';
import { noReviews } from '#vendors/play-vitals/review-memory';
import type { ReviewMemory, ReviewWindow } from '#vendors/play-vitals/review-memory';
import { readReviews } from '#vendors/play-vitals/reviews';
import { askReviews } from '#vendors/play-vitals/reviews-source';
import type { ReviewsAnswer } from '#vendors/play-vitals/reviews-source';
import { speakWith } from './scripted.ts';
import { email, hour, packageName, withPlay } from './stage.ts';
import type { ClientStage } from './stage.ts';

const at = (time: string): number => Date.parse(time);
const day = 24 * hour;
const window: ReviewWindow = { versionCodes: [42, 1_042], previous: [41], since: at('2026-11-22T20:00:00Z') };

function write(...reviews: readonly ReviewInput[]): (stage: ClientStage) => void {
  return ({ emulator }) => {
    emulator.console.addReviews(packageName, ...reviews.map((one) => ({ text: 'Words.', ...one })));
  };
}

const some = write(
  { id: 'a', stars: 1, versionCode: 42, at: '2026-11-23T08:00:00Z' },
  { id: 'b', stars: 5, versionCode: 42, at: '2026-11-23T09:00:00Z' },
  { id: 'c', stars: 2, versionCode: 1_042, at: '2026-11-24T11:00:00Z' },
  { id: 'd', stars: 1, versionCode: 41, at: '2026-11-24T10:00:00Z' },
  { id: 'e', stars: 1, at: '2026-11-24T10:00:00Z' },
  { id: 'f', stars: 1, versionCode: 42, at: '2026-11-24T10:00:00Z', text: '' },
  { id: 'g', stars: 1, versionCode: 42, at: '2026-11-21T23:00:00Z' },
);
const ask = async (play: PlayVitals, memory: ReviewMemory = noReviews): Promise<ReviewsAnswer> =>
  askReviews(play, window, memory);

test('reviews by day and version: those without a text are in no API, those without a version count for none', async () => {
  await withPlay({ fill: some }, async ({ connect, lines }) => {
    const { report } = await ask(connect());
    const [first, second] = [at('2026-11-23T00:00:00Z'), at('2026-11-24T00:00:00Z')];
    expect(report).toEqual({
      buckets: [
        { start: first, end: first + day, units: 2, bad: 1 },
        { start: second, end: at('2026-11-24T12:27:28Z'), units: 1, bad: 0, previous: { units: 1, bad: 1 } },
      ],
      freshUntil: at('2026-11-23T12:27:28Z'),
    });
    expect(lines).toEqual([expect.stringMatching(/^1 of 6 reviews of the last week do not name a version/)]);
  });
});

test('what is older than a week is remembered, and each author counts once', async () => {
  await withPlay({ fill: some }, async ({ connect, clock, emulator }) => {
    const play = connect();
    const first = await ask(play);
    clock.advanceTo('2026-11-30T20:00:00Z');
    write({ id: 'h', stars: 1, versionCode: 42, at: '2026-11-30T19:00:00Z' })({ emulator } as ClientStage);
    expect((await ask(play)).report.buckets.map(({ start }) => start)).not.toContain(at('2026-11-23T00:00:00Z'));
    const later = await ask(play, first.memory);
    expect(later.report.buckets.map(({ units, bad }) => [units, bad])).toEqual([
      [2, 1],
      [1, 0],
      [1, 1],
    ]);
    expect(findDefect({ ...later.report, earlier: first.report.buckets })).toBeUndefined();
    // Plain data: it goes through the ledger.
    expect(JSON.parse(JSON.stringify(later.memory))).toEqual(later.memory);
  });
});

describe('an edit', () => {
  const edited = async (edit: ReviewInput): Promise<[ReviewsAnswer, ReviewsAnswer]> => {
    const answers: ReviewsAnswer[] = [];
    await withPlay({ fill: some }, async (stage) => {
      const play = stage.connect();
      const first = await ask(play);
      stage.clock.advanceTo('2026-11-25T10:00:00Z');
      write(edit)(stage);
      answers.push(first, await ask(play, first.memory));
    });
    return answers as [ReviewsAnswer, ReviewsAnswer];
  };

  test('changes the stars and not the day', async () => {
    const [first, later] = await edited({ id: 'b', stars: 1, versionCode: 42 });
    expect(later.report.buckets.map(({ units, bad }) => [units, bad])).toEqual([
      [2, 2],
      [1, 0],
    ]);
    expect(findDefect({ ...later.report, earlier: first.report.buckets })).toBeUndefined();
  });

  test('under the new version counts for it, and stays with the old one as it was', async () => {
    const [first, later] = await edited({ id: 'd', stars: 4, versionCode: 42 });
    expect(first.report.buckets.at(-1)?.previous).toEqual({ units: 1, bad: 1 });
    expect(later.report.buckets.map(({ units, bad, previous }) => [units, bad, previous])).toEqual([
      [2, 1, undefined],
      [1, 0, { units: 1, bad: 1 }],
      [1, 0, undefined],
    ]);
  });
});

test('more than a week without a look is told', async () => {
  await withPlay({ fill: some }, async ({ connect, clock, lines }) => {
    const play = connect();
    const { memory } = await ask(play);
    clock.advanceTo(at('2026-11-24T12:27:28Z') + 7 * day);
    const within = await ask(play, memory);
    expect(lines).toHaveLength(1);
    clock.advanceTo(clock.now() + 8 * day);
    await ask(play, within.memory);
    expect(lines.slice(1)).toEqual([expect.stringMatching(/^The reviews were last read 8 d ago/)]);
  });
});

test('a clock that is behind the last look, and a review from the future', async () => {
  const review = (id: string, seconds: string): object => ({
    reviewId: id,
    comments: [{ userComment: { starRating: 1, appVersionCode: 42, lastModified: { seconds, nanos: 5_000_000 } } }],
  });
  const soon = `${at('2026-11-25T00:00:05Z') / 1_000}`;
  const { play } = speakWith(() => ({ reviews: [review('a', soon)] }), '2026-11-24T23:59:50Z');
  const { report, memory } = await ask(play);
  expect(report.buckets).toEqual([
    { start: at('2026-11-24T00:00:00Z'), end: at('2026-11-24T23:59:50Z'), units: 1, bad: 1 },
  ]);
  const late = { ...memory, lookedAt: at('2026-11-25T00:10:00Z') };
  const known = [{ id: 'z', versionCode: 42, stars: 5, at: at('2026-11-25T00:09:00Z') }];
  const again = await ask(play, { ...late, reviews: [...memory.reviews, ...known] });
  expect(findDefect(again.report)).toBeUndefined();
  expect(again.report.buckets).toHaveLength(2);
});

test('pages: 250 reviews in three, and one that was moved on by a new one counts once', async () => {
  const many = Array.from({ length: 250 }, (_, index) => ({
    id: `r${index}`,
    stars: (index % 5) + 1,
    versionCode: 42,
    at: new Date(at('2026-11-23T08:00:00Z') + index * 1_000).toISOString(),
  }));
  await withPlay({ fill: write(...many) }, async ({ connect, emulator, asked }) => {
    expect((await ask(connect())).report.buckets).toMatchObject([{ units: 250, bad: 50 }]);
    expect(asked()).toEqual(['reviews.list', 'reviews.list', 'reviews.list']);
    expect(emulator.log.entries().map(({ query }) => query['maxResults'] ?? '')).toEqual(['', '100', '100', '100']);
  });
  const one = {
    reviewId: 'r',
    comments: [{ userComment: { starRating: 3, lastModified: { seconds: '1795507200' } } }],
  };
  const pages = [{ reviews: [one], tokenPagination: { nextPageToken: 'more' } }, { reviews: [one] }];
  const { play, sent } = speakWith((_, index) => pages[index]);
  expect(await readReviews(play)).toHaveLength(1);
  expect(sent.map(({ url }) => url.href)).toEqual([
    'https://androidpublisher.googleapis.com/androidpublisher/v3/applications/com.example.app/reviews?maxResults=100',
    'https://androidpublisher.googleapis.com/androidpublisher/v3/applications/com.example.app/reviews?maxResults=100&token=more',
  ]);
});

test('an answer of the developer is no review', async () => {
  await withPlay({ fill: some }, async ({ connect, emulator }) => {
    const token = 'Bearer of the developer';
    await ask(connect());
    const authorization = `Bearer ${Object.keys(emulator.snapshot().accessTokens)[0] ?? token}`;
    const address = `${emulator.url}/androidpublisher/v3/applications/${packageName}/reviews/a:reply`;
    const body = JSON.stringify({ replyText: 'Thank you.' });
    const headers = { authorization, 'content-type': 'application/json' };
    expect((await fetch(address, { method: 'POST', headers, body })).status).toBe(200);
    expect((await ask(connect())).report.buckets[0]).toMatchObject({ units: 2, bad: 1 });
  });
});

test.each<[why: RegExp, comments: readonly unknown[]]>([
  [/no comment of its author/, [{ developerComment: { text: 'Thank you.' } }]],
  [/starRating/, [{ userComment: { starRating: 0, lastModified: { seconds: '1' } } }]],
  [/starRating/, [{ userComment: { lastModified: { seconds: '1' } } }]],
  [/lastModified/, [{ userComment: { starRating: 1 } }]],
  [/appVersionCode/, [{ userComment: { starRating: 1, appVersionCode: '4.2', lastModified: { seconds: '1' } } }]],
])('%s is no answer', async (why, comments) => {
  const { play } = speakWith(() => ({ reviews: [{ reviewId: 'r', comments }] }));
  const asking = readReviews(play);
  await expect(asking).rejects.toMatchObject({ notes: [{ id: 'vendor-unreadable' }] });
  await expect(asking).rejects.toThrow(why);
});

test('a quota that is answered with 403 is waited for', async () => {
  const over = { error: { code: 403, message: 'Quota exceeded.', errors: [{ reason: 'rateLimitExceeded' }] } };
  const { play, sent } = speakWith((_, index) => (index < 2 ? Response.json(over, { status: 403 }) : {}));
  expect(await readReviews(play)).toEqual([]);
  expect(sent).toHaveLength(3);
});

test('a list without an end is no list', async () => {
  const { play, sent } = speakWith((_, index) => ({ tokenPagination: { nextPageToken: `${index}` } }));
  await expect(readReviews(play)).rejects.toThrow('goes on after 100 pages');
  expect(sent).toHaveLength(100);
});

test.each([
  ['vitals-forbidden', { account: { permissions: { '*': ['CAN_ACCESS_APP'] } } }, 'Reply to reviews'],
  ['vitals-api-disabled', { account: { disabledProject: '1234' } }, 'Google Play Android Developer API'],
  ['vitals-scope-missing', { token: { scopes: ['x'] } }, 'auth/androidpublisher'],
  ['vitals-unauthorized', { token: { expiresAt: '2026-11-24T12:00:00Z' } }, email],
] as const)('%s', async (id, options, words) => {
  await withPlay(options, async ({ connect }) => {
    const failure: unknown = await readReviews(connect()).catch((error: unknown) => error);
    expect(failure).toMatchObject({ fault: 'vendor', notes: [{ id }] });
    expect(JSON.stringify(failure)).toContain(words);
  });
});
