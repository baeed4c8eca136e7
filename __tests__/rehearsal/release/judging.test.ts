import { describe, expect, test } from '@jest/globals';
import { listPlatforms } from '#rehearsal/release/app';
import { listWorldGates } from '#rehearsal/release/evidence';
import { playNaive } from '#rehearsal/release/naive';
import { findOnset } from '#rehearsal/release/onset';
import { compare, observe } from '#rehearsal/release/outcomes';
import type { Look, Observed } from '#rehearsal/release/result';
import type { Expectation } from '#rehearsal/release/scenario';
import { listTicks } from '#rehearsal/release/schedule';
import { toWorldSettings } from '#rehearsal/release/settings';
import type { Rates } from '#rehearsal/world/settings';
import type { WorldHour } from '#rehearsal/world/world';
import { policyOf, scenarioOf } from './releases.ts';

const hour = 3_600_000;
const start = Date.parse('2026-11-30T08:00:00Z');

const policy = policyOf(`release: tracker-mobile
platforms:
  android:
    package: com.example.tracker
    stages: [{ track: internal, soak: 2h }, { track: production, rollout: { 0h: 10%, 12h: 100% }, evidence: halt-only }]
gates:
  crash: { source: sentry, organization: example, project: tracker-android, max: 1% }
`);
const android = (() => {
  const [platform] = listPlatforms(policy);
  if (platform === undefined) throw new Error('the policy has a platform');
  return platform;
})();
const gates = listWorldGates(policy, android.policy);
const [previous, release] = ['2.15.2', '2.15.3'];

/** An hour in which so many have each version, and in which their sessions crash so often. */
function hourOf(index: number, users: readonly [number, number], crash: readonly [number, number] = [0, 0]): WorldHour {
  const usage = [previous, release].map((version, role) => {
    const rates: Rates = { crash: crash[role] ?? 0, anr: 0, oneStar: 0, reviews: 0 };
    const counts = { userHours: 0, sessions: 0, crashes: 0, anrs: 0, reviews: 0, oneStars: 0 };
    return { version, ...counts, rates };
  });
  return {
    at: start + index * hour,
    users: { [previous]: users[0], [release]: users[1] },
    testers: {},
    usage,
    testing: [],
  };
}

describe('the schedule of a rehearsal', () => {
  const ticking = (ticks: string): readonly number[] =>
    listTicks(scenarioOf(`about: X\nstart: "2026-11-30T08:00Z"\nlimit: 500h\nticks: ${ticks}\nexpect: []`), 3);

  test('is once in every hour where nothing is late or lost', () => {
    const ticks = ticking('{ drift: 0min, dropped: 0% }');
    expect(ticks).toEqual(Array.from({ length: 500 }, (_, index) => start + index * hour + 17 * 60_000));
  });

  test('is late by no more than its drift, and now and then as much as that', () => {
    const late = ticking('{ drift: 30min, dropped: 0% }').map((at) => (at - start - 17 * 60_000) % hour);
    expect(Math.min(...late)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...late)).toBeLessThanOrEqual(hour / 2);
    expect(Math.max(...late)).toBeGreaterThan(hour / 3);
  });

  test('loses the share that it says, and all of its gaps', () => {
    const ticks = ticking('{ drift: 0min, dropped: 20%, gaps: [{ after: 100h, lasts: 50h }] }');
    expect(ticks.filter((at) => at >= start + 100 * hour && at < start + 150 * hour)).toEqual([]);
    expect(ticks.length / 450).toBeGreaterThan(0.72);
    expect(ticks.length / 450).toBeLessThan(0.88);
  });
});

describe('the hour from which a halt is due', () => {
  test('is the first in which somebody has what is above the limit', () => {
    const hours = [hourOf(0, [100, 0], [0, 0.5]), hourOf(1, [90, 10], [0, 0.005]), hourOf(2, [80, 20], [0, 0.02])];
    expect(findOnset(gates, hours, release)).toBe(start + 2 * hour);
  });

  test('is none where the version before is as bad, and none where nobody has it', () => {
    expect(findOnset(gates, [hourOf(0, [90, 10], [0.02, 0.02])], release)).toBeUndefined();
    expect(findOnset(gates, [hourOf(0, [100, 0], [0, 0.02])], release)).toBeUndefined();
  });

  test('comes with testers, too', () => {
    const tested = { ...hourOf(0, [100, 0], [0, 0.02]), testers: { [release]: 5 } };
    expect(findOnset(gates, [tested], release)).toBe(start);
  });
});

