import { describe, expect, test } from '@jest/globals';
import type { AccountOptions, TokenOptions } from '#emulators/google-play/world';
import { findDefect } from '#health/report';
import { askVitals } from '#vendors/play-vitals/source';
import type { VitalsQuestion } from '#vendors/play-vitals/source';
import { email, fillTwoHours, hour, packageName, previous, question, release, withPlay } from './stage.ts';

const at = (time: string): number => Date.parse(time);
const seven = at('2026-11-24T07:00:00Z');

test('hours of the release with those of the one before, each for the users that there surely were', async () => {
  await withPlay({ fill: fillTwoHours }, async ({ connect, asked, lines }) => {
    const report = await askVitals(connect(), question);
    expect(report.freshUntil).toBe(at('2026-11-24T09:00:00Z'));
    expect(findDefect(report)).toBeUndefined();
    expect(report.buckets).toHaveLength(2);
    const [first, second] = report.buckets;
    // 1,230, 2,460 and 88,850 users are told as 1,200, 2,500 and 88,900: rounded to hundreds.
    expect(first).toMatchObject({ start: at('2026-11-24T05:00:00Z'), end: at('2026-11-24T06:00:00Z'), units: 1_150 });
    expect(first?.bad).toBeCloseTo((1_150 * 12) / 1_230, 4);
    expect(first).not.toHaveProperty('previous');
    expect(second).toMatchObject({ start: seven, end: seven + hour, units: 2_450 });
    expect(second?.bad).toBeCloseTo((2_450 * 6) / 2_460, 4);
    expect(second?.previous?.units).toBeCloseTo(88_850, 0);
    expect(second?.previous?.bad).toBeCloseTo(200, 2);
    expect(asked()).toEqual(['vitals.anrrate.get', 'vitals.anrrate.query', 'vitals.anrrate.query']);
    expect(lines).toEqual([]);
  });
});

test.each<[measure: VitalsQuestion['measure'], bad: number, set: string]>([
  ['anr', 6, 'anrrate'],
  ['user-perceived-anr', 5, 'anrrate'],
  ['crash', 4, 'crashrate'],
  ['user-perceived-crash', 3, 'crashrate'],
])('%s', async (measure, bad, set) => {
  await withPlay({}, async ({ connect, add, asked }) => {
    add({
      hour: '2026-11-24T07:10:00Z',
      users: 245,
      anrUsers: 6,
      userPerceivedAnrUsers: 5,
      crashUsers: 4,
      userPerceivedCrashUsers: 3,
    });
    const { buckets } = await askVitals(connect(), { ...question, measure, previous: [] });
    expect(buckets).toMatchObject([{ units: expect.closeTo(245, 3) }]);
    expect(buckets[0]?.bad).toBeCloseTo(bad, 3);
    expect(asked()).toEqual([`vitals.${set}.get`, `vitals.${set}.query`]);
  });
});

test('an hour at midnight UTC, which Google writes without hours', async () => {
  await withPlay({}, async ({ connect, add }) => {
    add({ hour: '2026-11-24T00:10:00Z', users: 100 }, { hour: '2026-11-23T23:10:00Z', users: 200 });
    const { buckets } = await askVitals(connect(), { ...question, start: at('2026-11-23T00:00:00Z') });
    expect(buckets.map(({ start }) => new Date(start).toISOString())).toEqual([
      '2026-11-23T23:00:00.000Z',
      '2026-11-24T00:00:00.000Z',
    ]);
  });
});

test('days are those of Los Angeles, and one in November has 25 hours', async () => {
  await withPlay({}, async ({ connect, add }) => {
    for (const day of ['2026-10-31T12:00:00Z', '2026-11-01T12:00:00Z', '2026-11-02T12:00:00Z'])
      add({ day, users: 4_000, anrUsers: 8 });
    const asking = { ...question, unit: 'user-day' as const, start: at('2026-11-01T06:59:00Z') };
    const report = await askVitals(connect(), asking);
    expect(report.freshUntil).toBe(at('2026-11-23T08:00:00Z'));
    expect(report.buckets.map(({ start, end }) => [new Date(start).toISOString(), (end - start) / hour])).toEqual([
      ['2026-10-31T07:00:00.000Z', 24],
      ['2026-11-01T07:00:00.000Z', 25],
      ['2026-11-02T08:00:00.000Z', 24],
    ]);
  });
});

test.each<[end: string, hours: number]>([
  ['2026-11-24T07:00:00Z', 1],
  ['2026-11-24T07:00:01Z', 2],
  ['2026-11-24T08:00:00Z', 2],
])('the end is exclusive: to %s', async (end, hours) => {
  await withPlay({ fill: fillTwoHours }, async ({ connect }) => {
    expect((await askVitals(connect(), { ...question, end: at(end) })).buckets).toHaveLength(hours);
  });
});

test('what Google leaves out for its few users is no data, and is told', async () => {
  await withPlay({}, async ({ connect, add, emulator, lines }) => {
    emulator.console.setVitals(packageName, { floor: 50 });
    add(
      { hour: '2026-11-24T07:10:00Z', users: 49 },
      { hour: '2026-11-24T07:10:00Z', users: 900, versionCode: previous },
    );
    const report = await askVitals(connect(), question);
    expect(report).toEqual({ buckets: [], freshUntil: at('2026-11-24T09:00:00Z') });
    expect(lines).toEqual([
      expect.stringContaining('no users (OS_PUBLIC) of version code 42 from 2026-11-24T05:00Z to 2026-11-24T09:00Z'),
    ]);
  });
});

