import { describe, expect, test } from '@jest/globals';
import { findDefect } from '#health/report';
import { ConfigurationError } from '#kit/errors';
import { askVitals } from '#vendors/play-vitals/vitals';
import type { VitalsQuestion } from '#vendors/play-vitals/vitals';
import { hour, hourOf, now, packageName, withVitals } from './stage.ts';

const question: VitalsQuestion = {
  metric: 'crashRate',
  period: 'HOURLY',
  start: Date.parse('2026-11-23T20:40:00Z'),
  end: now,
  versionCode: 42,
  cohort: 'users',
};
const at = (time: string): number => Date.parse(`2026-11-${time}:00Z`);

test('hours of a version beside those of the one before; what is not told is missing', async () => {
  const figures = [
    hourOf('23T19:00'), // Before the hour that holds the start.
    hourOf('23T20:00'),
    hourOf('24T00:00', { crashUsers: 0 }), // At midnight, which has no hours, without a crash, so without a lower bound.
    hourOf('24T01:00', { users: 9, crashUsers: 9 }), // Too few users to be told.
    hourOf('24T02:00', { versionCode: 41, users: 51_234, crashUsers: 100 }),
    hourOf('24T00:00', { versionCode: 41, users: 51_234, crashUsers: 100 }),
    hourOf('24T03:00', { versionCode: 7 }),
    hourOf('24T05:00', { cohort: 'APP_TESTERS' }),
    hourOf('24T06:00'), // Later than the feed has come.
  ];
  await withVitals({ figures }, async (stage) => {
    const { report, unit, stalled } = await askVitals(stage.vitals(), { ...question, previous: 41 });
    expect({ unit, stalled, freshUntil: report.freshUntil }).toEqual({
      unit: 'user-hour',
      stalled: null,
      freshUntil: at('24T06:00'),
    });
    expect(report.buckets.map(({ start, end }) => [start, end - start])).toEqual([
      [at('23T20:00'), hour],
      [at('24T00:00'), hour],
    ]);
    expect(report.buckets[0]).toMatchObject({ units: 2_300, uncertainty: 50 });
    expect(report.buckets[0]?.bad).toBeCloseTo(12 * (2_250 / 2_340), 5);
    expect(report.buckets[0]).not.toHaveProperty('previous');
    expect(report.buckets[1]).toMatchObject({ units: 2_300, bad: 0, previous: { units: 51_200, uncertainty: 50 } });
    // The rate of the version before is as Google says it.
    expect(report.buckets[1]?.previous?.bad).toBeCloseTo(100 * (51_200 / 51_234), 4);
    expect(findDefect(report)).toBeUndefined();
    expect(stage.asked()).toEqual(['vitals.crashrate.get', 'vitals.crashrate.query']);
  });
});

test('each metric from its own set', async () => {
  const figures = [
    hourOf('24T02:00', { crashUsers: 20, userPerceivedCrashUsers: 10, anrUsers: 6, userPerceivedAnrUsers: 2 }),
  ];
  await withVitals({ figures }, async (stage) => {
    for (const [metric, hit] of [
      ['crashRate', 20],
      ['userPerceivedCrashRate', 10],
      ['anrRate', 6],
      ['userPerceivedAnrRate', 2],
    ] as const) {
      const { report } = await askVitals(stage.vitals(), { ...question, metric });
      expect(report.buckets[0]?.bad).toBeCloseTo(hit * (2_250 / 2_340), 4);
    }
    expect(stage.asked().filter((one) => one === 'vitals.anrrate.query')).toHaveLength(2);
  });
});

test('testers are a cohort of their own', async () => {
  const figures = [hourOf('24T02:00', { cohort: 'APP_TESTERS', users: 120, crashUsers: 1 }), hourOf('24T03:00')];
  await withVitals({ figures }, async (stage) => {
    const { report } = await askVitals(stage.vitals(), { ...question, cohort: 'testers' });
    expect(report.buckets.map(({ start, units }) => [start, units])).toEqual([[at('24T02:00'), 120]]);
  });
});

