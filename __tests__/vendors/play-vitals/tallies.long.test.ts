import { describe, expect, test } from '@jest/globals';
import { evidenceAbove, evidenceBelow } from '#health/mixture';
import { createTallying } from '#vendors/play-vitals/tallies';
import { toRow } from './slices.ts';

describe('hours of 3 to 14 users, of which Google says 0 or 10', () => {
  const hours = 120;
  const runs = 10_000;
  /** Linear congruential, so that every run is the same (Numerical Recipes). */
  let state = 12_345;
  const random = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;

  type Weigh = (counts: { readonly units: number; readonly bad: number }) => boolean;
  /** In how many rollouts of 120 looks the evidence was ever enough: from the tallies, from the true counts, and from rate × users. */
  function count(share: number, isEnough: Weigh): { tallied: number; true: number; naive: number } {
    const ways = { tallied: 0, true: 0, naive: 0 };
    for (let run = 0; run < runs; run += 1) {
      const sums = { tallied: { units: 0, bad: 0 }, true: { units: 0, bad: 0 }, naive: { units: 0, bad: 0 } };
      const met = new Set<string>();
      for (let index = 0; index < hours; index += 1) {
        const users = 3 + Math.floor(random() * 12);
        const hit = Array.from({ length: users }, random).filter((one) => one < share).length;
        const row = toRow(users, hit, (exact) => Math.round(exact / 10) * 10);
        add(sums.true, { units: users, bad: hit });
        add(sums.naive, { units: row.users, bad: row.users * row.rate });
        add(sums.tallied, createTallying([row])(row) ?? { units: 0, bad: 0 });
        for (const way of ['tallied', 'true', 'naive'] as const) {
          if (met.has(way) || !isEnough(sums[way])) continue;
          met.add(way);
          ways[way] += 1;
        }
      }
    }
    return ways;
  }

  function add(sums: { units: number; bad: number }, more: { units: number; bad: number }): void {
    sums.units += more.units;
    sums.bad += more.bad;
  }

  test('a release at its limit is halted no more often than by the true counts, and much more often by rate × users', () => {
    const halted = count(0.05, (counts) => evidenceAbove(counts, 0.05) >= Math.log(2 / 0.01));
    console.log(`halted at the limit, of ${runs}: ${JSON.stringify(halted)}`);
    expect(halted.tallied).toBeLessThanOrEqual(halted.true);
    expect(halted.naive).toBeGreaterThan(2 * halted.true);
  });

  test('a release 1.5 times above its limit is proven good no more often than by the true counts', () => {
    const proven = count(0.075, (counts) => evidenceBelow(counts, 0.075) >= Math.log(1 / 0.05));
    console.log(`proven above the limit, of ${runs}: ${JSON.stringify(proven)}`);
    expect(proven.true).toBeLessThan(0.05 * runs);
    expect(proven.tallied).toBeLessThanOrEqual(proven.true);
  });
});