test('on a testing track testers are asked about, and elsewhere everybody', async () => {
  await withPlay({}, async ({ connect, add }) => {
    add(
      { hour: '2026-11-24T07:10:00Z', users: 245, cohort: 'APP_TESTERS', anrUsers: 49 },
      { hour: '2026-11-24T07:10:00Z', users: 9_995 },
    );
    const testers = await askVitals(connect(), { ...question, testers: true });
    expect(testers.buckets).toMatchObject([{ units: expect.closeTo(245, 3), bad: expect.closeTo(49, 3) }]);
    expect((await askVitals(connect(), question)).buckets).toMatchObject([{ bad: 0 }]);
  });
});

test('the version codes of one release are added up, and others are left alone', async () => {
  await withPlay({ fill: fillTwoHours }, async ({ connect, add, asked }) => {
    add({ hour: '2026-11-24T08:10:00Z', versionCode: 1_042, users: 735, anrUsers: 15 });
    add({ hour: '2026-11-24T08:10:00Z', users: 245, anrUsers: 5 });
    const { buckets } = await askVitals(connect(), { ...question, versionCodes: [release, 1_042], previous: [] });
    expect(buckets).toHaveLength(3);
    expect(buckets[2]?.units).toBeCloseTo(245 + 735, 3);
    expect(buckets[2]?.bad).toBeCloseTo(20, 3);
    expect(asked().filter((operation) => operation.endsWith('query'))).toHaveLength(2);
  });
});

test('a feed that stands still is told, and nothing is asked for beyond its end', async () => {
  await withPlay({ fill: fillTwoHours }, async ({ connect, emulator, clock, lines, asked }) => {
    emulator.console.freezeVitals(packageName);
    clock.advanceTo(clock.now() + 20 * hour);
    const young = await askVitals(connect(), { ...question, end: clock.now() });
    expect(young).toMatchObject({ freshUntil: at('2026-11-24T09:00:00Z') });
    expect(young.buckets).toHaveLength(2);
    expect(lines).toEqual([]);

    clock.advanceTo(clock.now() + hour);
    expect((await askVitals(connect(), { ...question, end: clock.now() })).buckets).toHaveLength(2);
    expect(lines).toEqual([
      expect.stringContaining(
        'HOURLY figures of anrRateMetricSet reach to 2026-11-24T09:00Z and are 1 d behind: the feed of Google Play stands still',
      ),
    ]);
    // A release that is younger than the last figures.
    const before = asked().length;
    const late = await askVitals(connect(), { ...question, start: at('2026-11-24T09:00:00Z'), end: clock.now() });
    expect(late).toEqual({ buckets: [], freshUntil: at('2026-11-24T09:00:00Z') });
    expect(asked().slice(before)).toEqual(['vitals.anrrate.get']);
  });
});

test('1,500 hours come in two pages', async () => {
  await withPlay({}, async ({ connect, add, asked }) => {
    const first = at('2026-11-24T09:00:00Z') - 1_500 * hour;
    add(
      ...Array.from({ length: 1_500 }, (_, index) => ({
        hour: new Date(first + index * hour).toISOString(),
        users: 245,
        anrUsers: index % 3,
      })),
    );
    const { buckets } = await askVitals(connect(), { ...question, start: first, previous: [] });
    expect(buckets).toHaveLength(1_500);
    expect(buckets.reduce((sum, { bad }) => sum + bad, 0)).toBeCloseTo(1_500, 3);
    expect(asked()).toEqual(['vitals.anrrate.get', 'vitals.anrrate.query', 'vitals.anrrate.query']);
  });
});

test.each(['session', 'request', 'rating'] as const)(
  'the unit "%s" is refused before anything is sent',
  async (unit) => {
    await withPlay({}, async ({ connect, emulator }) => {
      await expect(askVitals(connect(), { ...question, unit })).rejects.toMatchObject({
        notes: [{ id: 'vitals-unit-unsupported' }],
      });
      expect(emulator.log.entries()).toEqual([]);
    });
  },
);

const publisher = ['https://www.googleapis.com/auth/androidpublisher'];

describe('refusals', () => {
  test.each<[id: string, words: RegExp, options: { account?: AccountOptions; token?: TokenOptions }, app?: string]>([
    ['vitals-forbidden', /may not "see how far the ANR rates reach"/, { account: { permissions: {} } }],
    ['vitals-api-disabled', /Reporting API.*project 1234/, { account: { disabledProject: '1234' } }],
    ['vitals-scope-missing', /auth\/playdeveloperreporting/, { token: { scopes: publisher } }],
    ['vitals-unauthorized', new RegExp(email), { token: { expiresAt: '2026-11-24T12:00:00Z' } }],
    ['vitals-app-unknown', /com\.example\.other/, {}, 'com.example.other'],
  ])('%s', async (id, words, options, app = packageName) => {
    await withPlay(options, async ({ connect }) => {
      const asking = askVitals(connect({ packageName: app }), question);
      await expect(asking).rejects.toMatchObject({ fault: 'vendor', notes: [{ id }] });
      await expect(asking).rejects.toThrow(words);
    });
  });
});
