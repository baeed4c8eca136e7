import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { civilOf, instantOf, startOfDay } from '#emulators/google-play/civil-time';
import type { VitalsInput } from '#emulators/google-play/vitals';
import { DAY, HOUR, PACKAGE, REPORTING_SCOPE, SCOPE, withPlay, type Reply, type Stage } from './harness.ts';

/** A Tuesday, 04:00 in Los Angeles. */
const NOON = '2026-11-24T12:00:00Z';
const UTC = { timeZone: { id: 'UTC' } };
const LA = { timeZone: { id: 'America/Los_Angeles' } };
const date = (day: number, hours?: number): object => ({
  year: 2026,
  month: 11,
  day,
  ...(hours === undefined ? {} : { hours }),
});

const HOURS = { aggregationPeriod: 'HOURLY', startTime: date(24, 0), endTime: date(24, 9) };
const DAYS = { aggregationPeriod: 'DAILY', startTime: date(20), endTime: date(23) };

interface Row {
  readonly startTime: object;
  readonly dimensions: readonly object[];
  readonly metrics: readonly {
    metric: string;
    decimalValue: { value: string };
    decimalValueConfidenceInterval?: unknown;
  }[];
}

function ask(stage: Stage, body: object, set = 'crashRateMetricSet'): Promise<Reply> {
  return stage.request('POST', `%/${set}:query`, { body });
}

function rowsIn(reply: Reply): readonly Row[] {
  expect(reply).toMatchObject({ status: 200 });
  return (reply.body as { rows?: Row[] }).rows ?? [];
}

/** Values of the first row by metric. */
function valuesIn(reply: Reply): Record<string, string> {
  return Object.fromEntries(
    (rowsIn(reply)[0]?.metrics ?? []).map(({ metric, decimalValue }) => [metric, decimalValue.value]),
  );
}

async function withVitals(vitals: readonly VitalsInput[], run: (stage: Stage) => Promise<void>): Promise<void> {
  await withPlay({ start: NOON }, async (stage) => {
    stage.emulator.console.addVitals(PACKAGE, ...vitals);
    await run(stage);
  });
}

const at = (hour: number, more: Partial<VitalsInput> = {}): VitalsInput => ({
  hour: `2026-11-24T0${hour}:00:00Z`,
  versionCode: 42,
  users: 2_000,
  crashUsers: 10,
  userPerceivedCrashUsers: 8,
  ...more,
});

test('a row of an hour: rates are fractions of 1 in decimals, with an interval; users are rounded', async () => {
  await withVitals([at(0), at(1, { crashUsers: 0, users: 47 })], async (stage) => {
    const metrics = ['crashRate', 'userPerceivedCrashRate', 'distinctUsers'];
    const rows = rowsIn(await ask(stage, { timelineSpec: HOURS, dimensions: ['versionCode'], metrics }));
    expect(rows).toEqual([
      {
        aggregationPeriod: 'HOURLY',
        // Midnight has no `hours`: zeros are left out.
        startTime: { ...date(24), ...UTC },
        dimensions: [{ dimension: 'versionCode', int64Value: '42' }],
        metrics: [
          {
            metric: 'crashRate',
            decimalValue: { value: '0.005' },
            decimalValueConfidenceInterval: {
              lowerBound: { value: expect.stringMatching(/^0\.0027/) },
              upperBound: { value: expect.stringMatching(/^0\.0091/) },
            },
          },
          expect.objectContaining({ metric: 'userPerceivedCrashRate', decimalValue: { value: '0.004' } }),
          { metric: 'distinctUsers', decimalValue: { value: '2000' } },
        ],
      },
      {
        aggregationPeriod: 'HOURLY',
        startTime: { ...date(24, 1), ...UTC },
        dimensions: [{ dimension: 'versionCode', int64Value: '42' }],
        metrics: [
          {
            metric: 'crashRate',
            decimalValue: { value: '0' },
            decimalValueConfidenceInterval: { upperBound: { value: expect.stringMatching(/^0\.075/) } },
          },
          expect.objectContaining({ metric: 'userPerceivedCrashRate' }),
          { metric: 'distinctUsers', decimalValue: { value: '50' } },
        ],
      },
    ]);
  });
});

