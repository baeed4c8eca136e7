import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evidenceAbove, evidenceBelow } from '#health/mixture';
import { learnRounding } from '#vendors/play-vitals/rounding';
import type { Row } from '#vendors/play-vitals/rows';
import { createTallying } from '#vendors/play-vitals/tallies';
import { toRow } from './slices.ts';

const limit = 0.005;

/** Google's rounding with its steps beginning at these magnitudes, which it does not document. */
const scheme = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 3, max: 6 }), fc.integer({ min: 6, max: 8 }))
  .map(([hundreds, thousands, millions]) => (users: number): number => {
    const steps = [
      [10 ** millions, 1_000_000],
      [10 ** Math.max(thousands, hundreds), 1_000],
      [10 ** hundreds, 100],
      [0, 10],
    ] as const;
    const [, step] = steps.find(([from]) => users >= from) ?? [0, 10];
    return Math.round(users / step) * step;
  });

/** Hours of few and of many users alike. */
const counts = fc.double({ min: 0, max: 6, noNaN: true }).map((power) => Math.floor(10 ** power));

const slices = fc.array(
  fc.record({
    users: counts,
    share: fc.oneof(
      fc.constant(0),
      fc.double({ min: 0, max: 0.05, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    ),
  }),
  { minLength: 1, maxLength: 20 },
);

describe('rounding', () => {
  test('wherever its steps begin, nobody is made up', () => {
    fc.assert(
      fc.property(scheme, fc.array(counts, { minLength: 1, maxLength: 30 }), (round, users) => {
        const least = learnRounding(users.map(round));
        for (const one of users) expect(least(round(one))).toBeLessThanOrEqual(one);
      }),
    );
  });

  test.each<[counts: readonly number[], least: readonly number[]]>([
    [
      [10, 100, 1_000, 1_000_000],
      [5, 50, 500, 500_000],
    ],
    // 1,230 is no multiple of 100, so 1,000 and 100 are not rounded to more than tens.
    [
      [10, 100, 1_000, 1_230],
      [5, 95, 995, 1_225],
    ],
    [
      [1_300, 1_000, 12_000],
      [1_250, 950, 11_500],
    ],
    [
      [1_234, 100],
      [1_234, 100],
    ],
    [[0], [0]],
  ])('%j may stand for %j', (given, least) => {
    expect(given.map(learnRounding(given))).toEqual(least);
  });
});

test('a row says nothing that its users do not say, neither for a halt nor for a raise', () => {
  fc.assert(
    fc.property(scheme, slices, (round, all) => {
      const known = all
        .filter(({ users }) => users > 0)
        .map(({ users, share }) => ({ users, hit: Math.round(users * share) }));
      const rows = known.map(({ users, hit }) => toRow(users, hit, round));
      const tally = createTallying(rows);
      for (const [index, { users, hit }] of known.entries()) {
        const row = rows[index];
        const found = row === undefined ? undefined : tally(row);
        if (found === undefined) continue;
        const truth = { units: users, bad: hit };
        expect(found.units).toBeLessThanOrEqual(users * (1 + 1e-9));
        expect(found.bad / found.units).toBeCloseTo(hit / users, 9);
        expect(evidenceAbove(found, limit)).toBeLessThanOrEqual(Math.max(0, evidenceAbove(truth, limit)) + 1e-6);
        expect(evidenceBelow(found, limit)).toBeLessThanOrEqual(Math.max(0, evidenceBelow(truth, limit)) + 1e-6);
      }
    }),
  );
});

test('an interval as wide as that of fewer users makes them fewer', () => {
  const cases = fc.record({
    users: fc.integer({ min: 20, max: 100_000 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(cases, ({ users, share }) => {
      const hit = Math.round(users * share);
      const row: Row = { ...toRow(users, hit, (count) => count), users: 1_000_010 };
      const found = createTallying([row])(row);
      expect((found?.units ?? 0) / users).toBeCloseTo(1, 4);
    }),
  );
});

test('four decimals, in which the interval of many users is hardly wide, make nobody fewer', () => {
  const cases = fc.record({
    users: fc.integer({ min: 100, max: 10_000_000 }),
    share: fc.double({ min: 0, max: 0.02, noNaN: true }),
  });
  const cut = (value: number): number => Number(value.toFixed(4));
  fc.assert(
    fc.property(cases, ({ users, share }) => {
      const exact = toRow(users, Math.round(users * share), (count) => count);
      const interval = { lower: cut(exact.interval?.lower ?? 0), upper: cut(exact.interval?.upper ?? 0) };
      const row: Row = { ...exact, rate: cut(exact.rate), interval, users: users * 10 + 1 };
      const other: Row = { ...row, rate: 0.1234, interval: { lower: 0.1, upper: 0.2 } };
      expect((createTallying([row, other])(row)?.units ?? 0) / users).toBeGreaterThan(0.95);
    }),
  );
});

test.each<[kind: string, interval: NonNullable<Row['interval']>]>([
  // Of 3 in 1,000 at 95 %.
  ['Clopper and Pearson', { lower: 0.000619, upper: 0.008742 }],
  ['Jeffreys', { lower: 0.000848, upper: 0.008005 }],
  ['Wald, cut off at 0', { lower: 0, upper: 0.00639 }],
])('the interval of %s takes little away', (_, interval) => {
  const row: Row = { versionCode: 42, start: 0, rate: 0.003, interval, users: 1_010 };
  expect(createTallying([row])(row)?.units).toBeGreaterThan(900);
});
