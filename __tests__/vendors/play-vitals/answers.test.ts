import { describe, expect, test } from '@jest/globals';
import type { Report } from '#health/report';
import { askVitals } from '#vendors/play-vitals/source';
import { freshness, makeRow, rate, speakWith, users } from './scripted.ts';
import { question } from './stage.ts';

// What a well-behaved server never says, and what exactly it is sent.

const alone = { ...question, previous: [] };
const utc = { id: 'UTC' };

async function ask(...rows: readonly unknown[]): Promise<Report> {
  return askVitals(speakWith((_, index) => (index === 0 ? freshness : { rows })).play, alone);
}

describe('what is sent', () => {
  test('hours: UTC, whole, to where the figures reach', async () => {
    const { play, sent } = speakWith((_, index) => (index === 0 ? freshness : {}));
    await askVitals(play, question);
    expect(sent.map(({ method, url }) => `${method} ${url.href}`)).toEqual([
      'GET https://playdeveloperreporting.googleapis.com/v1beta1/apps/com.example.app/anrRateMetricSet',
      'POST https://playdeveloperreporting.googleapis.com/v1beta1/apps/com.example.app/anrRateMetricSet:query',
      'POST https://playdeveloperreporting.googleapis.com/v1beta1/apps/com.example.app/anrRateMetricSet:query',
    ]);
    const body = {
      timelineSpec: {
        aggregationPeriod: 'HOURLY',
        startTime: { year: 2026, month: 11, day: 24, hours: 5, timeZone: utc },
        endTime: { year: 2026, month: 11, day: 24, hours: 9, timeZone: utc },
      },
      dimensions: ['versionCode'],
      metrics: ['anrRate', 'distinctUsers'],
      filter: 'versionCode = 42',
      userCohort: 'OS_PUBLIC',
      pageSize: 1_000,
    };
    expect(sent.map((one) => one.body)).toEqual([undefined, body, { ...body, filter: 'versionCode = 41' }]);
  });

  test('days: of Los Angeles, without hours', async () => {
    const { play, sent } = speakWith((_, index) => (index === 0 ? freshness : {}));
    await askVitals(play, { ...alone, unit: 'user-day', start: Date.parse('2026-11-20T07:59:00Z'), testers: true });
    const timeZone = { id: 'America/Los_Angeles' };
    expect(sent[1]?.body).toMatchObject({
      timelineSpec: {
        aggregationPeriod: 'DAILY',
        startTime: { year: 2026, month: 11, day: 19, timeZone },
        endTime: { year: 2026, month: 11, day: 22, timeZone },
      },
      userCohort: 'APP_TESTERS',
    });
    expect(JSON.stringify(sent[1]?.body)).not.toContain('hours');
  });

  test('a page is asked for with the same query, and an empty token ends the list', async () => {
    const pages = [freshness, { nextPageToken: 'more' }, { rows: [makeRow()], nextPageToken: '' }];
    const { play, sent } = speakWith((_, index) => pages[index]);
    expect((await askVitals(play, alone)).buckets).toHaveLength(1);
    expect(sent).toHaveLength(3);
    expect(sent[2]?.body).toEqual({ ...(sent[1]?.body as object), pageToken: 'more' });
  });

  test('a token that is not taken is renewed once', async () => {
    const { play, sent } = speakWith(({ token }) => {
      const said = { error: { code: 401, message: 'No.', status: 'UNAUTHENTICATED' } };
      return token === 'Bearer first' ? Response.json(said, { status: 401 }) : freshness;
    });
    await askVitals(play, { ...alone, start: Date.parse('2026-11-24T09:00:00Z') });
    expect(sent.map(({ token }) => token)).toEqual(['Bearer first', 'Bearer second']);
  });
});