test.each([
  { users: 994, shown: '990' },
  { users: 1_449, shown: '1400' },
  { users: 99_950, shown: '100000' },
  { users: 100_400, shown: '100000' },
  { users: 123_600, shown: '124000' },
  { users: 123_500_001, shown: '124000000' },
])('$users users are shown as $shown', async ({ users, shown }) => {
  await withVitals([at(3, { users })], async (stage) => {
    const reply = await ask(stage, { timelineSpec: HOURS, metrics: ['distinctUsers'] });
    expect(valuesIn(reply)).toEqual({ distinctUsers: shown });
  });
});

test('slices: by version, by device, of a cohort, and none with too few users', async () => {
  const watch = { dimensions: { deviceType: 'WATCH' } };
  const vitals = [
    at(3),
    at(3, { versionCode: 40, users: 8_000, crashUsers: 0 }),
    at(3, { versionCode: 40, users: 30, crashUsers: 30, ...watch }),
    at(3, { versionCode: 43, users: 9 }),
    at(3, { versionCode: 44, users: 20, cohort: 'APP_TESTERS' }),
  ];
  await withVitals(
    vitals
      .map((one) => ({ ...one, crashUsers: Math.min(one.crashUsers ?? 0, one.users) }))
      .map((one) => ({ ...one, userPerceivedCrashUsers: 0 })),
    async (stage) => {
      const query = async (more: object): Promise<[string, string][]> =>
        rowsIn(await ask(stage, { timelineSpec: HOURS, metrics: ['distinctUsers'], ...more })).map(
          ({ dimensions, metrics }) => [
            dimensions.map((one) => Object.values(one).slice(1).join()).join(' '),
            metrics[0]?.decimalValue.value ?? '',
          ],
        );
      expect(await query({})).toEqual([['', '10000']]);
      expect(await query({ dimensions: ['versionCode'] })).toEqual([
        ['40', '8000'],
        ['42', '2000'],
      ]);
      expect(await query({ dimensions: ['deviceType', 'versionCode'] })).toEqual([
        ['PHONE 40', '8000'],
        ['PHONE 42', '2000'],
        ['WATCH 40', '30'],
      ]);
      expect(await query({ filter: 'versionCode = 40 AND deviceType = "WATCH"' })).toEqual([['', '30']]);
      expect(await query({ filter: 'versionCode=42 OR versionCode=43 AND deviceType=PHONE' })).toEqual([['', '2000']]);
      expect(await query({ filter: 'versionCode = 43' })).toEqual([]);
      expect(await query({ userCohort: 'APP_TESTERS', dimensions: ['versionCode'] })).toEqual([['44', '20']]);
      stage.emulator.console.setVitals(PACKAGE, { floor: 0 });
      expect(await query({ filter: 'versionCode = 43' })).toEqual([['', '10']]);
      stage.emulator.console.setVitals(PACKAGE, { floor: 2_001 });
      expect(await query({ dimensions: ['versionCode'] })).toEqual([['40', '8000']]);
    },
  );
});

test('a metric set says how far it has come; the end of a query goes no further', async () => {
  await withVitals([at(8), at(9)], async (stage) => {
    const freshness = async (): Promise<unknown> => {
      const { body } = await stage.request('GET', '%/crashRateMetricSet');
      return body;
    };
    expect(await freshness()).toEqual({
      name: `apps/${PACKAGE}/crashRateMetricSet`,
      freshnessInfo: {
        freshnesses: [
          { aggregationPeriod: 'HOURLY', latestEndTime: { ...date(24, 9), ...UTC } },
          { aggregationPeriod: 'DAILY', latestEndTime: { ...date(23), ...LA } },
        ],
      },
    });
    const until = (hours: number): Promise<Reply> =>
      ask(stage, { timelineSpec: { ...HOURS, endTime: date(24, hours) }, metrics: ['crashRate'] });
    expect(rowsIn(await until(9))).toHaveLength(1);
    expect((await until(10)).body).toEqual({
      error: { code: 400, status: 'INVALID_ARGUMENT', message: expect.stringContaining('later than the freshness') },
    });
    stage.clock.advanceBy(HOUR);
    expect(rowsIn(await until(10))).toHaveLength(2);
    stage.emulator.console.setVitals(PACKAGE, { lag: { HOURLY: 0, DAILY: 0 } });
    expect(await freshness()).toMatchObject({
      freshnessInfo: { freshnesses: [{ latestEndTime: date(24, 13) }, { latestEndTime: date(24) }] },
    });
  });
});

