import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { civilOf, startOfDay } from '#emulators/google-play/civil-time';
import { endOf, startOf, timePoint, writeTimePoint } from '#vendors/play-vitals/time-points';

const zone = 'America/Los_Angeles';
const hour = 3_600_000;
const anyTime = fc.integer({ min: Date.parse('2015-01-01T00:00:00Z'), max: Date.parse('2037-12-31T00:00:00Z') });

describe('days of Los Angeles, as a second reading of the calendar has them', () => {
  test('every moment is in the day that begins at its midnight and ends at the next', () => {
    fc.assert(
      fc.property(anyTime, (at) => {
        const start = startOf('DAILY', at);
        const end = endOf('DAILY', start);
        expect(start).toBe(startOfDay(zone, at));
        expect(end).toBe(startOfDay(zone, end));
        expect(at).toBeLessThan(end);
        expect([23, 24, 25]).toContain((end - start) / hour);
        const { year, month, day } = civilOf(zone, at);
        expect(writeTimePoint('DAILY', start)).toEqual({ year, month, day, timeZone: { id: zone } });
        expect(timePoint('DAILY')({ year, month, day, timeZone: { id: zone } }, 'x')).toBe(start);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['2026-03-08T12:00:00Z', 23],
    ['2026-11-01T12:00:00Z', 25],
    ['2026-11-24T12:00:00Z', 24],
  ])('%s has %i hours', (at, hours) => {
    const start = startOf('DAILY', Date.parse(at));
    expect((endOf('DAILY', start) - start) / hour).toBe(hours);
  });
});

test('hours of UTC are read as they are written', () => {
  fc.assert(
    fc.property(anyTime, (at) => {
      const start = startOf('HOURLY', at);
      expect(timePoint('HOURLY')(writeTimePoint('HOURLY', start), 'x')).toBe(start);
      expect(endOf('HOURLY', start) - at).toBeGreaterThan(0);
      expect(at - start).toBeLessThan(hour);
    }),
  );
});

test.each<['HOURLY' | 'DAILY', object, string]>([
  ['DAILY', { year: 2026, month: 11, day: 24, hours: 5 }, 'the beginning of a day'],
  ['DAILY', { year: 2026, month: 11, day: 24, timeZone: { id: 'UTC' } }, 'in the zone America/Los_Angeles'],
  ['HOURLY', { year: 2026, month: 11, day: 24, utcOffset: '3600s' }, 'no offset'],
  ['HOURLY', { year: 2026, month: 11, day: 31 }, 'the beginning of an hour'],
  ['HOURLY', { month: 11, day: 30 }, 'year'],
])('%s: %j is no point of it', (period, point, why) => {
  expect(() => timePoint(period)(point, 'startTime')).toThrow(why);
});
