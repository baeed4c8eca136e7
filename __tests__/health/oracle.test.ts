import { describe, expect, test } from '@jest/globals';
import { Decimal } from 'decimal.js';
import { lowerBound, upperBound } from '#health/interval';
import { believedBelow, evidenceAbove, evidenceBelow, suspectedAbove } from '#health/mixture';
import { evidenceWorse } from '#health/comparison';
import type { Bucket } from '#health/report';

/** Sixty digits and an exponent without end: the products can be written out as they are defined, without logarithms. */
const Exact = Decimal.clone({ precision: 60, maxE: 9e15, minE: -9e15 });

const mean = (products: readonly Decimal[]): number =>
  products
    .reduce((sum, product) => sum.plus(product), new Exact(0))
    .div(products.length)
    .ln()
    .toNumber();

function exactEvidence(factors: readonly number[], bad: number, units: number, limit: number): number {
  return mean(
    factors.map((factor) => {
      const price = new Exact(1).plus(new Exact(factor).minus(1).times(limit));
      return new Exact(factor).pow(bad).div(price.pow(units));
    }),
  );
}

const counts = [0, 0.7, 1, 4, 57.5, 400, 12_345, 1e6].flatMap((bad) =>
  [1, 10, 333.3, 5_700, 50_000, 1e7, 1e9].filter((units) => units >= bad).map((units) => ({ bad, units })),
);
const limits = [1e-6, 0.001, 0.005, 0.0075, 0.05, 0.5];

describe('sixty-digit arithmetic agrees', () => {
  test.each(limits)('with the evidence at a limit of %d', (limit) => {
    for (const { bad, units } of counts) {
      for (const [factors, evidence] of [
        [suspectedAbove, evidenceAbove],
        [believedBelow, evidenceBelow],
      ] as const) {
        const exact = exactEvidence(factors, bad, units, limit);
        const ours = evidence({ bad, units }, limit);
        // The two terms of the exponent cancel, so the error is relative to them.
        const scale = 1 + bad * Math.log(10) + units * limit * 10;
        expect(Math.abs(ours - exact) / scale).toBeLessThan(1e-14);
      }
    }
  });

  test('with the comparison of two versions', () => {
    const buckets: Bucket[] = [0, 1, 2, 3].map((index) => ({
      start: index,
      end: index + 1,
      units: 100 * (index + 1),
      bad: index * 2,
      previous: { units: 5_000 - 700 * index, bad: 9 + index },
    }));
    const exact = mean(
      suspectedAbove.map((factor) => {
        const product = buckets.reduce((so, { units, bad, previous = { units: 0, bad: 0 } }) => {
          const share = new Exact(1.5 * units).div(new Exact(1.5 * units).plus(previous.units));
          return so.times(new Exact(factor).pow(bad)).div(
            share
              .times(factor - 1)
              .plus(1)
              .pow(bad + previous.bad),
          );
        }, new Exact(1));
        return product.pow(new Exact(1).div(3));
      }),
    );
    expect(evidenceWorse(buckets, 1.5, 3)).toBeCloseTo(exact, 12);
  });

  test.each(counts.filter(({ bad, units }) => units <= 1e7 && bad < units))(
    'with the ends of the interval of $bad in $units',
    ({ bad, units }) => {
      const [halt, promote] = [Math.log(800), Math.log(20)];
      const low = lowerBound({ bad, units }, halt);
      const high = upperBound({ bad, units }, promote);
      const around = (end: number): [number, number] => [end * (1 - 1e-7), Math.min(1, end * (1 + 1e-7))];
      if (low > 1e-12) {
        const [inside, outside] = around(low).map((limit) => exactEvidence(suspectedAbove, bad, units, limit));
        expect(inside).toBeGreaterThan(halt);
        expect(outside).toBeLessThan(halt);
      }
      if (high < 1 - 1e-6) {
        const [outside, inside] = around(high).map((limit) => exactEvidence(believedBelow, bad, units, limit));
        expect(inside).toBeGreaterThan(promote);
        expect(outside).toBeLessThan(promote);
      }
    },
  );
});

/**
 * The promise itself, without a simulation: the exact chance that a release **at** the limit is ever halted when it is
 * looked at after every unit, by carrying the whole distribution of bad units forward.
 */
describe('the chance of ever being wrong', () => {
  /** More bad units than this are out of reach: seven standard deviations and more. */
  const width = 400;

  test.each([
    { limit: 0.05, risk: 0.01, looks: 4_000 },
    { limit: 0.005, risk: 0.01, looks: 4_000 },
    { limit: 0.3, risk: 0.05, looks: 1_000 },
  ])('of halting at a limit of $limit, looked at $looks times, stays below $risk', ({ limit, risk, looks }) => {
    let chances = new Float64Array(width + 1);
    chances[0] = 1;
    let halted = 0;
    let boundary = 0;
    for (let units = 1; units <= looks; units += 1) {
      const next = new Float64Array(width + 1);
      for (let count = 0; count <= width; count += 1) {
        next[count] = (chances[count] ?? 0) * (1 - limit) + (chances[count - 1] ?? 0) * limit;
      }
      while (boundary <= width && evidenceAbove({ units, bad: boundary }, limit) < Math.log(1 / risk)) boundary += 1;
      for (let count = boundary; count <= width; count += 1) {
        halted += next[count] ?? 0;
        next[count] = 0;
      }
      chances = next;
    }
    expect(halted).toBeLessThanOrEqual(risk);
    // And not by being idle: a tenth of the risk at least is used.
    expect(halted).toBeGreaterThan(risk / 10);
  });
});