test('a frozen feed: every call succeeds, and nothing new becomes visible', async () => {
  await withVitals([at(8), at(9)], async (stage) => {
    stage.emulator.console.freezeVitals(PACKAGE);
    stage.clock.advanceBy(3 * DAY);
    const { body } = await stage.request('GET', '%/crashRateMetricSet');
    expect(body).toMatchObject({
      freshnessInfo: { freshnesses: [{ latestEndTime: date(24, 9) }, { latestEndTime: date(23) }] },
    });
    expect(rowsIn(await ask(stage, { timelineSpec: HOURS, metrics: ['crashRate'] }))).toHaveLength(1);
    const later = { ...HOURS, endTime: date(24, 10) };
    expect((await ask(stage, { timelineSpec: later, metrics: ['crashRate'] })).status).toBe(400);
    stage.emulator.console.thawVitals(PACKAGE);
    expect(rowsIn(await ask(stage, { timelineSpec: later, metrics: ['crashRate'] }))).toHaveLength(2);
  });
});

test('days are those of Los Angeles: of their hours, or as given; averages weigh days by their users', async () => {
  const hour = (time: string, users: number, crashUsers: number): VitalsInput => ({
    hour: time,
    versionCode: 42,
    users,
    crashUsers,
  });
  const vitals = [
    hour('2026-11-21T07:00:00Z', 100, 10),
    hour('2026-11-21T08:00:00Z', 200, 0),
    hour('2026-11-22T07:00:00Z', 200, 2),
    hour('2026-11-22T09:00:00Z', 5_000, 0),
    { day: '2026-11-22T20:00:00Z', versionCode: 42, users: 600, crashUsers: 0 },
  ];
  await withVitals(vitals, async (stage) => {
    const metrics = ['crashRate', 'crashRate7dUserWeighted', 'crashRate28dUserWeighted', 'distinctUsers'];
    const rows = rowsIn(await ask(stage, { timelineSpec: DAYS, metrics }));
    expect(
      rows.map(({ startTime, metrics: found }) => [startTime, ...found.map((one) => one.decimalValue.value)]),
    ).toEqual([
      [{ ...date(20), ...LA }, '0.1', '0.1', '0.1', '100'],
      [{ ...date(21), ...LA }, '0.005', '0.024', '0.024', '400'],
      [{ ...date(22), ...LA }, '0', '0.0109090909', '0.0109090909', '600'],
    ]);
  });
});

test('an average looks back seven days, also before the beginning of the query', async () => {
  const day = (n: number, crashUsers: number): VitalsInput => ({
    day: `2026-11-${n}T20:00:00Z`,
    versionCode: 42,
    users: 100,
    crashUsers,
  });
  await withVitals([day(14, 100), day(15, 50), day(21, 0)], async (stage) => {
    const timelineSpec = { ...DAYS, startTime: { ...date(21), ...LA }, endTime: { ...date(22), ...LA } };
    const reply = await ask(stage, { timelineSpec, metrics: ['crashRate7dUserWeighted', 'crashRate28dUserWeighted'] });
    expect(valuesIn(reply)).toEqual({ crashRate7dUserWeighted: '0.25', crashRate28dUserWeighted: '0.5' });
  });
});

test('ANRs have a metric set of their own', async () => {
  await withVitals([at(3, { anrUsers: 20, userPerceivedAnrUsers: 4 })], async (stage) => {
    const metrics = ['anrRate', 'userPerceivedAnrRate', 'distinctUsers'];
    const reply = await ask(stage, { timelineSpec: HOURS, metrics }, 'anrRateMetricSet');
    expect(valuesIn(reply)).toEqual({ anrRate: '0.01', userPerceivedAnrRate: '0.002', distinctUsers: '2000' });
  });
});