describe('what is told', () => {
  test.each<[why: string, row: Record<string, unknown>, units: number, bad: number]>([
    ['a rate of nothing', makeRow({ metrics: [rate('0', { upper: '0.003' }), users('1230')] }), 1_225, 0],
    ['an empty decimal, which is 0', makeRow({ metrics: [rate(''), users('1230')] }), 1_225, 0],
    ['an exponent', makeRow({ metrics: [rate('1.0E-2'), users('1230')] }), 1_225, 12.25],
    ['users that may be hundreds', makeRow({ metrics: [rate('0.01'), users('1200')] }), 1_150, 11.5],
    ['users that may be thousands', makeRow({ metrics: [rate('0.01'), users('4000')] }), 3_500, 35],
    ['users that are not rounded', makeRow({ metrics: [rate('0.01'), users('1234')] }), 1_234, 12.34],
    // Wilson's interval of 5 in 500 at 95 %.
    [
      'an interval for fewer users',
      makeRow({ metrics: [rate('0.01', { lower: '0.0042786908', upper: '0.0231934354' }), users('12340')] }),
      500,
      5,
    ],
    [
      'an interval of no width',
      makeRow({ metrics: [rate('0.01', { lower: '0.01', upper: '0.01' }), users('10')] }),
      5,
      0.05,
    ],
    ['a lower bound cut off', makeRow({ metrics: [rate('0.01', { upper: '0.02' }), users('110')] }), 105, 1.05],
    ['a zone that is left out', makeRow({ startTime: { year: 2026, month: 11, day: 24, hours: 7 } }), 1_225, 12.25],
    [
      'an offset of nothing',
      makeRow({ startTime: { year: 2026, month: 11, day: 24, hours: 7, utcOffset: '0s' } }),
      1_225,
      12.25,
    ],
    [
      'a label',
      makeRow({ dimensions: [{ dimension: 'versionCode', int64Value: '42', valueLabel: 'x' }] }),
      1_225,
      12.25,
    ],
  ])('%s', async (_, row, units, bad) => {
    const { buckets } = await ask(row);
    expect(buckets).toHaveLength(1);
    expect(buckets[0]?.units).toBeCloseTo(units, 1);
    expect(buckets[0]?.bad).toBeCloseTo(bad, 2);
  });

  test('where a filter is not obeyed, no version counts for another, and none twice', async () => {
    const old = makeRow({
      dimensions: [{ dimension: 'versionCode', int64Value: '41' }],
      metrics: [rate('0.5'), users('88810')],
    });
    const { play } = speakWith((_, index) => (index === 0 ? freshness : { rows: [makeRow(), old] }));
    const { buckets } = await askVitals(play, question);
    expect(buckets).toMatchObject([{ units: 1_225, bad: 12.25, previous: { units: 88_805 } }]);
  });

  test.each<[why: string, row: Record<string, unknown>]>([
    ['nobody', makeRow({ metrics: [rate('0'), users('0')] })],
    ['an interval from nothing to everything', makeRow({ metrics: [rate('0', { upper: '1' }), users('1230')] })],
    ['a row of another version', makeRow({ dimensions: [{ dimension: 'versionCode', int64Value: '7' }] })],
  ])('%s is no data', async (_, row) => {
    expect((await ask(row)).buckets).toEqual([]);
  });

  const point = { year: 2026, month: 11, day: 24, hours: 7, timeZone: utc };
  test.each<[why: RegExp, rows: readonly unknown[]]>([
    [/comes twice/, [makeRow(), makeRow()]],
    [/has no value of anrRate/, [makeRow({ metrics: [users('1230')] })]],
    [/has no value of anrRate/, [makeRow({ metrics: [{ metric: 'anrRate' }, users('1230')] })]],
    [/has no value of distinctUsers/, [makeRow({ metrics: [rate('0.01')] })]],
    [/is no share/, [makeRow({ metrics: [rate('1.5'), users('1230')] })]],
    [/is no share/, [makeRow({ metrics: [rate('-0.1'), users('1230')] })]],
    [/an object with a value/, [makeRow({ metrics: [{ metric: 'anrRate', decimalValue: '0' }, users('1230')] })]],
    [/a decimal number/, [makeRow({ metrics: [rate('NaN'), users('1230')] })]],
    [/-10 users/, [makeRow({ metrics: [rate('0.01'), users('-10')] })]],
    [/outside of its interval/, [makeRow({ metrics: [rate('0.01', { upper: '0.005' }), users('1230')] })]],
    [/outside of its interval/, [makeRow({ metrics: [rate('0.01', { lower: '0.02', upper: '0.1' }), users('1230')] })]],
    [/of which version/, [makeRow({ dimensions: [] })]],
    [/was not asked for/, [makeRow({ startTime: { ...point, hours: 4 } })]],
    [/was not asked for/, [makeRow({ startTime: { ...point, hours: 9 } })]],
    [
      /of the zone "America\/Los_Angeles"/,
      [makeRow({ startTime: { ...point, timeZone: { id: 'America/Los_Angeles' } } })],
    ],
    [/of the zone "3600s"/, [makeRow({ startTime: { ...point, timeZone: undefined, utcOffset: '3600s' } })]],
    [/aggregationPeriod has to be "HOURLY"/, [makeRow({ aggregationPeriod: 'DAILY' })]],
    [/minutes/, [makeRow({ startTime: { ...point, minutes: 30 } })]],
    [/no begin of HOURLY/, [makeRow({ startTime: { ...point, month: 2, day: 30 } })]],
  ])('%s is no answer', async (why, rows) => {
    const asking = ask(...rows);
    await expect(asking).rejects.toMatchObject({ notes: [{ id: 'vendor-unreadable' }] });
    await expect(asking).rejects.toThrow(why);
  });

  test('a list without an end is no list', async () => {
    const { play, sent } = speakWith((_, index) => (index === 0 ? freshness : { nextPageToken: `${index}` }));
    await expect(askVitals(play, alone)).rejects.toThrow('goes on after 25 pages');
    expect(sent).toHaveLength(26);
  });

  test('figures that reach into the future reach to now', async () => {
    const latestEndTime = { year: 2027, month: 1, day: 1, timeZone: utc };
    const told = { freshnessInfo: { freshnesses: [{ aggregationPeriod: 'HOURLY', latestEndTime }] } };
    const { play, sent } = speakWith((_, index) => (index === 0 ? told : {}));
    expect(await askVitals(play, alone)).toEqual({ buckets: [], freshUntil: Date.parse('2026-11-24T12:00:00Z') });
    expect(sent[1]?.body).toMatchObject({ timelineSpec: { endTime: { day: 24, hours: 12 } } });
  });

  test.each<[told: unknown, id: string]>([
    [{ name: 'x' }, 'vitals-freshness-missing'],
    [{ freshnessInfo: { freshnesses: freshness.freshnessInfo.freshnesses.slice(0, 1) } }, 'vitals-freshness-missing'],
    [
      { freshnessInfo: { freshnesses: [{ aggregationPeriod: 'HOURLY', latestEndTime: { year: 2026 } }] } },
      'vendor-unreadable',
    ],
    [[], 'vendor-unreadable'],
  ])('figures of an unknown age are no data: %j', async (told, id) => {
    const { play, sent } = speakWith(() => told);
    await expect(askVitals(play, alone)).rejects.toMatchObject({ notes: [{ id }] });
    expect(sent).toHaveLength(1);
  });
});

describe('refusals that no emulator makes', () => {
  test.each<[what: string, answer: () => Response, id: string, said: RegExp]>([
    [
      'a query that Google does not take',
      () =>
        Response.json({ error: { code: 400, message: 'Not like this.', status: 'INVALID_ARGUMENT' } }, { status: 400 }),
      'vitals-refused',
      /answered 400 to "see how far the ANR rates reach": Not like this\./,
    ],
    [
      'the page of a proxy',
      () => new Response('<html>\n<p>Blocked by policy.', { status: 403 }),
      'vitals-forbidden',
      /<html> <p>Blocked by policy\./,
    ],
  ])('%s', async (_, answer, id, said) => {
    const { play, sent } = speakWith(answer);
    const asking = askVitals(play, alone);
    await expect(asking).rejects.toMatchObject({ fault: 'vendor', notes: [{ id }] });
    await expect(asking).rejects.toThrow(said);
    expect(sent).toHaveLength(1);
  });
});
