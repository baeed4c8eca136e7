import { describe, expect, test } from '@jest/globals';
import { createVirtualClock } from '#emulators/base/clock';
import { ConfigurationError, VendorError } from '#kit/errors';
import { createHttp } from '#kit/http';
import { createPlayVitals } from '#vendors/play-vitals/client';
import type { PlayVitals } from '#vendors/play-vitals/client';
import { askVitals } from '#vendors/play-vitals/vitals';
import type { VitalsQuestion } from '#vendors/play-vitals/vitals';
import { toClock } from '../../support/virtual-time.ts';

const now = '2026-11-24T09:00:00Z';
const question: VitalsQuestion = {
  metric: 'anrRate',
  period: 'HOURLY',
  start: Date.parse('2026-11-23T22:00:00Z'),
  end: Date.parse(now),
  versionCode: 42,
  previous: 41,
  cohort: 'users',
};

interface Asked {
  readonly url: string;
  readonly body: string;
}

/** A client before answers that were written down. */
function speakWith(answers: (asked: Asked, index: number) => { status?: number; body: unknown }): {
  vitals: PlayVitals;
  asked: readonly Asked[];
} {
  const clock = toClock(createVirtualClock(now));
  const asked: Asked[] = [];
  const answer: typeof fetch = async (url, init) => {
    const one = {
      url: url instanceof Request ? url.url : url.toString(),
      body: typeof init?.body === 'string' ? init.body : '',
    };
    asked.push(one);
    const { status = 200, body } = answers(one, asked.length - 1);
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  };
  const signal = new AbortController().signal;
  const log = { info: () => undefined } as never;
  const signIn = { accessToken: async () => Promise.resolve('t'), renew: async () => Promise.resolve('t') };
  const http = createHttp({ fetch: answer, clock, log, signal, random: () => 0.5 });
  return {
    asked,
    vitals: createPlayVitals({ http, clock, log, signal, environment: {}, signIn, packageName: 'com.example.app' }),
  };
}

const zone = { timeZone: { id: 'UTC' } };
const fresh = (point: object = { year: 2026, month: 11, day: 24, hours: 6, ...zone }): object => ({
  freshnessInfo: {
    freshnesses: [
      { aggregationPeriod: 'DAILY', latestEndTime: {} },
      { aggregationPeriod: 'HOURLY', latestEndTime: point },
    ],
  },
});

const rate = { metric: 'anrRate', decimalValue: { value: '0.01' } };
const users = { metric: 'distinctUsers', decimalValue: { value: '990' } };
const row = (more: object = {}): object => ({
  aggregationPeriod: 'HOURLY',
  startTime: { year: 2026, month: 11, day: 24, hours: 1, ...zone },
  dimensions: [{ dimension: 'versionCode', int64Value: '42' }],
  metrics: [rate, users],
  ...more,
});
const speak = (rows: readonly object[], point?: object): ReturnType<typeof speakWith> =>
  speakWith(({ url }) => ({ body: url.endsWith(':query') ? { rows } : fresh(point) }));

test('what is asked for: hours without minutes, both versions, one cohort, up to what there is', async () => {
  const { vitals, asked } = speak([]);
  await askVitals(vitals, question);
  expect(asked.map(({ url }) => url)).toEqual([
    'https://playdeveloperreporting.googleapis.com/v1beta1/apps/com.example.app/anrRateMetricSet',
    'https://playdeveloperreporting.googleapis.com/v1beta1/apps/com.example.app/anrRateMetricSet:query',
  ]);
  expect(JSON.parse(asked[1]?.body ?? '')).toEqual({
    timelineSpec: {
      aggregationPeriod: 'HOURLY',
      startTime: { year: 2026, month: 11, day: 23, hours: 22, timeZone: { id: 'UTC' } },
      endTime: { year: 2026, month: 11, day: 24, hours: 6, timeZone: { id: 'UTC' } },
    },
    dimensions: ['versionCode'],
    metrics: ['anrRate', 'distinctUsers'],
    filter: 'versionCode = 42 OR versionCode = 41',
    userCohort: 'OS_PUBLIC',
    pageSize: 1_000,
  });
});

test('midnight has no hours; an interval without its lower end begins at zero', async () => {
  // As wide as that of 73 users of whom none was hit, whatever the count says.
  const interval = { upperBound: { value: '0.05' } };
  const { vitals } = speak([
    row({
      startTime: { year: 2026, month: 11, day: 24, ...zone },
      metrics: [{ ...rate, decimalValue: { value: '0' }, decimalValueConfidenceInterval: interval }, users],
    }),
  ]);
  const { buckets } = (await askVitals(vitals, question)).report;
  expect(buckets).toMatchObject([
    { start: Date.parse('2026-11-24T00:00:00Z'), end: Date.parse('2026-11-24T01:00:00Z'), bad: 0 },
  ]);
  expect((buckets[0]?.units ?? 0) - (buckets[0]?.uncertainty ?? 0)).toBeCloseTo((1.96 ** 2 * 0.95) / 0.05, 3);
});

