import { describe, expect, test } from '@jest/globals';
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
