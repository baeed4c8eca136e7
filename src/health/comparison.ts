import { logMeanExp, suspectedAbove } from './mixture.ts';
import type { Bucket, Tally } from './report.ts';

/** Looked up once, as it is called for each bucket and factor. */
const { log1p } = Math;

/** Both versions in the same buckets, as reported. */
export interface Comparable {
  readonly units: number;
  readonly bad: number;
  readonly previousUnits: number;
  readonly previousBad: number;
}

/**
 * Log of the evidence that the new version's rate of bad units is above `ratio` times the previous one's.
 *
 * Bucket by bucket, given how many bad units both had together, the new version's part is binomial with the odds
 * `ratio` × its units to the other's: the rate itself cancels, so neither the time of day nor a change of the shares
 * matters (Lindon and Malek 2022). Both halves of a bucket are equally late, so no completeness is needed either.
 *
 * @param overdispersion at least 1
 */
export function evidenceWorse(buckets: readonly Bucket[], ratio: number, overdispersion: number): number {
  const prices = new Float64Array(suspectedAbove.length);
  let badOfNew = 0;
  for (const bucket of buckets) {
    const { previous } = bucket;
    if (previous === undefined || !isComparable(bucket, previous)) continue;
    const badOfBoth = bucket.bad + previous.bad;
    if (badOfBoth === 0) continue;
    badOfNew += bucket.bad;
    // The most units of the new version and the fewest of the previous: rounding may not make a halt.
    const weighted = ratio * (bucket.units + (bucket.uncertainty ?? 0));
    const expected = weighted / (weighted + fewestUnits(previous));
    for (let index = 0; index < prices.length; index += 1) {
      prices[index] = (prices[index] ?? 0) + badOfBoth * log1p(((suspectedAbove[index] ?? 1) - 1) * expected);
    }
  }
  const weigh = (factor: number, index: number): number =>
    (badOfNew * Math.log(factor) - (prices[index] ?? 0)) / overdispersion;
  return logMeanExp(suspectedAbove.map(weigh));
}

/** Sums of the buckets in which both versions had users. */
export function sumComparable(buckets: readonly Bucket[]): Comparable {
  const sums = { units: 0, bad: 0, previousUnits: 0, previousBad: 0 };
  for (const bucket of buckets) {
    const { previous } = bucket;
    if (previous === undefined || !isComparable(bucket, previous)) continue;
    sums.units += bucket.units;
    sums.bad += bucket.bad;
    sums.previousUnits += previous.units;
    sums.previousBad += previous.bad;
  }
  return sums;
}

/** How much larger the new version's share of bad units is; NaN without comparable units. */
export function measureIncrease({ units, bad, previousUnits, previousBad }: Comparable): number {
  return bad / units - previousBad / previousUnits;
}

/** Fewer bad units of the previous version than this say nothing about it. */
const fewestShared = 10;
/** Evidence at which the new version is worse by itself, whatever happens to both: 20 to 1. */
const worseByItself = Math.log(20);

/**
 * Whether both versions are bad at once: a backend that is down, not a release. The previous version's rate is taken at
 * the new version's hours. This only ever turns a halt into a hold, so it cannot add false halts.
 */
export function isSharedIncident(buckets: readonly Bucket[], limit: number, overdispersion: number): boolean {
  let [bad, units, expected] = [0, 0, 0];
  for (const bucket of buckets) {
    const { previous } = bucket;
    if (previous === undefined || !isComparable(bucket, previous)) continue;
    bad += previous.bad;
    units += bucket.units;
    expected += (bucket.units * previous.bad) / previous.units;
  }
  return bad >= fewestShared && expected > limit * units && evidenceWorse(buckets, 1, overdispersion) < worseByItself;
}

/** Both versions surely had units. */
function isComparable(bucket: Bucket, previous: Tally): boolean {
  return bucket.units > 0 && previous.units > 0 && fewestUnits(previous) > 0;
}

function fewestUnits({ units, bad, uncertainty = 0 }: Tally): number {
  return Math.max(units - uncertainty, bad);
}