describe('what a release came to', () => {
  const lookOf = (index: number, look: Partial<Look>): Look => ({
    ...{ at: start + index * hour, run: index, life: 'open', verdict: 'hold', reason: 'soaking' },
    ...{ track: 'internal', share: 1, moved: false, until: null, choice: null, sentence: '' },
    ...look,
  });
  const hours = [hourOf(0, [100, 0]), hourOf(1, [90, 10], [0, 0.02]), hourOf(2, [75, 25], [0, 0.02])];

  test('is its last look, counted from the hours of the world', () => {
    const looks = [
      lookOf(0, {}),
      lookOf(1, { track: 'production', share: 0.1, verdict: 'promote', reason: 'soaked' }),
      lookOf(3, { track: 'production', share: 0.1, verdict: 'halt', reason: 'gate', life: 'halted' }),
      lookOf(4, { track: 'production', share: 0.1, verdict: 'halt', reason: 'gate', life: 'halted' }),
    ];
    expect(observe(policy, android, 'release', { looks, hours })).toEqual({
      ...{ life: 'halted', reason: 'gate', track: 'production', share: 0.1 },
      // Bad from hour 1 on, halted in hour 3; the share of testers is no share of users.
      ...{ halt: 2 * hour, everybody: null, users: 25, exposed: 0.25, held: ['soaking'] },
    });
  });

  test('is with everybody so long after the first of them', () => {
    const looks = [lookOf(0, {}), lookOf(2, { track: 'production', share: 0.1 }), lookOf(9, { track: 'production' })];
    expect(observe(policy, android, 'release', { looks, hours: [] })).toMatchObject({
      everybody: 7 * hour,
      halt: null,
      exposed: 0,
    });
  });

  test('is nothing where no run has looked at it', () => {
    expect(observe(policy, android, 'next', { looks: [], hours })).toMatchObject({ life: null, track: null, users: 0 });
  });
});

describe('what was expected', () => {
  const observed: Observed = {
    ...{ life: 'halted', reason: 'gate', track: 'production', share: 0.1, halt: 2 * hour },
    ...{ everybody: null, users: 25, exposed: 0.25, held: ['soaking'] },
  };
  const expected: Expectation = { on: 'android', of: 'release', life: 'halted', held: [] };
  const missesOf = (more: Partial<Expectation>, isOwn = true): readonly string[] =>
    compare(android, { ...expected, ...more }, observed, isOwn).misses;

  test('holds at both ends of its ranges', () => {
    for (const range of [
      { from: 2 * hour, to: 9 * hour },
      { from: 0, to: 2 * hour },
    ])
      expect(missesOf({ halt: range, share: { from: 0.1, to: 0.1 }, users: { from: 25, to: 25 } })).toEqual([]);
    expect(missesOf({ reason: 'gate', track: 'production', held: ['soaking'] })).toEqual([]);
  });

  test.each<[Partial<Expectation>, string]>([
    [{ life: 'complete' }, 'its life should be complete, and is halted'],
    [{ reason: 'soaked' }, 'the last reason should be soaked, and is gate'],
    [{ track: 'internal' }, 'its track should be internal, and is production'],
    [{ share: { from: 0.2, to: 0.5 } }, 'the open share should be 20 % to 50 %, and is 10 %'],
    [{ halt: { from: 0, to: hour } }, 'the time to the halt should be 0 h to 1 h, and is 2 h'],
    [{ everybody: { from: 0, to: hour } }, 'the time until everybody may have it should be 0 h to 1 h, and is nothing'],
    [{ exposed: { from: 0, to: 0.1 } }, 'the part of users that have it should be 0 % to 10 %, and is 25 %'],
    [{ users: { from: 0, to: 24 } }, 'the number of users that have it should be 0 to 24, and is 25'],
    [{ held: ['stale'] }, 'a reason that it was held for should be stale, and is soaking'],
  ])('%j is missed', (more, miss) => {
    expect(missesOf(more)).toEqual([miss]);
  });

  test('of numbers of users counts only where they are those of the scenario', () => {
    expect(missesOf({ users: { from: 0, to: 24 } }, false)).toEqual([]);
  });
});

describe('the naive rule', () => {
  const play = (text: string): ReturnType<typeof playNaive> => {
    const scenario = scenarioOf(`about: X\nstart: "2026-11-30T08:00Z"\n${text}\nexpect: []`);
    const settings = toWorldSettings(scenario, [android], { seed: 1, lead: 0 });
    return playNaive(android, { scenario, policy, settings, beganAt: start, endsAt: start + 60 * hour });
  };

  test('raises by the hours of the plan, and stops for nothing where nothing is wrong', () => {
    const { halt, shares, exposed } = play('versions: { release: { crash: 0.1% } }');
    expect(halt).toBeNull();
    expect([0, 1, 2, 13, 14, 59].map((index) => shares[index]?.share)).toEqual([0, 0, 0.1, 0.1, 1, 1]);
    expect(exposed).toBeGreaterThan(400_000);
  });

  test('halts what is bad at the first look that shows it, and gives it to nobody else', () => {
    const { halt, shares, exposed } = play('versions: { release: { crash: 20% } }');
    expect(halt).toMatchObject({ gate: 'crash', isFalse: false });
    // The first hour in production is the third; its sessions are told of when it is over, and the look is at 17 past.
    expect(halt?.at).toBe(start + 3 * hour + 17 * 60_000);
    expect(shares.map(({ share }) => share)).toEqual([0, 0, 0.1, 0]);
    expect(exposed).toBeLessThan(20_000);
  });

  test('halts what is good, too, when few have it: that is what is wrong with it', () => {
    const { halt } = play('users: { android: 3000 }\nversions: { release: { crash: 0.9% } }');
    expect(halt).toMatchObject({ isFalse: true, after: null });
    expect(halt?.units).toBeLessThan(2_000);
  });

  test('says that it was lucky when it halts before anything is wrong', () => {
    const { halt } = play(
      'users: { android: 3000 }\nversions: { release: { crash: 0.9% } }\nchanges: [{ of: release, what: crash, to: 20%, after: 50h }]',
    );
    expect(halt?.isFalse).toBe(true);
  });
});
