import { expect, test } from '@jest/globals';
import { DAY, HOUR, PACKAGE, refusalOf, START, withPlay, type Reply, type Stage } from './harness.ts';

const NOW = Date.parse(START);

interface Listed {
  readonly reviews?: readonly { readonly reviewId: string; readonly comments: readonly object[] }[];
  readonly pageInfo: { readonly totalResults: number };
  readonly tokenPagination?: { readonly nextPageToken: string };
}

/** `count` reviews with a text, the newest first: r1 an hour old, r2 two hours ... */
function addReviews({ emulator }: Stage, count: number): void {
  for (let n = 1; n <= count; n += 1) {
    const at = new Date(NOW - n * HOUR).toISOString();
    emulator.console.addReviews(PACKAGE, { id: `r${n}`, stars: 1 + (n % 5), text: `Text ${n}.`, at });
  }
}

function listedIn(reply: Reply): Listed {
  expect(reply).toMatchObject({ status: 200 });
  return reply.body as Listed;
}

const idsIn = (reply: Reply): string[] => (listedIn(reply).reviews ?? []).map(({ reviewId }) => reviewId);

test('newest first, those of the last week that have a text', async () => {
  await withPlay({}, async (stage) => {
    const ago = (ms: number): string => new Date(NOW - ms).toISOString();
    stage.emulator.console.addReviews(
      PACKAGE,
      { id: 'week', stars: 1, text: 'Old.', at: ago(7 * DAY) },
      { id: 'days', stars: 2, text: 'Fine.', at: ago(7 * DAY - 1_000) },
      { id: 'stars', stars: 1, at: ago(HOUR) },
      { id: 'new', stars: 5, text: 'Good.', at: ago(HOUR) },
    );
    const reply = await stage.request('GET', '~/reviews');
    expect(idsIn(reply)).toEqual(['new', 'days']);
    expect(listedIn(reply)).toMatchObject({ pageInfo: { totalResults: 2, resultPerPage: 2, startIndex: 0 } });
    stage.clock.advanceBy(HOUR);
    expect(idsIn(await stage.request('GET', '~/reviews'))).toEqual(['new']);
    expect((await stage.request('GET', '~/reviews/week')).status).toBe(200);
    expect((await stage.request('GET', '~/reviews/stars')).status).toBe(404);
  });
});

test('a review tells what is known of it, and nothing else', async () => {
  await withPlay({}, async (stage) => {
    stage.emulator.console.addReviews(
      PACKAGE,
      { id: 'bare', stars: 3, text: 'So so.' },
      {
        id: 'full',
        stars: 1,
        text: 'Stürzt ab.',
        authorName: 'Jane',
        versionCode: 40,
        versionName: '1.0',
        device: 'coral',
        androidOsVersion: 34,
        language: 'de',
        translations: { en: 'Crashes.' },
        at: '2026-11-24T08:59:59.250Z',
      },
    );
    const { reviews } = listedIn(await stage.request('GET', '~/reviews'));
    expect(reviews).toEqual([
      {
        reviewId: 'bare',
        authorName: 'A Google user',
        comments: [{ userComment: { text: 'So so.', starRating: 3, lastModified: { seconds: `${NOW / 1_000}` } } }],
      },
      {
        reviewId: 'full',
        authorName: 'Jane',
        comments: [
          {
            userComment: {
              text: 'Stürzt ab.',
              starRating: 1,
              lastModified: { seconds: `${NOW / 1_000 - 1}`, nanos: 250_000_000 },
              reviewerLanguage: 'de',
              device: 'coral',
              androidOsVersion: 34,
              appVersionCode: 40,
              appVersionName: '1.0',
            },
          },
        ],
      },
    ]);
    expect((await stage.request('GET', '~/reviews/full?translationLanguage=en')).body).toMatchObject({
      comments: [{ userComment: { text: 'Crashes.', originalText: 'Stürzt ab.' } }],
    });
    expect((await stage.request('GET', '~/reviews/full?translationLanguage=fr')).body).toMatchObject({
      comments: [{ userComment: { text: 'Stürzt ab.' } }],
    });
  });
});

