import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findClosed } from '#rollout/calendar';
import { findObstacle } from '#rollout/conditions';
import { PlayRollout } from './play-model.ts';
import { day, hour, policyOf, start } from './situations.ts';

const madrid = { days: [1, 2, 3, 4, 5], from: 480, to: 1_200, timezone: 'Europe/Madrid' };
const at = (text: string): number => Date.parse(text);

describe('when raises may happen', () => {
  // In November Madrid is an hour ahead of UTC, in July two.
  test.each([
    ['2026-11-30T06:59:00Z', 'window', '2026-11-30T07:00:00.000Z'],
    ['2026-11-30T07:00:00Z', undefined, undefined],
    ['2026-11-30T18:59:00Z', undefined, undefined],
    ['2026-11-30T19:00:00Z', 'window', '2026-12-01T07:00:00.000Z'],
    ['2026-12-04T20:00:00Z', 'window', '2026-12-07T07:00:00.000Z'],
    ['2026-07-01T06:00:00Z', undefined, undefined],
    ['2026-07-01T05:59:00Z', 'window', '2026-07-01T06:00:00.000Z'],
  ])('at %s: %s', (now, reason, until) => {
    const closed = findClosed({ window: madrid, freezes: [] }, at(now));
    expect([
      closed?.reason,
      closed?.until === undefined || closed.until === null ? undefined : new Date(closed.until).toISOString(),
    ]).toEqual([reason, until]);
  });

  test('days without raises are whole days of the time zone, both ends included', () => {
    const calendar = { window: madrid, freezes: [{ from: '2026-12-24', to: '2026-12-25', reason: 'holidays' }] };
    expect(findClosed(calendar, at('2026-12-23T18:00:00Z'))).toBeUndefined();
    expect(findClosed(calendar, at('2026-12-24T09:00:00Z'))).toMatchObject({
      reason: 'freeze',
      detail: '2026-12-24 to 2026-12-25 (holidays)',
      until: at('2026-12-28T07:00:00Z'),
    });
    expect(findClosed(calendar, at('2026-12-28T09:00:00Z'))).toBeUndefined();
  });

  test('the next moment is the first minute that is open, also where clocks are changed in between', () => {
    // Half an hour at Lord Howe, two hours at Troll, an hour back in Casablanca before Ramadan, none in Kathmandu.
    const zones = ['Europe/Madrid', 'Australia/Lord_Howe', 'Antarctica/Troll', 'Africa/Casablanca', 'Asia/Kathmandu'];
    const changes = ['2026-03-29', '2026-10-25', '2026-04-05', '2026-10-04', '2026-02-15', '2026-06-10'].map(at);
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom(...changes),
        fc.integer({ min: -30 * 60, max: 24 * 60 }),
        fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 4 }),
        // Many windows begin or end at night, when clocks are changed.
        fc.oneof(fc.integer({ min: 0, max: 239 }), fc.integer({ min: 0, max: 1_438 })),
        fc.oneof(fc.integer({ min: 1, max: 45 }), fc.integer({ min: 1, max: 1_440 })),
        fc.boolean(),
        (timezone, change, offset, days, from, length, frozen) => {
          const now = change + offset * 60_000 + 17_000;
          const day = new Date(change).toISOString().slice(0, 10);
          const window = { days, from, to: Math.min(from + length, 1_440), timezone };
          const calendar = { window, freezes: frozen ? [{ from: day, to: day, reason: '' }] : [] };
          const closed = findClosed(calendar, now);
          if (closed === undefined) return;
          // Minute by minute, by another formatter than the code's.
          const clock = new Intl.DateTimeFormat('sv-SE', {
            timeZone: timezone,
            dateStyle: 'short',
            timeStyle: 'short',
          });
          const isOpen = (moment: number): boolean => {
            const [date = '', time = ''] = clock.format(moment).split(' ');
            const [hours = 0, past = 0] = time.split(':').map(Number);
            const minutes = hours * 60 + past;
            const isDay = days.includes(new Date(date).getUTCDay()) && !(frozen && date === day);
            return isDay && minutes >= from && minutes < window.to;
          };
          let expected = Math.floor(now / 60_000) * 60_000;
          while (!isOpen(expected)) expected += 60_000;
          expect(new Date(closed.until ?? Number.NaN).toISOString()).toBe(new Date(expected).toISOString());
        },
      ),
      { numRuns: 150 },
    );
  });

  test('a window that never opens is told, and not waited for', () => {
    expect(findClosed({ window: { ...madrid, days: [] }, freezes: [] }, start)?.until).toBeNull();
  });
});

describe('what a platform comes after', () => {
  const policy = policyOf('platforms: { android: { package: com.example.app }, wear: { package: com.example.app } }');
  const wear = policy.platforms[1];
  if (wear === undefined) throw new Error('there is no watch');
  const rollout = new PlayRollout(policy);
  const situation = (phone: Partial<typeof rollout.state> | undefined) => ({
    ...rollout.situation(rollout.see(true)),
    platform: wear,
    others: phone === undefined ? [] : [{ ...rollout.state, ...phone }],
  });
  const verdict = (phone: Partial<typeof rollout.state> | undefined, entersStore = true): string => {
    const found = findObstacle(situation(phone), entersStore);
    if (found === undefined) return 'none';
    return 'ask' in found
      ? 'ask'
      : `${found.verdict.reason} ${found.verdict.until ?? '-'} ${found.verdict.choice === undefined ? '' : 'a person'}`.trim();
  };

  test.each([
    ['a phone that is not part of the release', undefined, 'after - a person'],
    ['a phone that nobody has', { productionAt: null }, 'after -'],
    ['a phone that users have for an hour', { productionAt: start - hour }, `after ${start + 23 * hour}`],
    ['a phone that users have for a day', { productionAt: start - day }, 'none'],
    ['a phone that was halted', { productionAt: start - day, life: 'halted' as const }, 'after - a person'],
  ])('%s', (_, phone, expected) => {
    expect(verdict(phone)).toBe(expected);
  });

  test('tracks for testing wait for nobody', () => {
    expect(verdict(undefined, false)).toBe('none');
  });
});