test('a feed ahead of the time is not believed', async () => {
  const { vitals } = speak([], { year: 2027, month: 1, day: 1, ...zone });
  expect((await askVitals(vitals, question)).report.freshUntil).toBe(Date.parse(now));
});

describe('what is no answer is no data, and never good news', () => {
  test.each<[string, readonly object[], string]>([
    ['no rate', [row({ metrics: [users] })], 'has no anrRate'],
    ['a rate without its value', [row({ metrics: [{ metric: 'anrRate' }, users] })], 'has no anrRate'],
    ['an empty value', [row({ metrics: [{ metric: 'anrRate', decimalValue: {} }, users] })], 'a decimal'],
    ['no users', [row({ metrics: [rate] })], 'no distinctUsers'],
    [
      'a rate in percent',
      [row({ metrics: [{ metric: 'anrRate', decimalValue: { value: '1.5' } }, users] })],
      'is no share',
    ],
    [
      'a negative rate',
      [row({ metrics: [{ metric: 'anrRate', decimalValue: { value: '-0.1' } }, users] })],
      'a decimal',
    ],
    ['no version', [row({ dimensions: [] })], 'does not tell its version'],
    ['days', [row({ aggregationPeriod: 'DAILY' })], 'HOURLY was asked for'],
    [
      'another zone',
      [row({ startTime: { year: 2026, month: 11, day: 24, hours: 1, timeZone: { id: 'Europe/Madrid' } } })],
      'in the zone UTC',
    ],
    ['half an hour', [row({ startTime: { year: 2026, month: 11, day: 24, hours: 1, minutes: 30 } })], 'minutes'],
    [
      'a day that does not exist',
      [row({ startTime: { year: 2026, month: 2, day: 30, hours: 1 } })],
      'beginning of an hour',
    ],
    [
      'a version that nobody asked for',
      [row({ dimensions: [{ dimension: 'versionCode', int64Value: '7' }] })],
      'none of those asked for',
    ],
    [
      'a time that nobody asked for',
      [row({ startTime: { year: 2026, month: 11, day: 24, hours: 6, ...zone } })],
      'none of those asked for',
    ],
    ['an hour twice', [row(), row()], 'two rows'],
  ])('%s', async (_, rows, why) => {
    const { vitals } = speak(rows);
    const failure = await askVitals(vitals, question).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(VendorError);
    expect((failure as Error).message).toContain(why);
  });

  test('no freshness', async () => {
    const { vitals } = speakWith(() => ({ body: { freshnessInfo: { freshnesses: [] } } }));
    await expect(askVitals(vitals, question)).rejects.toThrow('how far its HOURLY figures reach');
  });

  test('an answer without an end', async () => {
    const { vitals, asked } = speakWith(({ url }) => ({
      body: url.endsWith(':query') ? { nextPageToken: 'more' } : fresh(),
    }));
    await expect(askVitals(vitals, question)).rejects.toThrow('goes on after 50 pages');
    expect(asked).toHaveLength(51);
    expect(JSON.parse(asked[2]?.body ?? '')).toEqual({
      ...(JSON.parse(asked[1]?.body ?? '') as object),
      pageToken: 'more',
    });
  });
});

describe('refusals, which have no list of errors here', () => {
  test.each<[status: number, name: string, reason: string, id: string, kind: unknown]>([
    [403, 'PERMISSION_DENIED', 'ACCESS_TOKEN_SCOPE_INSUFFICIENT', 'play-vitals-forbidden', ConfigurationError],
    [403, 'PERMISSION_DENIED', '', 'play-vitals-forbidden', ConfigurationError],
    [401, 'UNAUTHENTICATED', '', 'play-vitals-forbidden', ConfigurationError],
    [403, 'PERMISSION_DENIED', 'SERVICE_DISABLED', 'play-vitals-api-disabled', ConfigurationError],
    [404, 'NOT_FOUND', '', 'play-vitals-app-unknown', ConfigurationError],
    [400, 'INVALID_ARGUMENT', '', 'play-vitals-refused', VendorError],
  ])('%i %s %s: %s', async (status, name, reason, id, kind) => {
    const details = reason === '' ? [] : [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason }];
    const { vitals } = speakWith(() => ({
      status,
      body: { error: { code: status, message: 'In words.', status: name, details } },
    }));
    const failure = await askVitals(vitals, question).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(kind);
    expect(failure).toMatchObject({ notes: [{ id, text: expect.stringContaining('In words.') }] });
  });
});
