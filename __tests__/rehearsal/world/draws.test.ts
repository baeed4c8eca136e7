import { describe, expect, test } from '@jest/globals';
import type { Random } from '#emulators/base/random';
import { drawBinomial, drawClustered, drawPoisson, randomFor } from '#rehearsal/world/draws';

interface Drawn {
  readonly mean: number;
  readonly variance: number;
}

function drawMany(draw: (random: Random) => number, times = 20_000): Drawn {
  const random = randomFor(11, 'draws');
  const counts = Array.from({ length: times }, () => draw(random));
  const mean = counts.reduce((sum, count) => sum + count, 0) / times;
  return { mean, variance: counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (times - 1) };
}

// Small ones are drawn one by one, large ones from the normal distribution, and beyond a half from the other side.
describe.each([
  [100, 0.03],
  [1_000, 0.02],
  [200, 0.7],
  [5_000_000, 0.003],
])('of %s, each with %s', (n, p) => {
  test('the count has the mean and the variance of a binomial one', () => {
    const { mean, variance } = drawMany((random) => drawBinomial(random, n, p));
    expect(mean / (n * p)).toBeCloseTo(1, 1);
    expect(Math.abs(variance / (n * p * (1 - p)) - 1)).toBeLessThan(0.06);
  });

  test('bad units come in clusters', () => {
    const { mean, variance } = drawMany((random) => drawClustered(random, n, p, 1.5));
    if (p > 0.5) return;
    expect(mean / (n * p)).toBeCloseTo(1, 1);
    expect(Math.abs(variance / (1.5 * n * p) - 1)).toBeLessThan(0.08);
  });
});

test.each([0.2, 8, 3_000])('what is expected %s times happens as often as that, and as unevenly', (expected) => {
  const { mean, variance } = drawMany((random) => drawPoisson(random, expected));
  expect(Math.abs(mean / expected - 1)).toBeLessThan(0.06);
  expect(Math.abs(variance / expected - 1)).toBeLessThan(0.06);
});

test('nothing is drawn of nothing, and all of it when it is certain', () => {
  const random = randomFor(1);
  expect([drawBinomial(random, 0, 0.5), drawBinomial(random, 9, 0), drawBinomial(random, 9, 1)]).toEqual([0, 0, 9]);
  expect([drawPoisson(random, 0), drawClustered(random, 0, 0.5, 1.5), drawClustered(random, 9, 0, 1.5)]).toEqual([
    0, 0, 0,
  ]);
});

test('each thing has numbers of its own, and near seeds have far ones', () => {
  const first = (...about: Parameters<typeof randomFor>): number => randomFor(...about)();
  expect(first(1, 'usage', 'android')).toBe(first(1, 'usage', 'android'));
  expect(first(1, 'usage', 'android')).not.toBe(first(1, 'usage', 'ios'));
  const near = Array.from({ length: 200 }, (_, seed) => first(seed, 'usage'));
  expect(near.reduce((sum, value) => sum + value, 0) / near.length).toBeCloseTo(0.5, 1);
  expect(new Set(near.map((value) => Math.floor(value * 10))).size).toBe(10);
});