test('error counts are not rounded, by kind of report', async () => {
  await withVitals(
    [at(3, { crashUsers: 7, userPerceivedCrashUsers: 7, crashReports: 13, anrUsers: 1 })],
    async (stage) => {
      const body = { timelineSpec: HOURS, dimensions: ['reportType'], metrics: ['errorReportCount', 'distinctUsers'] };
      const rows = rowsIn(await ask(stage, body, 'errorCountMetricSet'));
      expect(rows.map(({ dimensions, metrics }) => [dimensions, metrics.map((one) => one.decimalValue.value)])).toEqual(
        [
          [[{ dimension: 'reportType', stringValue: 'APPLICATION_NOT_RESPONDING' }], ['1', '1']],
          [[{ dimension: 'reportType', stringValue: 'CRASH' }], ['13', '7']],
        ],
      );
      const crashes = await ask(stage, { ...body, filter: 'reportType = CRASH' }, 'errorCountMetricSet');
      expect(rowsIn(crashes)).toHaveLength(1);
      const without = await ask(stage, { ...body, dimensions: [] }, 'errorCountMetricSet');
      expect(without).toMatchObject({
        status: 400,
        body: { error: { message: expect.stringContaining('reportType') } },
      });
      const cohort = await ask(stage, { ...body, userCohort: 'OS_PUBLIC' }, 'errorCountMetricSet');
      expect(cohort).toMatchObject({
        status: 400,
        body: { error: { message: expect.stringContaining('userCohort') } },
      });
    },
  );
});

const RATE = { metrics: ['crashRate'] };
const hours = (start: object, end: object): object => ({
  timelineSpec: { aggregationPeriod: 'HOURLY', startTime: start, endTime: end },
  ...RATE,
});
const days = (start: object, end: object): object => ({
  timelineSpec: { aggregationPeriod: 'DAILY', startTime: start, endTime: end },
  ...RATE,
});

test.each([
  { wrong: 'no timeline', body: RATE, says: 'timeline_spec' },
  {
    wrong: 'no period',
    body: { ...RATE, timelineSpec: { ...HOURS, aggregationPeriod: undefined } },
    says: 'aggregation_period',
  },
  { wrong: 'an hour with minutes', body: hours({ ...date(24, 3), minutes: 30 }, date(24, 9)), says: 'minutes' },
  { wrong: 'a day with hours', body: days(date(20, 8), date(21)), says: 'hours' },
  { wrong: 'hours of another zone', body: hours({ ...date(24, 3), ...LA }, { ...date(24, 5), ...LA }), says: 'UTC' },
  { wrong: 'hours at an offset', body: hours({ ...date(24, 3), utcOffset: '3600s' }, date(24, 9)), says: 'UTC' },
  { wrong: 'days of UTC', body: days({ ...date(20), ...UTC }, { ...date(21), ...UTC }), says: 'America/Los_Angeles' },
  { wrong: 'a zone at one end only', body: hours({ ...date(24, 3), ...UTC }, date(24, 9)), says: 'time zone' },
  { wrong: 'a day that does not exist', body: days(date(20), date(31)), says: 'no date' },
  { wrong: 'no day', body: days({ year: 2026, month: 11 }, date(21)), says: 'no date' },
  { wrong: 'an end at the beginning', body: hours(date(24, 3), date(24, 3)), says: 'before end_time' },
  { wrong: 'an end before the beginning', body: days(date(21), date(20)), says: 'before end_time' },
  { wrong: 'a day that is not complete', body: days(date(20), date(24)), says: 'freshness' },
  { wrong: 'an unknown metric', body: { timelineSpec: HOURS, metrics: ['anrRate'] }, says: 'anrRate' },
  { wrong: 'no metric', body: { timelineSpec: HOURS }, says: 'metric' },
  { wrong: 'metrics that are no list', body: { timelineSpec: HOURS, metrics: 'crashRate' }, says: 'metrics' },
  {
    wrong: 'an average of hours',
    body: { timelineSpec: HOURS, metrics: ['crashRate7dUserWeighted'] },
    says: 'HOURLY granularity',
  },
  {
    wrong: 'an unknown dimension',
    body: { timelineSpec: HOURS, ...RATE, dimensions: ['reportType'] },
    says: 'reportType',
  },
  {
    wrong: 'a dimension twice',
    body: { timelineSpec: HOURS, ...RATE, dimensions: ['versionCode', 'versionCode'] },
    says: 'versionCode',
  },
  {
    wrong: 'a dimension that the beta cohort lacks',
    body: { timelineSpec: HOURS, ...RATE, userCohort: 'OS_BETA', dimensions: ['countryCode'] },
    says: 'countryCode',
  },
  { wrong: 'an unknown cohort', body: { timelineSpec: HOURS, ...RATE, userCohort: 'EVERYBODY' }, says: 'EVERYBODY' },
  {
    wrong: 'a filter by more than equality',
    body: { timelineSpec: HOURS, ...RATE, filter: 'versionCode > 40' },
    says: 'equality',
  },
  {
    wrong: 'a filter by something unknown',
    body: { timelineSpec: HOURS, ...RATE, filter: 'crashRate = 1' },
    says: 'crashRate',
  },
  { wrong: 'half a filter', body: { timelineSpec: HOURS, ...RATE, filter: 'versionCode = 40 AND' }, says: 'filter' },
  {
    wrong: 'two terms without a word',
    body: { timelineSpec: HOURS, ...RATE, filter: 'versionCode = 40 apiLevel = 34' },
    says: 'filter',
  },
  { wrong: 'a negative page', body: { timelineSpec: HOURS, ...RATE, pageSize: -1 }, says: 'page_size' },
  {
    wrong: 'an unknown field',
    body: { timelineSpec: HOURS, ...RATE, cohort: 'OS_PUBLIC' },
    says: 'Unknown name "cohort"',
  },
])('400: $wrong', async ({ body, says }) => {
  await withVitals([at(3)], async (stage) => {
    expect(await ask(stage, body)).toMatchObject({
      status: 400,
      body: { error: { status: 'INVALID_ARGUMENT', message: expect.stringContaining(says) } },
    });
  });
});