test('days are those of Los Angeles, whatever their length', async () => {
  const figures = [
    { day: '2026-10-31T20:00:00Z', versionCode: 42, users: 5_000, crashUsers: 10 },
    { day: '2026-11-01T20:00:00Z', versionCode: 42, users: 5_000, crashUsers: 10 }, // Summer time ends.
  ];
  await withVitals({ figures }, async (stage) => {
    const { report, unit } = await askVitals(stage.vitals(), {
      ...question,
      period: 'DAILY',
      start: Date.parse('2026-10-31T08:00:00Z'),
    });
    expect(unit).toBe('user-day');
    expect(report.buckets.map(({ start, end }) => [new Date(start).toISOString(), (end - start) / hour])).toEqual([
      ['2026-10-31T07:00:00.000Z', 24],
      ['2026-11-01T07:00:00.000Z', 25],
    ]);
    expect(new Date(report.freshUntil ?? 0).toISOString()).toBe('2026-11-23T08:00:00.000Z');
  });
});

describe('no data', () => {
  test('a version that nobody has is no buckets, and fresh', async () => {
    await withVitals({ figures: [hourOf('24T02:00', { versionCode: 7 })] }, async (stage) => {
      const { report } = await askVitals(stage.vitals(), question);
      expect(report).toEqual({ buckets: [], freshUntil: at('24T06:00') });
    });
  });

  test('nothing is asked for that the feed has not reached', async () => {
    await withVitals({ figures: [hourOf('24T07:00')] }, async (stage) => {
      const { report } = await askVitals(stage.vitals(), { ...question, start: at('24T06:10') });
      expect(report).toEqual({ buckets: [], freshUntil: at('24T06:00') });
      expect(stage.asked()).toEqual(['vitals.crashrate.get']);
    });
  });

  test('a feed that stands still is told, with its age, and its hours stay what they are', async () => {
    await withVitals({ figures: [hourOf('24T02:00')] }, async (stage) => {
      stage.emulator.console.freezeVitals(packageName);
      stage.clock.advanceBy(5 * hour);
      expect(await askVitals(stage.vitals(), question)).toMatchObject({ stalled: null });
      stage.clock.advanceBy(24 * hour);
      const { report, stalled } = await askVitals(stage.vitals(), { ...question, end: stage.clock.now() });
      expect(report).toMatchObject({ freshUntil: at('24T06:00'), buckets: [{ start: at('24T02:00') }] });
      expect(stalled).toMatchObject({
        id: 'play-vitals-stalled',
        text: expect.stringContaining('end at 2026-11-24T06:00Z, 1 d 8 h ago'),
      });
      expect(stage.told.join()).toContain('stands still');
    });
  });
});

test('all pages are read', async () => {
  const figures = Array.from({ length: 9 }, (_, n) => hourOf(`23T1${n}:00`));
  await withVitals({ figures, pageSize: 4 }, async (stage) => {
    const { report } = await askVitals(stage.vitals(), { ...question, start: at('23T00:00') });
    expect(report.buckets).toHaveLength(9);
    expect(stage.asked().filter((one) => one === 'vitals.crashrate.query')).toHaveLength(3);
  });
});

test.each<[string, readonly string[], string]>([
  ['without the scope', [], 'auth/playdeveloperreporting'],
  ['with the scope of publishing', ['https://www.googleapis.com/auth/androidpublisher'], 'auth/playdeveloperreporting'],
])('%s: the cure names it', async (_, scopes, cure) => {
  await withVitals({ figures: [], scopes }, async (stage) => {
    const failure = await askVitals(stage.vitals(), question).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(ConfigurationError);
    expect(failure).toMatchObject({ notes: [{ id: 'play-vitals-forbidden', cure: expect.stringContaining(cure) }] });
  });
});
