import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evidenceWorse, measureIncrease, sumComparable } from '#health/comparison';
import { evidenceAbove, evidenceBelow } from '#health/mixture';
import { toBaseline, toTally } from '#vendors/play-vitals/counts';

/** Wilson's interval at 95 %, as a second hand writes it. */
function wilson(hit: number, users: number): { lower: number; upper: number } {
  const z = 1.96;
  const rate = hit / users;
  const middle = (rate + (z * z) / (2 * users)) / (1 + (z * z) / users);
  const half = (z / (1 + (z * z) / users)) * Math.sqrt((rate * (1 - rate)) / users + (z * z) / (4 * users * users));
  return { lower: hit === 0 ? 0 : middle - half, upper: middle + half };
}

test.each<[users: number, uncertainty: number]>([
  [10, 5],
  [990, 5],
  [1_230, 5],
  [1_200, 50],
  [100, 50],
  [123_000, 500],
  [3_000_000, 500_000],
  [7, 5],
  [0, 0],
])('%i users are known up to %i', (users, uncertainty) => {
  const tally = toTally({ users, rate: 0.5, interval: null });
  expect(tally).toEqual({ units: users, uncertainty, bad: 0.5 * (users - uncertainty) });
});

const anySlice = fc
  .record({
    users: fc.integer({ min: 10, max: 400_000 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    step: fc.constantFrom(10, 100, 1_000),
  })
  .map(({ users, share, step }) => ({
    users,
    hit: Math.round(users * share),
    rounded: Math.round(users / step) * step,
  }))
  .filter(({ rounded }) => rounded > 0);

describe('whatever the step is, and wherever it begins', () => {
  test('the true number lies within the uncertainty', () => {
    fc.assert(
      fc.property(anySlice, ({ users, hit, rounded }) => {
        const { units, uncertainty, bad } = toTally({ users: rounded, rate: hit / users, interval: null });
        expect(Math.abs(users - units)).toBeLessThanOrEqual(uncertainty);
        expect(bad).toBeLessThanOrEqual(units - uncertainty + 1e-9);
      }),
    );
  });

  test('neither a halt nor a raise finds more evidence than the exact counts hold', () => {
    fc.assert(
      fc.property(anySlice, fc.constantFrom(0.005, 0.05), ({ users, hit, rounded }, limit) => {
        const { units, uncertainty, bad } = toTally({
          users: rounded,
          rate: hit / users,
          interval: wilson(hit, users),
        });
        const exact = { units: users, bad: hit };
        const above = evidenceAbove({ units: units + uncertainty, bad }, limit);
        const below = evidenceBelow({ units: units - uncertainty, bad }, limit * 1.5);
        // No evidence at all counts as none, however far below: fewer users can only bring it nearer to zero.
        expect(Math.max(above, 0)).toBeLessThanOrEqual(Math.max(evidenceAbove(exact, limit), 0) + 1e-6);
        expect(Math.max(below, 0)).toBeLessThanOrEqual(Math.max(evidenceBelow(exact, limit * 1.5), 0) + 1e-6);
      }),
      { numRuns: 500 },
    );
  });

  test('a release is not found worse than the one before by more than the exact counts hold', () => {
    fc.assert(
      fc.property(anySlice, anySlice, (own, before) => {
        const rateOf = ({ hit, users }: { hit: number; users: number }): number => hit / users;
        const time = { start: 0, end: 1 };
        const told = {
          ...time,
          ...toTally({ users: own.rounded, rate: rateOf(own), interval: wilson(own.hit, own.users) }),
          previous: toBaseline({
            users: before.rounded,
            rate: rateOf(before),
            interval: wilson(before.hit, before.users),
          }),
        };
        const exact = {
          ...time,
          units: own.users,
          bad: own.hit,
          previous: { units: before.users, bad: before.hit },
        };
        const [found, held] = [told, exact].map((bucket) => Math.max(evidenceWorse([bucket], 1.5, 1), 0));
        expect(found).toBeLessThanOrEqual((held ?? 0) + 1e-6);
        const [increase, real] = [told, exact].map((bucket) => measureIncrease(sumComparable([bucket])));
        expect(increase).toBeLessThanOrEqual((real ?? 0) + 1e-9);
      }),
      { numRuns: 500 },
    );
  });
});

test('the rate of the version before is what Google says', () => {
  const { units, bad, uncertainty } = toBaseline({ users: 2_300, rate: 0.01, interval: null });
  expect({ units, bad, uncertainty }).toEqual({ units: 2_300, bad: 23, uncertainty: 50 });
});

describe("Google's interval", () => {
  test.each([0, 3, 12, 2_340])('%i of 2,340: as wide as the count says, and nothing changes', (hit) => {
    const measured = { users: 2_340, rate: hit / 2_340 };
    const { units, bad, uncertainty } = toTally({ ...measured, interval: wilson(hit, 2_340) });
    expect({ units, bad, uncertainty }).toEqual(toTally({ ...measured, interval: null }));
  });

  test.each([0, 0.005, 0.3])('at a rate of %d it is wider: the users that it stands for count', (rate) => {
    const { units, bad, uncertainty } = toTally({ users: 23_410, rate, interval: wilson(rate * 600, 600) });
    expect(units - uncertainty).toBeCloseTo(600, 3);
    expect(bad).toBeCloseTo(rate * 600, 3);
    expect(uncertainty / units).toBeCloseTo(5 / 23_410, 9);
  });

  test('narrower than the count, or of no width: the count decides', () => {
    const none = toTally({ users: 2_340, rate: 0.01, interval: null });
    expect(toTally({ users: 2_340, rate: 0.01, interval: { lower: 0.0099, upper: 0.0101 } })).toEqual(none);
    expect(toTally({ users: 2_340, rate: 0.01, interval: { lower: 0.01, upper: 0.01 } })).toEqual(none);
  });
});