test.each([
  { what: 'the whole range', body: { ...RATE, timelineSpec: { ...DAYS, aggregationPeriod: 'FULL_RANGE' } } },
  { what: 'a query without an end', body: { ...RATE, timelineSpec: { ...DAYS, endTime: undefined } } },
  { what: 'a filter with brackets', body: { ...RATE, timelineSpec: DAYS, filter: '(versionCode = 40)' } },
])('501, since what Google answers is not known: $what', async ({ body }) => {
  await withVitals([], async (stage) => {
    expect((await ask(stage, body)).status).toBe(501);
  });
});

test('pages: a token continues its own query, and no other', async () => {
  const vitals = Array.from({ length: 7 }, (_, hour) => at(hour));
  await withVitals(vitals, async (stage) => {
    const body = { timelineSpec: HOURS, ...RATE, pageSize: 3 };
    const tokenIn = (reply: Reply): string | undefined => (reply.body as { nextPageToken?: string }).nextPageToken;
    const first = await ask(stage, body);
    const second = await ask(stage, { ...body, pageToken: tokenIn(first) });
    const third = await ask(stage, { ...body, pageToken: tokenIn(second) });
    const starts = [first, second, third].map((reply) =>
      rowsIn(reply).map((row) => (row.startTime as { hours?: number }).hours ?? 0),
    );
    expect(starts).toEqual([[0, 1, 2], [3, 4, 5], [6]]);
    expect(tokenIn(third)).toBeUndefined();
    for (const other of [
      { ...body, pageSize: 2 },
      { ...body, metrics: ['distinctUsers'] },
    ]) {
      expect((await ask(stage, { ...other, pageToken: tokenIn(first) })).status).toBe(400);
    }
    expect((await ask(stage, { ...body, pageToken: 'made up' })).status).toBe(400);
    expect(rowsIn(await ask(stage, { ...body, pageSize: 1_000_000 }))).toHaveLength(7);
  });
});