test('an edited review moves to the front, and keeps its id and its reply', async () => {
  await withPlay({}, async (stage) => {
    addReviews(stage, 2);
    await stage.request('POST', '~/reviews/r2:reply', { body: { replyText: 'Sorry.' } });
    stage.clock.advanceBy(HOUR);
    stage.emulator.console.addReviews(PACKAGE, { id: 'r2', stars: 5, text: 'Fixed.' });
    const { reviews } = listedIn(await stage.request('GET', '~/reviews'));
    expect(reviews?.map(({ reviewId }) => reviewId)).toEqual(['r2', 'r1']);
    expect(reviews?.[0]?.comments).toMatchObject([
      { userComment: { text: 'Fixed.', starRating: 5 } },
      { developerComment: { text: 'Sorry.', lastModified: { seconds: `${NOW / 1_000}` } } },
    ]);
  });
});

test('pages by token: reviews that arrive meanwhile shift nothing', async () => {
  await withPlay({}, async (stage) => {
    addReviews(stage, 25);
    const first = await stage.request('GET', '~/reviews');
    expect(idsIn(first)).toEqual(Array.from({ length: 10 }, (_, n) => `r${n + 1}`));
    const page = (reply: Reply): Promise<Reply> =>
      stage.request('GET', `~/reviews?maxResults=10&token=${listedIn(reply).tokenPagination?.nextPageToken ?? ''}`);
    stage.emulator.console.addReviews(PACKAGE, { id: 'newer', stars: 1, text: 'Now.' });
    const second = await page(first);
    expect(idsIn(second)).toEqual(Array.from({ length: 10 }, (_, n) => `r${n + 11}`));
    const third = await page(second);
    expect(idsIn(third)).toEqual(['r21', 'r22', 'r23', 'r24', 'r25']);
    expect(listedIn(third).tokenPagination).toBeUndefined();
  });
});

test('pages by index, and their sizes', async () => {
  await withPlay({}, async (stage) => {
    addReviews(stage, 120);
    expect(idsIn(await stage.request('GET', '~/reviews?startIndex=118'))).toEqual(['r119', 'r120']);
    expect(idsIn(await stage.request('GET', '~/reviews?maxResults=3'))).toEqual(['r1', 'r2', 'r3']);
    expect(idsIn(await stage.request('GET', '~/reviews?maxResults=1000'))).toHaveLength(100);
    for (const query of ['maxResults=-1', 'startIndex=x', 'token=nonsense']) {
      expect(refusalOf(await stage.request('GET', `~/reviews?${query}`))).toMatchObject({ status: 400 });
    }
    expect(listedIn(await stage.request('GET', '~/reviews?startIndex=500')).reviews).toBeUndefined();
  });
});

test('a reply: 350 characters, without tags, in place of an earlier one', async () => {
  await withPlay({}, async (stage) => {
    addReviews(stage, 1);
    const reply = (replyText: unknown): Promise<Reply> =>
      stage.request('POST', '~/reviews/r1:reply', { body: { replyText } });
    expect((await reply('<b>Thanks</b>.')).body).toEqual({
      result: { replyText: 'Thanks.', lastEdited: { seconds: `${NOW / 1_000}` } },
    });
    expect((await reply('x'.repeat(350))).status).toBe(200);
    expect(refusalOf(await reply('x'.repeat(351)))).toMatchObject({ status: 400, name: 'INVALID_ARGUMENT' });
    expect(refusalOf(await reply(''))).toMatchObject({ status: 400 });
    expect(refusalOf(await reply(undefined))).toMatchObject({ status: 400 });
    const { body } = await stage.request('GET', '~/reviews/r1');
    expect(body).toMatchObject({ comments: [{}, { developerComment: { text: 'x'.repeat(350) } }] });
    const missing = await stage.request('POST', '~/reviews/none:reply', { body: { replyText: 'Hello.' } });
    expect(missing.status).toBe(404);
  });
});

test('reviews need a permission of their own', async () => {
  let token = '';
  const prepare = (world: Stage['world']): void => {
    world.addAccount({ email: 'ci@example.test', permissions: { '*': ['CAN_MANAGE_PUBLIC_APKS'] } });
    token = world.addToken('ci@example.test');
  };
  await withPlay({ prepare }, async (stage) => {
    expect(refusalOf(await stage.request('GET', '~/reviews', { token }))).toMatchObject({ status: 403 });
  });
});

test.each([{ stars: 0 }, { stars: 6 }, { stars: 1.5 }, { stars: 1, at: 'yesterday' }])(
  'a driver that gives $stars stars, at $at, is told so',
  async (review) => {
    await withPlay({}, (stage) => {
      expect(() => stage.emulator.console.addReviews(PACKAGE, { id: 'r', text: 'T', ...review })).toThrow();
      return Promise.resolve();
    });
  },
);
