import { createRandom, type Random } from '#emulators/base/random';

/**
 * A source of numbers of its own for each thing that is drawn, so that what happens in one hour does not depend on how much was
 * drawn in another.
 * @param about such as the platform, the hour and what is drawn
 */
export function randomFor(seed: number, ...about: readonly (string | number)[]): Random {
  // FNV-1a over the words: https://datatracker.ietf.org/doc/html/draft-eastlake-fnv
  let hash = 0x811c9dc5 ^ seed;
  for (const char of about.join('\u0000')) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  const random = createRandom(hash);
  // The first numbers of near seeds are near.
  random();
  return random;
}

/** Above this many expected, the normal distribution stands in: its error is then below the noise of a single hour. */
const largeMean = 40;

/** How many of `n` it happens to, each with probability `p`. Its cost does not grow with `n`. */
export function drawBinomial(random: Random, n: number, p: number): number {
  if (n <= 0 || p <= 0) return 0;
  if (p >= 1) return n;
  if (p > 0.5) return n - drawBinomial(random, n, 1 - p);
  const mean = n * p;
  if (mean > largeMean) return clamp(Math.round(mean + Math.sqrt(mean * (1 - p)) * drawNormal(random)), n);
  // The gaps between those that it happens to are geometric.
  let hits = -1;
  for (let at = 0; at <= n; hits += 1) at += Math.floor(Math.log(1 - random()) / Math.log1p(-p)) + 1;
  return clamp(hits, n);
}

/** How often something happens that is expected `mean` times. */
export function drawPoisson(random: Random, mean: number): number {
  if (mean <= 0) return 0;
  if (mean > largeMean) return Math.max(0, Math.round(mean + Math.sqrt(mean) * drawNormal(random)));
  let count = -1;
  for (let sum = 0; sum <= mean; count += 1) sum -= Math.log(1 - random());
  return count;
}

/**
 * Bad units among `n`: whoever has one has more, since an app that crashed is started again.
 * @param clustering variance over mean, 1 or more; clusters have geometric sizes, as in the simulations of docs/health.md
 */
export function drawClustered(random: Random, n: number, p: number, clustering: number): number {
  if (clustering <= 1) return drawBinomial(random, n, p);
  const mean = n * Math.min(1, Math.max(0, p));
  if (mean > largeMean * clustering)
    return clamp(Math.round(mean + Math.sqrt(clustering * mean) * drawNormal(random)), n);
  // A geometric size with mean m has variance over mean of the sum 2 m - 1.
  const size = (clustering + 1) / 2;
  let bad = 0;
  for (let clusters = drawPoisson(random, mean / size); clusters > 0; clusters -= 1)
    bad += 1 + Math.floor(Math.log(1 - random()) / Math.log1p(-1 / size));
  return clamp(bad, n);
}

/** Box and Muller. */
function drawNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}