test('the Reporting API wants its own scope, and an account that sees the app', async () => {
  const tokens: Record<string, string> = {};
  const prepare = (world: Stage['world']): void => {
    const scopes = [REPORTING_SCOPE];
    tokens['publisher'] = world.addToken(world.accounts[0]?.email ?? '', { scopes: [SCOPE] });
    world.addAccount({ email: 'else@example.test', permissions: {} });
    tokens['else'] = world.addToken('else@example.test', { scopes });
    world.addAccount({ email: 'off@example.test', disabledProject: '4711', disabledApis: ['reporting'] });
    tokens['off'] = world.addToken('off@example.test', { scopes: [SCOPE, REPORTING_SCOPE] });
  };
  await withPlay({ prepare }, async (stage) => {
    const errorOf = async (name: string): Promise<unknown> => {
      const { body } = await stage.request('GET', '%/crashRateMetricSet', { token: tokens[name] ?? null });
      return (body as { error: unknown }).error;
    };
    expect(await errorOf('publisher')).toEqual({
      code: 403,
      status: 'PERMISSION_DENIED',
      message: 'Request had insufficient authentication scopes.',
      details: [
        expect.objectContaining({
          reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
          metadata: expect.objectContaining({ service: 'playdeveloperreporting.googleapis.com' }),
        }),
      ],
    });
    expect(await errorOf('else')).toEqual({
      code: 403,
      status: 'PERMISSION_DENIED',
      message: 'The caller does not have permission',
    });
    expect(await errorOf('off')).toMatchObject({
      code: 403,
      message: expect.stringContaining('Google Play Developer Reporting API has not been used in project 4711'),
      details: [expect.objectContaining({ reason: 'SERVICE_DISABLED' })],
    });
    expect((await stage.request('POST', '~/edits', { token: tokens['off'] ?? null })).status).toBe(200);
    expect((await stage.request('GET', '/v1beta1/apps/com.example.none/anrRateMetricSet')).status).toBe(404);
  });
});

test('which releases serve, by track', async () => {
  await withPlay({}, async (stage) => {
    await stage.release('production', [{ versionCodes: [40], status: 'completed' }]);
    const { body } = await stage.request('GET', '%:fetchReleaseFilterOptions');
    expect(body).toEqual({
      tracks: [
        {
          type: 'PRODUCTION',
          displayName: 'Production',
          servingReleases: [{ displayName: '1.0', versionCodes: ['40'] }],
        },
        { type: 'OPEN_TESTING', displayName: 'Open testing' },
        { type: 'CLOSED_TESTING', displayName: 'alpha' },
        { type: 'INTERNAL_TESTING', displayName: 'Internal testing' },
      ],
    });
  });
});

test('figures move no edit: nobody has changed the app', async () => {
  await withVitals([], async (stage) => {
    const edit = await stage.openEdit();
    stage.emulator.console.addVitals(PACKAGE, at(3));
    expect((await stage.request('POST', `${edit}:commit`)).status).toBe(200);
  });
});

test.each([
  { wrong: 'neither hour nor day', vitals: { versionCode: 1, users: 1 } },
  { wrong: 'both', vitals: { hour: NOON, day: NOON, versionCode: 1, users: 1 } },
  { wrong: 'no instant', vitals: { hour: 'noon', versionCode: 1, users: 1 } },
  { wrong: 'more crashes than users', vitals: { hour: NOON, versionCode: 1, users: 1, crashUsers: 2 } },
  { wrong: 'half a user', vitals: { hour: NOON, versionCode: 1, users: 1.5 } },
])('a driver that gives $wrong is told so', async ({ vitals }) => {
  await withVitals([], (stage) => {
    expect(() => stage.emulator.console.addVitals(PACKAGE, vitals)).toThrow();
    return Promise.resolve();
  });
});

test('property: midnights of Los Angeles are 23 to 25 hours apart, and what the clocks show leads back', () => {
  const zone = 'America/Los_Angeles';
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(2020), max: Date.UTC(2035) }), (instant) => {
      const midnight = startOfDay(zone, instant);
      expect(civilOf(zone, midnight)).toEqual({ ...civilOf(zone, instant), hours: 0 });
      expect(midnight).toBeLessThanOrEqual(instant);
      expect(instant - midnight).toBeLessThan(25 * HOUR);
      expect(instantOf(zone, civilOf(zone, midnight))).toBe(midnight);
    }),
  );
});
